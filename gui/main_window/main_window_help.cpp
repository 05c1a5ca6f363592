// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>

#include "board_view/board_view.h"
#include "help/about_dialog.h"
#include "help/help_panel.h"
#include "help/tour.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "settings/language.h"
#include "settings/preferences_dialog.h"
#include "start/gallery.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

namespace {

constexpr int helpWidth = 380;

void appendActions(const QList<QAction*>& actions, QList<QAction*>& all)
{
    for (QAction* action : actions) {
        if (action->menu())
            appendActions(action->menu()->actions(), all);
        else if (!action->isSeparator())
            all.append(action);
    }
}

}  // namespace

// After the menus, because the keyboard page lists their actions.
void MainWindow::buildHelp()
{
    QList<QAction*> actions;
    appendActions(menuBar()->actions(), actions);
    m_help = new HelpPanel(HelpPages(actions, spokenLanguage()), this);
    findChild<QDockWidget*>(QStringLiteral("help"))->setWidget(m_help);
    connect(m_help, &HelpPanel::tourAsked, this, &MainWindow::startTour);
    connect(m_help, &HelpPanel::lessonAsked, this,
            [this](const QString& lesson) { openPath(QDir(examplesFolder()).filePath(QStringLiteral("lessons/") + lesson)); });
}

void MainWindow::openHelp(const QString& page)
{
    hideStart();
    auto* dock = findChild<QDockWidget*>(QStringLiteral("help"));
    dock->show();
    dock->raise();
    if (!dock->isFloating() && dock->width() < helpWidth) resizeDocks({dock}, {helpWidth}, Qt::Horizontal);
    if (!page.isEmpty()) m_help->openPage(page);
    m_help->browser().setFocus();
}

void MainWindow::startTour()
{
    hideStart();
    m_messages->take(QStringLiteral("welcome"));
    if (findChild<Tour*>()) return;
    const auto pane = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    new Tour({{m_board, tr("The board"), tr("It runs now. Press its buttons, turn its knob, hover a pin. It can be used during this tour.")},
              {pane("sensors"), tr("The world around it"), tr("Drag a slider: the sensor feels it, the program reads it, the LEDs answer.")},
              {pane("editor"), tr("The program"), tr("MicroPython. A blue mark shows each line where a coroutine is suspended right now.")},
              {pane("tasks"), tr("The event loop"),
               tr("Every coroutine: what it waits for, and for how long. Open a row to see its await chain and its variables.")},
              {pane("console"), tr("The console"), tr("What the program prints; and you can type to it.")},
              {m_transport, tr("Time"), tr("Run, pause, step. Slow down to 0.1× and watch coroutines take turns; or let hours pass in seconds.")},
              {menuBar(), tr("Go on"), tr("Help has ten lessons on async and await, each a program to watch. The start page has examples and boards.")}},
             this);
}

void MainWindow::preferences()
{
    auto* dialog = new PreferencesDialog(m_settings, TransportBar::speeds(), this);
    connect(dialog, &PreferencesDialog::themeChosen, this, [this](ThemeChoice choice) {
        m_theme.setChoice(choice);
        for (QAction* action : m_actions->themes->actions())
            if (action->data().toInt() == int(choice)) action->setChecked(true);
    });
    connect(dialog, &PreferencesDialog::fontSizeChosen, &m_theme, &Theme::setFontSize);
    dialog->open();
}

void MainWindow::about() { (new AboutDialog(this))->open(); }

}  // namespace coroboard::gui
