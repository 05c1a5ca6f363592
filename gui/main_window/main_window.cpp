// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window/main_window.h"

#include <QDockWidget>
#include <QVBoxLayout>

#include "board_edit/board_panel.h"
#include "board_edit/parts_panel.h"
#include "console/console_panel.h"
#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/dock_title.h"
#include "main_window/editing_actions.h"
#include "main_window/message_bar.h"
#include "project/project_search.h"
#include "project/project_tree.h"
#include "sensor_panel/sensor_panel.h"
#include "signals/signals_view.h"
#include "task_view/task_view.h"
#include "theme/icons.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

MainWindow::MainWindow(SimulationLink& link, Settings& settings, Theme& theme, QWidget* parent)
    : QMainWindow(parent), m_link(link), m_settings(settings), m_theme(theme), m_actions(std::make_unique<Actions>()),
      m_editing(std::make_unique<EditingActions>()),
      m_memory(settings.stateFolder() + QStringLiteral("/projects")), m_drafts(settings.stateFolder() + QStringLiteral("/drafts"))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::AnimatedDocks);
    setDockNestingEnabled(true);
    buildViews();
    buildActions();
    buildDocks();
    buildBoardActions();
    buildMenus();
    buildHelp();
    buildSound();
    wire();
    buildProject();
    buildCode();
    buildSession();
    resize(1280, 720);
    arrange();
    if (!m_settings.windowGeometry().isEmpty()) restoreGeometry(m_settings.windowGeometry());
    if (!m_settings.windowLayout().isEmpty()) restoreState(m_settings.windowLayout());
    findChild<QDockWidget*>(QStringLiteral("parts"))->hide();
    m_editor->editor().zoomTo(m_settings.editorZoom());
    refreshTitle();
}

// The views die after the window's own members: what they say then is for nobody.
MainWindow::~MainWindow()
{
    centralWidget()->removeEventFilter(this);
    for (QObject* child : findChildren<QObject*>()) child->disconnect(this);
}

void MainWindow::buildViews()
{
    m_editor = new EditorPanel(this);
    m_project = new ProjectTree(this);
    m_search = new ProjectSearch(this);
    m_consolePanel = new ConsolePanel(this);
    m_console = &m_consolePanel->terminal();
    m_boardPanel = new BoardPanel(m_boardEditor, this);
    m_board = &m_boardPanel->board();
    m_parts = new PartsPanel(m_boardEditor, this);
    m_sensors = new SensorPanel(this);
    m_signals = new SignalsView(this);
    m_tasks = new TaskView(this);
    m_messages = new MessageBar(this);

    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_boardPanel, 1);
    setCentralWidget(middle);
}

QDockWidget* MainWindow::dock(const QString& name, const QString& title, const QString& icon, QWidget* view,
                              const QList<QAction*>& tools)
{
    auto* made = new QDockWidget(title, this);
    made->setObjectName(name);
    made->setWidget(view);
    auto* bar = new DockTitle(icon, *made);
    bar->setObjectName(name + QStringLiteral("Title"));
    for (QAction* tool : tools) bar->addTool(tool);
    made->setTitleBarWidget(bar);
    made->toggleViewAction()->setIcon(gui::icon(icon));
    m_actions->docks.append(made->toggleViewAction());
    return made;
}

void MainWindow::buildDocks()
{
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    QAction* files = dock(QStringLiteral("project"), tr("Files"), QStringLiteral("project"), m_project, {m_editing->newFile})->toggleViewAction();
    files->setShortcut(QKeySequence("Ctrl+Alt+F"));
    connect(files, &QAction::triggered, this, [this](bool shown) {
        if (shown) makeRoomForFiles();
    });
    dock(QStringLiteral("editor"), tr("Program"), QStringLiteral("editor"), m_editor, {files, m_actions->find, m_actions->save});
    dock(QStringLiteral("console"), tr("Console"), QStringLiteral("console"), m_consolePanel,
         m_consolePanel->tools() + QList{m_actions->clearConsole});
    dock(QStringLiteral("sensors"), tr("Sensors"), QStringLiteral("sensors"), m_sensors, {});
    dock(QStringLiteral("tasks"), tr("Event loop"), QStringLiteral("tasks"), m_tasks, {m_actions->allTasks});
    dock(QStringLiteral("signals"), tr("Signals"), QStringLiteral("signals"), m_signals, m_signals->tools());
    dock(QStringLiteral("search"), tr("Search"), QStringLiteral("find"), m_search, {});
    dock(QStringLiteral("help"), tr("Help"), QStringLiteral("help"), nullptr, {});
}

void MainWindow::arrange()
{
    auto* editor = findChild<QDockWidget*>(QStringLiteral("editor"));
    auto* console = findChild<QDockWidget*>(QStringLiteral("console"));
    auto* sensors = findChild<QDockWidget*>(QStringLiteral("sensors"));
    auto* tasks = findChild<QDockWidget*>(QStringLiteral("tasks"));
    auto* files = findChild<QDockWidget*>(QStringLiteral("project"));
    addDockWidget(Qt::LeftDockWidgetArea, files);
    splitDockWidget(files, editor, Qt::Horizontal);
    files->setFloating(false);
    files->hide();
    addDockWidget(Qt::RightDockWidgetArea, sensors);
    addDockWidget(Qt::BottomDockWidgetArea, tasks);
    auto* signalsDock = findChild<QDockWidget*>(QStringLiteral("signals"));
    addDockWidget(Qt::BottomDockWidgetArea, signalsDock);
    auto* help = findChild<QDockWidget*>(QStringLiteral("help"));
    addDockWidget(Qt::RightDockWidgetArea, help);
    tabifyDockWidget(sensors, help);
    help->setFloating(false);
    help->hide();
    auto* parts = findChild<QDockWidget*>(QStringLiteral("parts"));
    addDockWidget(Qt::RightDockWidgetArea, parts);
    tabifyDockWidget(sensors, parts);
    parts->setFloating(false);
    parts->setVisible(editsBoard());
    splitDockWidget(editor, console, Qt::Vertical);
    for (QDockWidget* each : {editor, console, sensors, tasks, signalsDock}) {
        each->setFloating(false);
        each->show();
    }
    tabifyDockWidget(tasks, signalsDock);
    auto* search = findChild<QDockWidget*>(QStringLiteral("search"));
    addDockWidget(Qt::BottomDockWidgetArea, search);
    tabifyDockWidget(signalsDock, search);
    search->setFloating(false);
    search->hide();
    tasks->raise();
    const int width = this->width();
    const int height = this->height();
    resizeDocks({editor, sensors}, {width * 36 / 100, std::clamp(width * 22 / 100, 260, 340)}, Qt::Horizontal);
    resizeDocks({editor, console}, {height * 68 / 100, height * 24 / 100}, Qt::Vertical);
    resizeDocks({tasks}, {std::max(190, height * 28 / 100)}, Qt::Vertical);
}

void MainWindow::goToSignals()
{
    auto* dock = findChild<QDockWidget*>(QStringLiteral("signals"));
    dock->show();
    dock->raise();
    m_signals->canvas().setFocus();
}

void MainWindow::resetLayout() { arrange(); }

void MainWindow::wire()
{
    connect(&m_link, &SimulationLink::snapshotTaken, this, [this](const auto& snapshot) { take(*snapshot); });
    connect(&m_link, &SimulationLink::snapshotTaken, m_tasks, [this](const auto& snapshot) { m_tasks->show(snapshot); });
    connect(&m_link, &SimulationLink::snapshotTaken, m_signals, [this](const auto& snapshot) { m_signals->show(*snapshot); });
    connect(&m_link, &SimulationLink::snapshotTaken, m_editor, [this](const auto& snapshot) { m_editor->show(snapshot); });
    connect(&m_link, &SimulationLink::consoleWritten, m_consolePanel, &ConsolePanel::write);
    connect(&m_link, &SimulationLink::messageArrived, this, &MainWindow::tell);
    connect(&m_link, &SimulationLink::boardOpened, this, &MainWindow::boardOpened);
    connect(&m_link, &SimulationLink::posted, this, [this](const simulation::Command&, bool taken) {
        if (!taken) m_messages->tell(QStringLiteral("queue"), MessageBar::Tone::Warning, tr("The simulation is too busy to take commands."));
    });

    connect(m_signals, &SignalsView::lanesChanged, this, [this](const QString& board, const QByteArray& lanes) { m_settings.setSignalLanes(board, lanes); });
    connect(m_signals, &SignalsView::told, this, [this](const QString& text) { m_messages->tell(QStringLiteral("signals"), MessageBar::Tone::Note, text); });
    connect(m_signals, &SignalsView::failed, this, [this](const QString& text) { m_messages->tell(QStringLiteral("signals"), MessageBar::Tone::Error, text); });
    connect(m_console, &ConsoleView::typed, &m_link, &SimulationLink::type);
    connect(m_sensors, &SensorPanel::moved, &m_link, &SimulationLink::setControl);
    connect(m_sensors, &SensorPanel::asked, &m_link, &SimulationLink::send);
    connect(m_board, &BoardView::moved, &m_link, &SimulationLink::setControl);
    connect(m_transport, &TransportBar::speedChosen, this, &MainWindow::chooseSpeed);
    connect(m_transport, &TransportBar::boardChosen, this, &MainWindow::openBoard);
    connect(m_transport, &TransportBar::openBoardAsked, this, &MainWindow::askOpenBoard);
    connect(m_tasks, &TaskView::lineAsked, this, [this](const QString& file, int line) { m_editor->goTo({file, line}); });
    connect(m_editor, &EditorPanel::titleChanged, this, &MainWindow::refreshTitle);
}

}  // namespace coroboard::gui
