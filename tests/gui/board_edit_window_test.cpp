// SPDX-License-Identifier: GPL-3.0-or-later
// The board's edit mode in the whole window: what runs, what is saved and where, what is asked and what comes back.

#include <gtest/gtest.h>

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include "board_edit/board_panel.h"
#include "board_edit/parts_panel.h"
#include "board_view/part_item.h"
#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "own_board.h"
#include "simulation/board_files.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

struct App {
    explicit App(const QString& folder) : settings(folder + "/settings.conf") { window.show(); }

    QAction* action(const char* name) { return window.findChild<QAction*>(name); }
    void press(const QString& label)
    {
        QCoreApplication::processEvents();
        for (auto* button : window.messages().findChildren<QPushButton*>())
            if (button->text() == label && button->isVisible()) return QTest::mouseClick(button, Qt::LeftButton);
        ADD_FAILURE() << "no button " << label.toStdString();
    }
    bool prints(const char* text)
    {
        return eventually([&] { return window.console().toPlainText().contains(text); });
    }
    BoardEditor& editor() { return window.boardEditor(); }

    Settings settings;
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

class BoardEditWindowTest : public testing::Test {
protected:
    BoardEditWindowTest()
    {
        QDir().mkpath(project);
        writeFile(project + "/main.py", "import os\nprint('runs on', os.uname().machine)\n");
    }

    QTemporaryDir folder;
    QString project = folder.filePath("project");
};

TEST_F(BoardEditWindowTest, anEditedBoardRunsTheProgramAgain)
{
    const QString file = ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    ASSERT_TRUE(app.prints("runs on"));
    app.action("editBoard")->trigger();
    EXPECT_TRUE(app.window.findChild<QDockWidget*>("parts")->isVisible());
    EXPECT_TRUE(app.window.boardPanel().canvas().isVisible());
    app.editor().select({"play"});
    app.editor().removeSelected();
    EXPECT_TRUE(app.window.board().part("play")) << "what runs is still the old board";
    app.action("editBoard")->trigger();
    EXPECT_FALSE(app.window.board().part("play"));
    EXPECT_TRUE(app.window.board().isVisible());
    EXPECT_FALSE(app.window.findChild<QDockWidget*>("parts")->isVisible());
    EXPECT_TRUE(eventually([&] { return !app.link.snapshot()->board->part("play") && app.link.snapshot()->program == simulation::ProgramState::Finished; }));
    EXPECT_TRUE(contentOf(file).contains("\"play\"")) << "not saved yet";
    EXPECT_TRUE(app.editor().modified());
}

TEST_F(BoardEditWindowTest, leavingWithoutAChangeDoesNotRestart)
{
    ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    ASSERT_TRUE(app.prints("runs on"));
    QSignalSpy opened(&app.link, &SimulationLink::boardOpened);
    app.action("editBoard")->trigger();
    app.action("editBoard")->trigger();
    EXPECT_EQ(opened.count(), 0);
}

TEST_F(BoardEditWindowTest, aBoardWithProblemsDoesNotRun)
{
    ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    app.action("editBoard")->trigger();
    app.editor().wire({"play", "signal"}, {});
    app.editor().select({});
    auto* problems = app.window.findChild<QToolButton*>("boardProblems");
    EXPECT_TRUE(problems->isVisible());
    EXPECT_EQ(problems->text(), "1");
    app.action("editBoard")->trigger();
    EXPECT_TRUE(app.window.boardPanel().canvas().isVisible()) << "it stays in edit mode";
    EXPECT_TRUE(app.action("editBoard")->isChecked());
    ASSERT_TRUE(app.window.messages().has("boardEdit"));
    app.press("Show");
    EXPECT_EQ(app.editor().selection(), QStringList{"play"});
    app.action("applyBoard")->trigger();
    app.press("Discard the changes");
    EXPECT_FALSE(app.editor().modified());
    EXPECT_TRUE(app.window.board().isVisible());
}

TEST_F(BoardEditWindowTest, savingWritesOnlyWhatChanged)
{
    const QString file = ownBoard(project);
    QByteArray expected = contentOf(file);
    expected.replace("\"at\": [690, 530]", "\"at\": [700, 530]");
    ASSERT_NE(expected, contentOf(file));
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    app.action("editBoard")->trigger();
    app.editor().select({"play"});
    app.window.boardPanel().canvas().setFocus();
    QTest::keyClick(&app.window.boardPanel().canvas(), Qt::Key_Right);
    app.action("save")->trigger();           // the board has the focus
    EXPECT_EQ(contentOf(file), expected);
    EXPECT_FALSE(app.editor().modified());
    EXPECT_FALSE(app.window.messages().has("profile")) << "its own saving is no news";
}

TEST_F(BoardEditWindowTest, aBoardThatComesWithTheAppIsCopiedIntoTheProject)
{
    writeFile(project + "/coroboard.json", "{ \"board\": \"robot-arm\" }\n");
    const QString shipped = QString::fromStdString((simulation::boardsFolder() / "robot-arm.json").string());
    const QByteArray before = contentOf(shipped);
    App app(folder.path());
    app.window.start(project, {});
    ASSERT_EQ(app.editor().file(), shipped);
    app.action("editBoard")->trigger();
    app.editor().select({"play"});
    app.editor().turnSelected(90);
    app.action("saveBoard")->trigger();
    EXPECT_EQ(contentOf(shipped), before);
    EXPECT_EQ(contentOf(project + "/coroboard.json"), "{ \"board\": \"board.json\" }\n");
    EXPECT_TRUE(contentOf(project + "/board.json").contains("\"rotation\": 90"));
    EXPECT_EQ(app.editor().file(), project + "/board.json");
    EXPECT_TRUE(app.window.messages().text("boardEdit").contains("board.json in the project"));
    EXPECT_EQ(app.link.profile().file.string(), (project + "/board.json").toStdString()) << "what runs is the copy";
    EXPECT_FALSE(app.editor().modified());
    app.editor().turnSelected(90);
    app.action("saveBoard")->trigger();
    EXPECT_TRUE(contentOf(project + "/board.json").contains("\"rotation\": 180"));
}

TEST_F(BoardEditWindowTest, withoutAProjectAFolderIsAskedForAndBecomesOne)
{
    App app(folder.path());
    app.window.start({}, "robot-arm");
    app.action("editBoard")->trigger();
    app.editor().select({"play"});
    app.editor().turnSelected(90);
    app.action("saveBoard")->trigger();
    auto* dialog = app.window.findChild<QFileDialog*>("fileDialog");
    ASSERT_TRUE(dialog);
    const QString place = folder.filePath("mine");
    QDir().mkpath(place);
    Q_EMIT dialog->fileSelected(place);
    EXPECT_TRUE(QFile::exists(place + "/board.json"));
    EXPECT_TRUE(QFile::exists(place + "/main.py"));
    EXPECT_TRUE(contentOf(place + "/coroboard.json").contains("board.json"));
}

TEST_F(BoardEditWindowTest, undoIsTheBoardsWhereTheBoardHasTheFocus)
{
    ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    const QString text = app.window.editor().editor().text();
    QTest::keyClicks(&app.window.editor().editor(), "# mine");
    app.action("editBoard")->trigger();
    app.editor().select({"play"});
    app.editor().removeSelected();
    app.window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&app.window));
    app.window.boardPanel().canvas().setFocus();
    QTest::keyClick(&app.window.boardPanel().canvas(), Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(app.editor().profile().part("play"));
    EXPECT_TRUE(app.window.editor().editor().text().startsWith("# mine"));
    app.action("redo")->trigger();
    EXPECT_FALSE(app.editor().profile().part("play"));
    app.window.editor().editor().setFocus();
    app.action("undo")->trigger();
    EXPECT_FALSE(app.editor().profile().part("play"));
    EXPECT_EQ(app.window.editor().editor().text(), text);
}

TEST_F(BoardEditWindowTest, editsAreAskedAboutBeforeTheyAreLost)
{
    const QString file = ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    app.action("editBoard")->trigger();
    app.editor().select({"play"});
    app.editor().removeSelected();
    app.window.openBoard("traffic-light");
    ASSERT_TRUE(app.window.messages().has("unsavedBoard"));
    EXPECT_EQ(app.editor().file(), file);
    app.press("Cancel");
    QCloseEvent close;
    QApplication::sendEvent(&app.window, &close);
    EXPECT_FALSE(close.isAccepted());
    app.press("Cancel");
    app.window.openBoard("traffic-light");
    app.press("Save");
    EXPECT_FALSE(contentOf(file).contains("\"play\""));
    EXPECT_EQ(app.link.profile().name, "traffic-light");
}

TEST_F(BoardEditWindowTest, editsComeBackAfterAKill)
{
    const QString file = ownBoard(project);
    {
        // What an instance that died would have left.
        QDir().mkpath(folder.filePath("drafts"));
        QByteArray text = contentOf(file);
        text.replace("\"at\": [690, 530]", "\"at\": [700, 530]");
        DraftStore victim(Settings(folder.filePath("settings.conf")).stateFolder() + "/drafts");
        ASSERT_TRUE(victim.keep({{file, QString::fromUtf8(text), 1}}));
    }
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    ASSERT_TRUE(app.editor().isOpen());
    EXPECT_TRUE(app.editor().modified());
    EXPECT_EQ(app.editor().profile().part("play")->place.x, 700);
    EXPECT_TRUE(app.window.messages().text("boardEdit").contains("board.json"));
    app.press("Back to the saved board");
    EXPECT_FALSE(app.editor().modified());
    EXPECT_EQ(app.editor().profile().part("play")->place.x, 690);
}

TEST_F(BoardEditWindowTest, aPartFromThePaletteGoesToTheMiddle)
{
    ownBoard(project);
    App app(folder.path());
    app.window.start(project + "/main.py", {});
    app.action("editBoard")->trigger();
    QLineEdit& search = app.window.partsPanel().partPalette().search();
    QTest::keyClicks(&search, "hc_sr04");
    QTest::keyClick(&search, Qt::Key_Return);
    EXPECT_TRUE(app.editor().profile().part("hc_sr04"));
    EXPECT_EQ(app.editor().steps().count(), 1);
}

}  // namespace

}  // namespace coroboard::gui
