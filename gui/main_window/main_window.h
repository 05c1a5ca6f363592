// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MainWindow: puts the views together and wires them to the link: code on the left (editor, console), the board in the middle, sensors on
// the right, the event loop below. It holds what the views must not know: files, boards, what is asked before text is lost.

#include <QMainWindow>
#include <functional>
#include <optional>

#include "board/board_profile.h"
#include "board_edit/board_editor.h"
#include "session/disk_watch.h"
#include "session/draft_store.h"
#include "session/project_memory.h"
#include "settings/settings.h"
#include "simulation_link/simulation_link.h"
#include "theme/theme.h"

class QActionGroup;
class QDockWidget;

namespace coroboard::gui {

class BoardPanel;
class BoardView;
class BuzzerSound;
class ConsolePanel;
class ConsoleView;
class Document;
class EditorPanel;
class HelpPanel;
class Locator;
class MessageBar;
class PartsPanel;
class ProjectSearch;
class ProjectTree;
class SensorPanel;
class SignalsView;
class StartPage;
class TaskView;
class TransportBar;
struct LocatorPlace;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    // All three outlive the window.
    MainWindow(SimulationLink& link, Settings& settings, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Opens what the app was started with; without a file what the settings say (first of all: the board's demo). Text that was not saved
    // when the app died comes back. Problems are told in the window.
    void start(const QString& file, const QString& board);

    // A program, a project folder or a board profile; asks first when text would be lost.
    void openPath(const QString& path);
    void openBoard(const QString& nameOrFile);

    EditorPanel& editor() const { return *m_editor; }
    ConsoleView& console() const { return *m_console; }
    ConsolePanel& consolePanel() const { return *m_consolePanel; }
    BoardView& board() const { return *m_board; }
    BoardPanel& boardPanel() const { return *m_boardPanel; }
    BoardEditor& boardEditor() { return m_boardEditor; }
    PartsPanel& partsPanel() const { return *m_parts; }
    SensorPanel& sensors() const { return *m_sensors; }
    SignalsView& signalsView() const { return *m_signals; }
    TaskView& tasks() const { return *m_tasks; }
    MessageBar& messages() const { return *m_messages; }
    TransportBar& transport() const { return *m_transport; }
    StartPage& startPage() const { return *m_start; }
    HelpPanel& help() const { return *m_help; }
    ProjectTree& projectTree() const { return *m_project; }
    ProjectSearch& projectSearch() const { return *m_search; }
    Locator& locator() const { return *m_locator; }

public Q_SLOTS:
    void showStart();
    void hideStart();
    void toggleStart();
    void askNewProject();
    void newFile();
    void askOpenFile();
    void askOpenFolder();
    void askOpenBoard();
    bool save();
    void askSaveRecording();
    void askSaveAs();
    void run();
    void togglePause();
    void interrupt();
    void goToSignals();
    void resetLayout();
    void openHelp(const QString& page);
    void startTour();
    void preferences();
    void about();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Actions;
    struct EditingActions;

    // main_window.cpp
    void buildViews();
    void buildDocks();
    QDockWidget* dock(const QString& name, const QString& title, const QString& icon, QWidget* view, const QList<QAction*>& tools);
    void wire();
    void arrange();

    // main_window_actions.cpp
    void buildActions();
    void buildMenus();
    void buildGoToMenu(QMenu& menu);
    void buildThemeMenu(QMenu& menu);
    void buildSpeedMenu(QMenu& menu);
    void goTo(QDockWidget& pane);
    void fillRecentMenu();
    void fillBoards();

    // main_window_start.cpp
    void buildStart();
    void placeStart();
    void welcome();

    // main_window_debug.cpp
    void buildDebugActions();
    void buildDebugging();
    void begin(modules::Proceed how, std::optional<modules::Breakpoint> until = {});
    void stepLine(modules::Proceed how);
    void runToCursor();

    // main_window_board.cpp
    void buildBoardActions();
    void addBoardEditMenu(QMenu& menu);
    bool editsBoard() const;
    bool boardHasFocus() const;
    void undo();
    void redo();
    void nameSteps();
    void beginBoardEdit();
    void endBoardEdit();
    void refreshBoardEdit();
    bool applyBoard();
    void discardBoardEdits();
    void selectNextProblem();
    QString ownProjectFolder() const;
    bool saveBoard();
    bool saveBoardInto(const QString& folder);
    void boardSaved(const QString& file);
    void afterSavingBoard(const QString& occasion, std::function<void()> go);
    void restoreBoard(const Draft& draft);
    void restoreBoardDrafts();

    // main_window_help.cpp
    void buildHelp();

    // main_window_sound.cpp
    void buildSound();

    // main_window_session.cpp
    void buildSession();
    void keepSession();
    void autosave();
    std::vector<Draft> drafts() const;
    std::vector<Draft> takeDrafts(std::size_t first);
    bool restoreDrafts(const QString& opening);
    void restore(const std::vector<Draft>& drafts);
    void watchFiles();
    void fileChanged(const QString& file);
    void fileDeleted(const QString& file);

    // main_window_project.cpp
    void buildProjectActions();
    void buildProject();
    void fillFileMenu(QMenu& menu);
    Result<void> openEditor(const QString& path);
    void openTab(const QString& path);
    void closeTab(Document& document);
    void turnTab(int by);
    bool saveAll();
    bool saveDocument(Document& document);
    void rememberProject();
    void recallProject();
    void runThisFile();
    void showFiles();
    void makeRoomForFiles();
    void followTabs();
    void fileRemoved(const QString& path, const QString& inTrash);

    // main_window_code.cpp
    void buildCodeActions();
    void buildCode();
    void fillEditMenu(QMenu& menu);
    void surround(Document& document);
    void goToPlace(const QString& file, int line);
    void goToDefinition(int line, int column);
    void locate(const QString& words);
    std::vector<LocatorPlace> placesFor(const QString& words) const;
    void findInFiles();

    // main_window_breakpoints.cpp
    void buildBreakpointActions();
    void askCondition(int line);
    void showBreakpointMenu(int line, const QPoint& where);

    // main_window_files.cpp
    QString programAtStart() const;
    Result<board::BoardProfile> boardAtStart(const QString& wanted);
    void openProgram(const QString& path);
    void afterSaving(const QString& question, std::function<void()> go);
    bool saveTo(const QString& path);
    void refreshTitle();
    QString demoFolder(const board::BoardProfile& profile) const;

    // main_window_recording.cpp
    static bool isRecording(const QString& path);
    void recordTaken(std::shared_ptr<const simulation::RunRecord> record);
    void saveRecording(const simulation::RunRecord& record, const QString& file);
    bool openRecording(const QString& path);
    void showReplay(const simulation::Snapshot& snapshot);

    // main_window_run.cpp
    void take(const simulation::Snapshot& snapshot);
    void boardOpened();
    void tell(const simulation::Message& message);
    void chooseSpeed(double factor);

    SimulationLink& m_link;
    Settings& m_settings;
    Theme& m_theme;
    std::unique_ptr<Actions> m_actions;
    std::unique_ptr<EditingActions> m_editing;
    EditorPanel* m_editor = nullptr;
    ConsolePanel* m_consolePanel = nullptr;
    ConsoleView* m_console = nullptr;        // in the panel
    BoardPanel* m_boardPanel = nullptr;
    BoardView* m_board = nullptr;            // in the panel
    PartsPanel* m_parts = nullptr;
    BoardEditor m_boardEditor{this};
    std::string m_appliedBoard;              // the text of the profile that runs
    bool m_applyingBoard = false;
    SensorPanel* m_sensors = nullptr;
    SignalsView* m_signals = nullptr;
    TaskView* m_tasks = nullptr;
    MessageBar* m_messages = nullptr;
    TransportBar* m_transport = nullptr;
    StartPage* m_start = nullptr;
    HelpPanel* m_help = nullptr;
    BuzzerSound* m_sound = nullptr;
    ProjectTree* m_project = nullptr;
    ProjectSearch* m_search = nullptr;
    Locator* m_locator = nullptr;
    ProjectMemory m_memory;
    DraftStore m_drafts;
    std::vector<Draft> m_orphans;            // of the last time, not looked at yet
    std::vector<Draft> m_boardOrphans;       // the same for boards
    DiskWatch m_disk{this};
    QTimer m_keep;
    QMenu* m_recent = nullptr;
    QMenu* m_boardMenu = nullptr;
    QString m_replayedFile;
    simulation::ReplayState m_replay = simulation::ReplayState::None;
    bool m_awaitsRecord = false;
    std::shared_ptr<const simulation::RunRecord> m_recordAsked;    // the last one before we asked
    std::uint64_t m_failedCycle = 0;         // the power cycle whose failure is told
    bool m_closing = false;
};

}  // namespace coroboard::gui
