// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StartPage: lies over the whole window below the tool bar: new, open, recent projects on the left, the gallery of examples, lessons and
// boards on the right. It opens nothing itself; it says what was chosen. The simulation goes on underneath. Escape closes it.

#include <QWidget>
#include <vector>

#include "start/gallery.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace coroboard::gui {

class GalleryCard;

// Actions of the window that the page offers as buttons, in this order.
struct StartActions {
    QAction* newProject = nullptr;
    QAction* open = nullptr;
    QAction* openFolder = nullptr;
    QAction* tour = nullptr;
};

class StartPage final : public QWidget {
    Q_OBJECT

public:
    StartPage(const StartActions& actions, QWidget* parent);

    void setRecent(const QStringList& paths);
    void setShownAtStart(bool shown);

    // Reads boards and examples again; pictures follow one by one.
    void refresh();
    std::vector<GalleryCard*> cards() const;

Q_SIGNALS:
    // A program or folder, and the board it wants ("" for none in particular).
    void programChosen(const QString& path, const QString& board);
    void boardChosen(const QString& file);
    void closed();
    void shownAtStartChanged(bool shown);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    QWidget* buildSide(const StartActions& actions);
    QWidget* buildGallery();
    void addSection(const QString& title, const std::vector<GalleryEntry>& entries);
    void paintNextPicture();

    QVBoxLayout* m_recent;
    QLabel* m_noRecent;
    QVBoxLayout* m_sections;
    QCheckBox* m_shownAtStart;
    bool m_filled = false;
};

}  // namespace coroboard::gui
