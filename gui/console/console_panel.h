// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConsolePanel: the console's pane: the terminal, a bar to find words in it, and in its place, when asked for, the plot of printed numbers.
// Both always get everything the board sends, so that one can change between them.

#include <QAction>
#include <QLineEdit>
#include <QStackedWidget>
#include <QWidget>

#include "console/console_view.h"
#include "console/plot_view.h"

namespace coroboard::gui {

class ConsolePanel final : public QWidget {
    Q_OBJECT

public:
    explicit ConsolePanel(QWidget* parent = nullptr);

    ConsoleView& terminal() const { return *m_terminal; }
    PlotView& plot() const { return *m_plot; }
    // For the title of the pane: plot, pause, find, save. Clearing is the window's action.
    QList<QAction*> tools() const { return {m_plotMode, m_pause, m_find, m_save}; }

    // Writes what is shown, and says in the terminal what went wrong: the log as text; of the plot, by the file's ending, PNG or CSV.
    bool saveTo(const QString& file);

public Q_SLOTS:
    void write(const QByteArray& bytes);
    void clear();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeFindBar();
    void openFind();
    void closeFind();
    void findNext(ConsoleView::Direction direction);
    void showPlot(bool plot);
    void askSave();
    void openMenu(const QPoint& where);

    ConsoleView* m_terminal;
    PlotView* m_plot;
    QStackedWidget* m_stack;
    QLineEdit* m_words = nullptr;        // in the bar
    QWidget* m_findBar;
    PrintedNumbers m_numbers;
    QAction* m_plotMode;
    QAction* m_pause;
    QAction* m_find;
    QAction* m_save;
};

}  // namespace coroboard::gui
