// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PartPalette: every part this build knows, by group, with its drawing, found by name. Dragged onto the board, or put there with Enter or a
// double click.

#include <QLineEdit>
#include <QTreeWidget>
#include <QWidget>

namespace coroboard::gui {

class PartTree;

class PartPalette final : public QWidget {
    Q_OBJECT

public:
    explicit PartPalette(QWidget* parent = nullptr);

    QLineEdit& search() const { return *m_search; }
    QTreeWidget& tree() const;
    // The models that are seen now.
    QStringList shown() const;

Q_SIGNALS:
    void chosen(const QString& model);

private:
    void fill();
    void filter(const QString& text);

    QLineEdit* m_search;
    PartTree* m_tree;
};

// A model's drawing as it comes, in a square; made once for each size.
QPixmap partPicture(const QString& model, int side, double pixelRatio);

}  // namespace coroboard::gui
