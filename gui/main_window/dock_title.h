// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DockTitle: the title of a dock: icon, name, its own small tools on the right, close. Dragging it moves the dock as usual.

#include <QDockWidget>
#include <QLabel>
#include <QToolButton>

class QHBoxLayout;

namespace coroboard::gui {

class DockTitle final : public QWidget {
    Q_OBJECT

public:
    DockTitle(const QString& iconName, QDockWidget& dock);

    // A small button for an action, before the close button.
    QToolButton* addTool(QAction* action);

    // What stands in the title; the dock keeps its own name for menus.
    void setText(const QString& text) { m_name->setText(text); }

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_row;
    QLabel* m_name;
};

}  // namespace coroboard::gui
