// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window with a real engine under it.

#include "main_window/main_window.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>

#include "board_view/board_view.h"
#include "board_view/part_item.h"
#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/message_bar.h"
#include "sensor_panel/control_row.h"
#include "sensor_panel/steady_text.h"
#include "sensor_panel/sensor_panel.h"
#include "task_view/task_view.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using simulation::ProgramState;

class MainWindowTest : public testing::Test {
protected:
    MainWindowTest()
    {
        window.resize(1200, 800);
        window.show();
        QObject::connect(&link, &SimulationLink::posted, &window,
                         [this](const simulation::Command& command, bool) { posted.push_back(command); });
    }

    void startWith(const QByteArray& program)
    {
        QFile made(folder.filePath("program.py"));
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(program);
        made.close();
        window.start(made.fileName(), "sensor-board");
    }

    bool reaches(ProgramState state)
    {
        return eventually([&] { return link.snapshot()->program == state; });
    }

    bool prints(const char* text)
    {
        return eventually([&] { return window.console().toPlainText().contains(text); });
    }

    QAction* action(const char* name) { return window.findChild<QAction*>(name); }

    template <class Kind>
    const Kind* lastPosted() const
    {
        for (auto at = posted.rbegin(); at != posted.rend(); ++at)
            if (const auto* found = std::get_if<Kind>(&*at)) return found;
        return nullptr;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
    std::vector<simulation::Command> posted;
};

TEST_F(MainWindowTest, theDemoRunsOnTheFirstStart)
{
    window.start({}, {});
    EXPECT_TRUE(prints("sensor board"));
    EXPECT_TRUE(window.windowTitle().contains("sensor-board/main.py"));
    EXPECT_TRUE(eventually([&] { return window.tasks().model()->rowCount() >= 4; }));
    EXPECT_FALSE(window.messages().has("run"));
}

TEST_F(MainWindowTest, aDraggedSensorReachesTheProgram)
{
    startWith("from machine import ADC\nimport time\nadc = ADC(1)\nwhile True:\n    time.sleep_ms(20)\n    adc.read_u16()\n");
    ControlRow* row = window.sensors().row("light", "light");
    ASSERT_TRUE(row);
    auto* slider = row->findChild<QSlider*>();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_End);
    const auto* moved = lastPosted<simulation::SetControl>();
    ASSERT_TRUE(moved);
    EXPECT_EQ(moved->part, "light");
    EXPECT_EQ(moved->control, "light");
    EXPECT_DOUBLE_EQ(moved->value, row->description().maximum);
    EXPECT_TRUE(eventually([&] { return row->findChild<SteadyText*>("lastRead")->text().startsWith("read 9"); }));
}

TEST_F(MainWindowTest, aPressedButtonReachesTheProgram)
{
    startWith("from machine import Pin\nimport time\nb = Pin(14, Pin.IN, Pin.PULL_UP)\nprint('ready')\n"
              "while b.value():\n    time.sleep_ms(5)\nprint('pressed')\n");
    ASSERT_TRUE(prints("ready"));
    BoardView& board = window.board();
    QTest::mousePress(board.viewport(), Qt::LeftButton, {}, board.placeOf(board.part("button_a")));
    EXPECT_TRUE(prints("pressed"));
    QTest::mouseRelease(board.viewport(), Qt::LeftButton, {}, board.placeOf(board.part("button_a")));
    EXPECT_TRUE(reaches(ProgramState::Finished));
}

TEST_F(MainWindowTest, typingReachesInput)
{
    startWith("name = input('name? ')\nprint('hello,', name)\n");
    ASSERT_TRUE(prints("name?"));
    QTest::keyClicks(&window.console(), "Ada");
    QTest::keyClick(&window.console(), Qt::Key_Return);
    EXPECT_TRUE(prints("hello, Ada"));
}

TEST_F(MainWindowTest, thePromptAnswersWhenTheProgramHasEnded)
{
    startWith("n = 21\nprint('main')\n");
    ASSERT_TRUE(prints(">>>"));
    ConsoleView& console = window.console();
    QTest::keyClicks(&console, "n * 2");
    QTest::keyClick(&console, Qt::Key_Return);
    EXPECT_TRUE(prints(">>> n * 2\n42\n>>>"));
    QTest::keyClicks(&console, "prin");
    QTest::keyClick(&console, Qt::Key_Tab);
    EXPECT_TRUE(prints(">>> print"));
    QTest::keyClick(&console, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(&console, Qt::Key_Up);
    EXPECT_TRUE(prints(">>> print\n>>> n * 2"));
    QTest::keyClick(&console, Qt::Key_U, Qt::ControlModifier);
    QApplication::clipboard()->setText("for i in range(2):\n    print('pasted', i)\n\nprint('after')\n");
    ASSERT_TRUE(eventually([&] { return console.toPlainText().endsWith("\n>>>"); }));
    QTest::keyClick(&console, Qt::Key_V, Qt::ControlModifier);
    EXPECT_TRUE(prints("pasted 0\npasted 1\nafter\n>>>"));
    QTest::keyClick(&console, Qt::Key_D, Qt::ControlModifier);
    EXPECT_TRUE(prints("MPY: soft reboot\nmain\n"));
}

TEST_F(MainWindowTest, controlCStopsAnAsyncProgramAndKeepsItsState)
{
    startWith("import asyncio\nasync def work():\n    global n\n    n = 7\n    print('up')\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(work())\n");
    ASSERT_TRUE(prints("up"));
    QTest::keyClick(&window.console(), Qt::Key_C, Qt::ControlModifier);
    ASSERT_TRUE(prints("KeyboardInterrupt:"));
    ASSERT_TRUE(prints(">>>"));
    QTest::keyClicks(&window.console(), "n");
    QTest::keyClick(&window.console(), Qt::Key_Return);
    EXPECT_TRUE(prints(">>> n\n7\n>>>"));
}

TEST_F(MainWindowTest, runPauseStopAndReset)
{
    startWith("import time\nprint('up')\nwhile True:\n    time.sleep_ms(10)\n");
    ASSERT_TRUE(prints("up"));
    action("pause")->trigger();
    ASSERT_TRUE(eventually([&] { return link.snapshot()->paused; }));
    EXPECT_TRUE(action("pause")->isChecked());
    const auto stood = link.snapshot()->now;
    action("pause")->trigger();
    ASSERT_TRUE(eventually([&] { return !link.snapshot()->paused && link.snapshot()->now > stood; }));
    action("stop")->trigger();
    ASSERT_TRUE(reaches(ProgramState::Stopped));
    EXPECT_TRUE(eventually([&] { return !action("stop")->isEnabled(); }));
    action("run")->trigger();
    ASSERT_TRUE(reaches(ProgramState::Waiting));
    const auto before = link.snapshot()->now;
    action("reset")->trigger();
    EXPECT_TRUE(eventually([&] { return link.snapshot()->now < before || window.console().toPlainText().count("up") >= 3; }));
}

TEST_F(MainWindowTest, stepsPauseAndAdvance)
{
    startWith("import time\nwhile True:\n    time.sleep_ms(10)\n");
    ASSERT_TRUE(reaches(ProgramState::Waiting));
    action("stepMillisecond")->trigger();
    ASSERT_TRUE(eventually([&] { return link.snapshot()->paused; }));
    const auto stood = link.snapshot()->now;
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F12);
    EXPECT_TRUE(eventually([&] { return link.snapshot()->now == stood + std::chrono::milliseconds(1); }));
    action("stop")->trigger();
    ASSERT_TRUE(reaches(ProgramState::Stopped));
    EXPECT_TRUE(eventually([&] { return !action("stepEvent")->isEnabled(); }));
}

TEST_F(MainWindowTest, aFrozenProgramLeavesTheWindowAliveAndStops)
{
    startWith("print('spin')\nwhile True:\n    pass\n");
    ASSERT_TRUE(prints("spin"));
    QElapsedTimer timer;
    timer.start();
    window.grab();
    QTest::keyClicks(&window.editor().editor(), "# alive");
    EXPECT_TRUE(window.editor().modified());
    action("stop")->trigger();
    EXPECT_TRUE(reaches(ProgramState::Stopped));
}

TEST_F(MainWindowTest, aFloodOfPrintsIsBoundedAndStops)
{
    startWith("while True:\n    print('0123456789' * 8)\n");
    action("run")->trigger();
    ASSERT_TRUE(prints("0123456789"));
    ASSERT_TRUE(eventually([&] { return window.console().lineCount() > 500; }));
    action("stop")->trigger();
    EXPECT_TRUE(reaches(ProgramState::Stopped));
    EXPECT_LE(window.console().lineCount(), ConsoleView::scrollbackLines);
}

TEST_F(MainWindowTest, aFailureIsShownAtItsLineAndInPlace)
{
    startWith("x = 1\n\nraise ValueError('no')\n");
    ASSERT_TRUE(reaches(ProgramState::Failed));
    ASSERT_TRUE(eventually([&] { return window.messages().has("run"); }));
    EXPECT_TRUE(window.messages().text("run").contains("ValueError: no"));
    ASSERT_EQ(window.editor().editor().errors().size(), 1u);
    EXPECT_EQ(window.editor().editor().errors().front().line, 3);
    window.editor().editor().setText("print('fine')\n");
    action("run")->trigger();
    ASSERT_TRUE(reaches(ProgramState::Finished));
    EXPECT_TRUE(eventually([&] { return !window.messages().has("run"); }));
}

TEST_F(MainWindowTest, unsavedTextIsNotLostSilently)
{
    startWith("print(1)\n");
    QTest::keyClicks(&window.editor().editor(), "# mine");
    EXPECT_TRUE(window.isWindowModified());
    window.newFile();
    ASSERT_TRUE(window.messages().has("unsaved"));
    EXPECT_TRUE(window.editor().editor().text().startsWith("# mine"));
    const auto buttons = window.messages().findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 3);
    QTest::mouseClick(buttons[0], Qt::LeftButton);          // Save
    QFile saved(folder.filePath("program.py"));
    ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
    EXPECT_TRUE(saved.readAll().startsWith("# mine"));
    EXPECT_EQ(window.editor().editor().text(), "");

    QTest::keyClicks(&window.editor().editor(), "new");
    QCloseEvent close;
    QApplication::sendEvent(&window, &close);
    EXPECT_FALSE(close.isAccepted());
    EXPECT_TRUE(window.messages().has("unsaved"));
}

TEST_F(MainWindowTest, badFilesAreToldInPlace)
{
    startWith("print(1)\n");
    window.openPath(folder.filePath("missing.py"));
    EXPECT_TRUE(window.messages().text("file").contains("missing.py"));
    QFile broken(folder.filePath("broken.json"));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("{\n  \"title\": 3\n");
    broken.close();
    window.openPath(broken.fileName());
    EXPECT_TRUE(window.messages().text("board").contains("broken.json")) << window.messages().text("board").toStdString();
    EXPECT_TRUE(window.board().part("red"));
}

TEST_F(MainWindowTest, aDroppedProgramRuns)
{
    startWith("print('old')\n");
    ASSERT_TRUE(prints("old"));
    QFile made(folder.filePath("dropped.py"));
    ASSERT_TRUE(made.open(QIODevice::WriteOnly));
    made.write("print('dropped here')\n");
    made.close();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(made.fileName())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    EXPECT_TRUE(prints("dropped here"));
}

TEST_F(MainWindowTest, anotherBoardGoesUnderTheProgram)
{
    startWith("print('here')\n");
    window.openBoard("traffic-light");
    EXPECT_EQ(link.profile().name, "traffic-light");
    EXPECT_FALSE(window.board().part("red") && window.board().part("dial"));
    EXPECT_TRUE(window.windowTitle().contains(QString::fromStdString(link.profile().title)));
}

TEST_F(MainWindowTest, everyActionOfEveryMenuWorks)
{
    startWith("import time\nwhile True:\n    time.sleep_ms(50)\n");
    ASSERT_TRUE(reaches(ProgramState::Waiting));
    int triggered = 0;
    const std::function<void(QMenu*)> walk = [&](QMenu* menu) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->menu()) {
                walk(action->menu());
                continue;
            }
            if (action->isSeparator() || action->objectName() == "quit") continue;
            EXPECT_FALSE(action->text().isEmpty());
            action->trigger();
            ++triggered;
            QCoreApplication::processEvents();
            for (QWidget* other : QApplication::topLevelWidgets())
                if (auto* dialog = qobject_cast<QDialog*>(other)) dialog->close();
        }
    };
    for (QAction* menu : window.menuBar()->actions()) walk(menu->menu());
    EXPECT_GT(triggered, 40);
    EXPECT_TRUE(window.isVisible());
    action("quit")->trigger();
    EXPECT_TRUE(eventually([&] { return !window.isVisible() || window.messages().has("unsaved"); }));
}

TEST_F(MainWindowTest, theLayoutIsRemembered)
{
    window.start({}, {});
    auto* console = window.findChild<QWidget*>("console");
    console->hide();
    window.close();
    MainWindow again(link, settings, theme);
    again.show();
    EXPECT_FALSE(again.findChild<QWidget*>("console")->isVisible());
    again.resetLayout();
    EXPECT_TRUE(again.findChild<QWidget*>("console")->isVisible());
}

}  // namespace

}  // namespace coroboard::gui
