// SPDX-License-Identifier: GPL-3.0-or-later
#include <QResizeEvent>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "start/new_project_dialog.h"
#include "start/start_page.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

void MainWindow::buildStart()
{
    m_start = new StartPage({m_actions->newProject, m_actions->open, m_actions->openFolder, m_actions->tour}, this);
    m_start->hide();
    m_actions->start->setCheckable(true);
    connect(m_start, &StartPage::closed, this, &MainWindow::hideStart);
    connect(m_start, &StartPage::boardChosen, this, &MainWindow::openBoard);
    connect(m_start, &StartPage::programChosen, this, [this](const QString& path, const QString&) { openPath(path); });
    connect(m_start, &StartPage::shownAtStartChanged, this,
            [this](bool shown) { m_settings.setStartUp(shown ? StartUp::StartPage : StartUp::Continue); });
}

void MainWindow::showStart()
{
    m_start->setRecent(m_settings.recentFiles().mid(0, 7));
    m_start->setShownAtStart(m_settings.startUp() == StartUp::StartPage);
    placeStart();
    m_start->show();
    m_start->raise();
    m_start->setFocus();
    m_actions->start->setChecked(true);
}

void MainWindow::hideStart()
{
    m_actions->start->setChecked(false);
    if (!m_start->isVisible()) return;
    m_start->hide();
    m_editor->setFocus();
}

void MainWindow::toggleStart()
{
    if (m_start->isVisible())
        hideStart();
    else
        showStart();
}

// Everything below the tool bar.
void MainWindow::placeStart()
{
    const int top = m_transport->geometry().bottom() + 1;
    m_start->setGeometry(0, top, width(), height() - top);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    placeStart();
}

void MainWindow::askNewProject()
{
    auto* dialog = new NewProjectDialog(QString::fromStdString(m_link.profile().name), m_settings.lastFolder(), this);
    connect(dialog, &NewProjectDialog::created, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::welcome()
{
    m_messages->tell(QStringLiteral("welcome"), MessageBar::Tone::Note,
                     tr("Welcome! The demo is running: drag a sensor, press a button, and watch the coroutines below."),
                     {{tr("Take the tour"), [this] { startTour(); }}, {tr("Examples"), [this] { showStart(); }}});
}

}  // namespace coroboard::gui
