// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardPanel: the middle of the window: a bar with the board's name and tools, and below it the living board or, in edit mode, the board
// that is edited. Which tools there are is the window's; those for editing are only seen in edit mode.

#include <QStackedWidget>
#include <QToolButton>
#include <QWidget>

#include "board_edit/edit_canvas.h"
#include "board_view/board_view.h"
#include "sensor_panel/steady_text.h"

class QHBoxLayout;

namespace coroboard::gui {

enum class BoardMode { Play, Edit };

class BoardPanel final : public QWidget {
    Q_OBJECT

public:
    explicit BoardPanel(BoardEditor& editor, QWidget* parent = nullptr);

    BoardView& board() const { return *m_board; }
    EditCanvas& canvas() const { return *m_canvas; }
    // The one that is seen.
    BoardCanvas& current() const;

    // Left to right: those for editing, then those that are always there.
    void setTools(const QList<QAction*>& editing, const QList<QAction*>& always);

    BoardMode mode() const { return m_stack->currentWidget() == m_canvas ? BoardMode::Edit : BoardMode::Play; }
    void setMode(BoardMode mode);
    void setTitle(const QString& title) { m_title->setText(title, SteadyText::Tone::Plain); }
    // How many things are wrong; a click on it selects the next.
    void setProblems(int count);

Q_SIGNALS:
    void nextProblemAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();

    BoardView* m_board;
    EditCanvas* m_canvas;
    QStackedWidget* m_stack;
    QWidget* m_bar;
    QHBoxLayout* m_row;
    SteadyText* m_title;
    QToolButton* m_problems;
    QList<QWidget*> m_editing;
};

}  // namespace coroboard::gui
