// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include "board_edit/board_panel.h"
#include "console/console_panel.h"
#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/editing_actions.h"
#include "simulation/board_files.h"
#include "task_view/task_view.h"
#include "theme/icons.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

namespace {

// Without the menu letter ("&File", or "文件(&F)") and without the dots.
QString plainText(QString text)
{
    static const QRegularExpression letter(QStringLiteral("\\(&\\w\\)"));
    return text.remove(letter).remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

}  // namespace

// The tool tip carries the shortcut, so that the mouse teaches the keyboard.
QAction* namedAction(QWidget& window, const char* name, const QString& text, const QString& iconName, const QList<QKeySequence>& keys)
{
    auto* made = new QAction(text, &window);
    made->setObjectName(QLatin1String(name));
    if (!iconName.isEmpty()) made->setIcon(icon(iconName));
    made->setShortcuts(keys);
    QString tip = plainText(text);
    if (!keys.isEmpty()) tip += QStringLiteral(" (%1)").arg(keys.first().toString(QKeySequence::NativeText));
    made->setToolTip(tip);
    return made;
}

void MainWindow::buildActions()
{
    Actions& a = *m_actions;
    const auto make = [this](const char* name, const QString& text, const char* iconName, const QList<QKeySequence>& keys,
                             auto receiver, auto slot) {
        QAction* made = namedAction(*this, name, text, QLatin1String(iconName), keys);
        connect(made, &QAction::triggered, receiver, slot);
        return made;
    };
    const auto onText = [this](void (QsciScintilla::*act)()) { return [this, act] { (m_editor->editor().*act)(); }; };
    a.start = make("start", tr("S&tart page"), "home", {QKeySequence("Ctrl+Shift+H")}, this, &MainWindow::toggleStart);
    a.newProject = make("newProject", tr("New pro&ject…"), "project", {QKeySequence("Ctrl+Shift+N")}, this, &MainWindow::askNewProject);
    a.newFile = make("newFile", tr("&New program"), "new", {QKeySequence::New}, this, &MainWindow::newFile);
    a.open = make("open", tr("&Open…"), "open", {QKeySequence::Open}, this, &MainWindow::askOpenFile);
    a.openFolder = make("openFolder", tr("Open &folder…"), "open", {QKeySequence("Ctrl+Shift+O")}, this, &MainWindow::askOpenFolder);
    a.openBoard = make("openBoard", tr("Open &board…"), "board", {QKeySequence("Ctrl+Shift+B")}, this, &MainWindow::askOpenBoard);
    a.openDemo = make("openDemo", tr("Open the board's &demo"), "file", {}, this,
                      [this] { openPath(demoFolder(m_link.profile())); });
    a.save = make("save", tr("&Save"), "save", {QKeySequence::Save}, this, &MainWindow::save);
    a.saveAs = make("saveAs", tr("Save &as…"), "", {QKeySequence("Ctrl+Shift+S")}, this, &MainWindow::askSaveAs);
    a.saveRecording = make("saveRecording", tr("Save recordin&g…"), "", {QKeySequence("Ctrl+Shift+R")}, this, &MainWindow::askSaveRecording);
    a.quit = make("quit", tr("&Quit"), "", {QKeySequence("Ctrl+Q")}, this, &QWidget::close);
    a.undo = make("undo", tr("&Undo"), "undo", {QKeySequence::Undo}, this, &MainWindow::undo);
    a.redo = make("redo", tr("&Redo"), "redo", {QKeySequence::Redo}, this, &MainWindow::redo);
    a.cut = make("cut", tr("Cu&t"), "", {}, this, onText(&QsciScintilla::cut));
    a.copy = make("copy", tr("&Copy"), "", {}, this, onText(&QsciScintilla::copy));
    a.paste = make("paste", tr("&Paste"), "", {}, this, onText(&QsciScintilla::paste));
    a.find = make("find", tr("&Find and replace"), "find", {QKeySequence::Find}, &m_editor->findBar(), &FindBar::open);
    a.run = make("run", tr("&Run"), "run", {QKeySequence("F5"), QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")}, this,
                 &MainWindow::run);
    a.run->setIconText(tr("Run"));
    a.pause = make("pause", tr("&Pause"), "pause", {QKeySequence("F6")}, this, &MainWindow::togglePause);
    a.pause->setCheckable(true);
    a.stop = make("stop", tr("&Stop"), "stop", {QKeySequence("Shift+F5")}, &m_link, &SimulationLink::stop);
    const auto step = [this](simulation::StepTo to) { return [this, to] { m_link.step(to); }; };
    a.stepResume = make("stepResume", tr("Step to the next resume of a &coroutine"), "step", {QKeySequence("Ctrl+F10")}, &m_link,
                        step(simulation::StepTo::NextResume));
    a.stepEvent = make("stepEvent", tr("Step to the next e&vent"), "step", {QKeySequence("Ctrl+F11")}, &m_link,
                       step(simulation::StepTo::NextEvent));
    a.stepMillisecond = make("stepMillisecond", tr("Step by one &millisecond"), "step", {QKeySequence("F12")}, &m_link,
                             step(simulation::StepTo::Millisecond));
    a.reset = make("reset", tr("R&eset the board"), "reset", {QKeySequence("Ctrl+F5")}, &m_link, &SimulationLink::reset);
    a.interrupt = make("interrupt", tr("&Interrupt (Ctrl-C in the console)"), "", {}, this, &MainWindow::interrupt);
    a.clearConsole = make("clearConsole", tr("&Clear the console"), "clear", {QKeySequence("Ctrl+L")}, m_consolePanel, &ConsolePanel::clear);
    a.allTasks = make("allTasks", tr("Show the &board's own coroutines"), "board", {}, m_tasks,
                      [this](bool on) { m_tasks->setScope(on ? TaskScope::Everything : TaskScope::Program); });
    a.allTasks->setCheckable(true);
    a.signals = make("signals", tr("Go to si&gnals"), "signals", {QKeySequence("Ctrl+Shift+G")}, this, &MainWindow::goToSignals);
    a.sound = make("sound", tr("&Sound of the board"), "sound", {QKeySequence("Ctrl+Shift+M")}, this, [] {});
    a.zoomIn = make("zoomIn", tr("Zoom &in"), "zoom-in", {QKeySequence::ZoomIn, QKeySequence("Ctrl+=")}, this, [this] { m_boardPanel->current().zoomIn(); });
    a.zoomOut = make("zoomOut", tr("Zoom &out"), "zoom-out", {QKeySequence::ZoomOut}, this, [this] { m_boardPanel->current().zoomOut(); });
    a.fit = make("fit", tr("&Fit the board"), "zoom-fit", {QKeySequence("Ctrl+0")}, this, [this] { m_boardPanel->current().fit(); });
    a.resetLayout = make("resetLayout", tr("Reset the &layout"), "", {}, this, &MainWindow::resetLayout);
    a.preferences = make("preferences", tr("Prefere&nces…"), "settings", {QKeySequence("Ctrl+,")}, this, &MainWindow::preferences);
    a.help = make("help", tr("&Contents"), "help", {QKeySequence("F1")}, this, [this] { openHelp(QStringLiteral("contents.md")); });
    a.tour = make("tour", tr("&First steps: a tour"), "tour", {}, this, &MainWindow::startTour);
    a.lessons = make("lessons", tr("&Lessons on async and await"), "tasks", {}, this, [this] { openHelp(QStringLiteral("lesson-01-inert.md")); });
    a.keyboard = make("keyboard", tr("&Keyboard"), "", {}, this, [this] { openHelp(QStringLiteral("keyboard.md")); });
    a.about = make("about", tr("&About Coroboard"), "info", {}, this, &MainWindow::about);

    buildDebugActions();
    buildProjectActions();
    buildCodeActions();
    buildBreakpointActions();

    a.save->setEnabled(false);
    m_transport = new TransportBar({a.run, a.pause, a.stop, a.reset, a.start, {a.stepResume, a.stepEvent, a.stepMillisecond}}, this);
    addToolBar(m_transport);
    buildStart();
}

void MainWindow::buildMenus()
{
    Actions& a = *m_actions;
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({a.start, a.newProject, a.newFile, a.open, a.openFolder});
    m_recent = file->addMenu(tr("Open &recent"));
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    file->addAction(a.openDemo);
    file->addSeparator();
    file->addActions({a.save, m_editing->saveAll, a.saveAs, a.saveRecording});
    file->addSeparator();
    fillFileMenu(*file);
    file->addSeparator();
    file->addAction(a.quit);

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    connect(edit, &QMenu::aboutToShow, this, &MainWindow::nameSteps);
    edit->addSeparator();
    edit->addActions({a.cut, a.copy, a.paste});
    edit->addSeparator();
    edit->addAction(a.find);
    fillEditMenu(*edit);
    edit->addSeparator();
    edit->addAction(a.preferences);

    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addActions(a.docks);
    buildGoToMenu(*view->addMenu(tr("&Jump to")));
    view->addAction(a.signals);
    view->addSeparator();
    view->addActions({a.zoomIn, a.zoomOut, a.fit});
    view->addSeparator();
    view->addAction(a.allTasks);
    view->addAction(a.clearConsole);
    view->addAction(a.sound);
    view->addSeparator();
    buildThemeMenu(*view->addMenu(icon(QStringLiteral("light")), tr("&Theme")));
    view->addAction(a.resetLayout);

    m_boardMenu = menuBar()->addMenu(tr("&Board"));
    fillBoards();

    QMenu* run = menuBar()->addMenu(tr("&Run"));
    run->addActions({a.run, m_editing->runThis, a.pause, a.stop, a.interrupt});
    run->addSeparator();
    run->addActions({a.stepOver, a.stepInto, a.stepOut, a.runToCursor});
    run->addSeparator();
    run->addActions({a.toggleBreakpoint, m_editing->condition, a.clearBreakpoints, m_editing->watch});
    run->addSeparator();
    run->addActions({a.stepResume, a.stepEvent, a.stepMillisecond});
    run->addSeparator();
    run->addAction(a.reset);
    run->addSeparator();
    buildSpeedMenu(*run->addMenu(icon(QStringLiteral("speed")), tr("Spee&d")));

    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({a.help, a.tour, a.lessons, a.keyboard});
    help->addSeparator();
    help->addAction(a.about);
}

// The panes by number, so that the keyboard gets everywhere at once.
void MainWindow::buildGoToMenu(QMenu& menu)
{
    const auto add = [&](const QString& name, const QString& title, int number, auto go) {
        QAction* made = menu.addAction(title, this, go);
        made->setObjectName(QStringLiteral("goTo-") + name);
        made->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
    };
    int number = 1;
    add(QStringLiteral("board"), tr("Board"), number, [this] { m_boardPanel->current().setFocus(); });
    for (const char* name : {"editor", "console", "sensors", "tasks", "signals", "help", "project"}) {
        auto* pane = findChild<QDockWidget*>(QLatin1String(name));
        add(QLatin1String(name), pane->windowTitle(), ++number, [this, pane] { goTo(*pane); });
    }
}

void MainWindow::goTo(QDockWidget& pane)
{
    hideStart();
    pane.show();
    pane.raise();
    QWidget* view = pane.widget();
    if (view->focusProxy() || view->focusPolicy() & Qt::TabFocus) return view->setFocus(Qt::ShortcutFocusReason);
    for (QWidget* at = view->nextInFocusChain(); at != view && view->isAncestorOf(at); at = at->nextInFocusChain())
        if (at->focusPolicy() & Qt::TabFocus && at->isVisibleTo(view)) return at->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::buildThemeMenu(QMenu& menu)
{
    m_actions->themes = new QActionGroup(this);
    const std::initializer_list<std::pair<QString, ThemeChoice>> choices{
        {tr("&System"), ThemeChoice::System}, {tr("&Light"), ThemeChoice::Light}, {tr("&Dark"), ThemeChoice::Dark}};
    for (const auto& [text, choice] : choices) {
        QAction* made = menu.addAction(text);
        made->setCheckable(true);
        made->setChecked(m_theme.choice() == choice);
        made->setData(int(choice));
        m_actions->themes->addAction(made);
        connect(made, &QAction::triggered, this, [this, choice = choice] {
            m_theme.setChoice(choice);
            m_settings.setTheme(choice);
        });
    }
}

void MainWindow::buildSpeedMenu(QMenu& menu)
{
    m_actions->speeds = new QActionGroup(this);
    for (double factor : TransportBar::speeds()) {
        QAction* made = menu.addAction(factor > 0 ? QStringLiteral("%1×").arg(factor) : tr("As fast as possible"));
        made->setCheckable(true);
        made->setChecked(factor == 1);
        made->setData(factor);
        m_actions->speeds->addAction(made);
        connect(made, &QAction::triggered, this, [this, factor] { chooseSpeed(factor); });
    }
}

void MainWindow::fillRecentMenu()
{
    m_recent->clear();
    for (const QString& path : m_settings.recentFiles())
        m_recent->addAction(QFileInfo(path).fileName() + QStringLiteral("  —  ") + QFileInfo(path).path(), this, [this, path] { openPath(path); });
    if (m_recent->isEmpty()) {
        m_recent->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    m_recent->addSeparator();
    m_recent->addAction(tr("Forget these"), this, [this] { m_settings.clearRecentFiles(); });
}

void MainWindow::fillBoards()
{
    std::vector<BoardChoice> boards;
    m_boardMenu->clear();
    addBoardEditMenu(*m_boardMenu);
    for (const std::string& name : simulation::boardNames()) {
        const auto profile = simulation::findBoard(name);
        if (!profile) continue;
        const BoardChoice choice{QString::fromStdString(profile->title.empty() ? name : profile->title),
                                 QString::fromStdString(profile->file.string())};
        m_boardMenu->addAction(icon(QStringLiteral("board")), choice.title, this, [this, file = choice.file] { openBoard(file); });
        boards.push_back(choice);
    }
    m_boardMenu->addSeparator();
    m_boardMenu->addAction(m_actions->openBoard);
    m_transport->setBoards(boards);
}

}  // namespace coroboard::gui
