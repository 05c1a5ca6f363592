// SPDX-License-Identifier: GPL-3.0-or-later
// Breakpoints and steps in the window: margin, keys, the line where the program stands, call stack, values under the pointer.

#include <gtest/gtest.h>

#include <QFile>
#include <QHelpEvent>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QToolTip>

#include "editor/editor_panel.h"
#include "editor/values_at.h"
#include "main_window/main_window.h"
#include "sample_board.h"
#include "task_view/task_view.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

constexpr const char* program = "import asyncio\n"               // 1
                                "\n"                             // 2
                                "async def read(n):\n"           // 3
                                "    await asyncio.sleep_ms(5)\n"  // 4
                                "    return n * 2\n"             // 5
                                "\n"                             // 6
                                "async def main():\n"            // 7
                                "    total = 0\n"                // 8
                                "    while True:\n"              // 9
                                "        total += await read(4)\n"  // 10
                                "        print(total)\n"         // 11
                                "\n"                             // 12
                                "asyncio.run(main())\n";         // 13

class BreakpointsTest : public testing::Test {
protected:
    BreakpointsTest()
    {
        window.resize(1200, 800);
        window.show();
    }

    void start(const QByteArray& text = program)
    {
        QFile made(folder.filePath("program.py"));
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(text);
        made.close();
        window.start(made.fileName(), "sensor-board");
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window)) << "shortcuts are for the active window";
    }

    CodeEditor& editor() { return window.editor().editor(); }
    StopView& stop() { return window.editor().stopView(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&window, key, modifiers); }
    bool standsAt(int line)
    {
        return eventually([&] { return editor().stop() == line; });
    }
    // Left of the text, in the middle of the line.
    void clickMargin(int line)
    {
        const int height = static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
        const int y = (line - 1 - editor().firstVisibleLine()) * height + height / 2;
        QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, QPoint(8, y));
    }
    QStringList frames()
    {
        QStringList names;
        for (int i = 0; i < stop().tree()->topLevelItemCount(); ++i)
            names.append(stop().tree()->topLevelItem(i)->text(0) + " " + stop().tree()->topLevelItem(i)->text(1));
        return names;
    }
    QStringList locals(int frame)
    {
        QStringList texts;
        QTreeWidgetItem* item = stop().tree()->topLevelItem(frame);
        for (int i = 0; i < item->childCount(); ++i) texts.append(item->child(i)->text(0));
        return texts;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.ini")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(BreakpointsTest, aClickInTheMarginStopsTheProgramThere)
{
    start();
    clickMargin(11);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{11}));
    ASSERT_TRUE(standsAt(11));
    EXPECT_TRUE(link.snapshot()->paused);
    EXPECT_TRUE(stop().isVisible());
    EXPECT_EQ(stop().reason(), "Breakpoint: main() · main.py:11");
    EXPECT_EQ(frames(), (QStringList{"main main.py:11", "<module> main.py:13"}));
    ASSERT_EQ(locals(0).size(), 1);
    static const QRegularExpression value("^total = (\\d+)$");
    const int total = value.match(locals(0).first()).captured(1).toInt();
    EXPECT_GT(total, 0) << locals(0).first().toStdString();

    const auto when = link.snapshot()->now;
    press(Qt::Key_F6);
    ASSERT_TRUE(eventually([&] { return link.snapshot()->now > when && editor().stop() == 11; })) << "the next round";
    EXPECT_EQ(locals(0), (QStringList{QStringLiteral("total = %1").arg(total + 8)}));
    clickMargin(11);
    EXPECT_TRUE(editor().breakpoints().empty());
    press(Qt::Key_F6);
    EXPECT_TRUE(eventually([&] { return !link.snapshot()->paused && !stop().isVisible() && editor().stop() == 0; }));
}

TEST_F(BreakpointsTest, theKeysStepOverIntoAndOut)
{
    start();
    editor().setCursorPosition(9, 0);
    press(Qt::Key_F9);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{10}));
    ASSERT_TRUE(standsAt(10));
    press(Qt::Key_F9);
    EXPECT_TRUE(editor().breakpoints().empty());
    press(Qt::Key_F11);
    ASSERT_TRUE(standsAt(4));
    EXPECT_EQ(frames(), (QStringList{"read main.py:4", "main main.py:10", "<module> main.py:13"}));
    press(Qt::Key_F10);
    ASSERT_TRUE(standsAt(5)) << "through the sleep";
    press(Qt::Key_F11, Qt::ShiftModifier);
    ASSERT_TRUE(standsAt(10));
    press(Qt::Key_F10);
    ASSERT_TRUE(standsAt(11));
    EXPECT_EQ(stop().reason(), "Step: main() · main.py:11");
}

TEST_F(BreakpointsTest, aStepBeginsAProgramThatDoesNotRun)
{
    start("print('one')\nprint('two')\n");
    ASSERT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Finished; }));
    press(Qt::Key_F10);
    ASSERT_TRUE(standsAt(1));
    press(Qt::Key_F10);
    ASSERT_TRUE(standsAt(2));
    press(Qt::Key_F10);
    EXPECT_TRUE(eventually([&] { return link.snapshot()->program == simulation::ProgramState::Finished && !stop().isVisible(); }));
}

TEST_F(BreakpointsTest, runToTheCursor)
{
    start();
    editor().setCursorPosition(4, 0);
    window.findChild<QAction*>("runToCursor")->trigger();
    ASSERT_TRUE(standsAt(5));
    EXPECT_TRUE(editor().breakpoints().empty());
}

TEST_F(BreakpointsTest, breakpointsGoToALineWithCodeAndMoveWithIt)
{
    start();
    clickMargin(9);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{10})) << "`while True:` is no code";
    editor().insertAt("# new\n", 0, 0);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{11}));
    window.findChild<QAction*>("clearBreakpoints")->trigger();
    EXPECT_TRUE(editor().breakpoints().empty());
    clickMargin(14);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{14}));
    clickMargin(15);
    EXPECT_EQ(editor().breakpoints(), (std::vector<int>{14})) << "no code from there on";
}

TEST_F(BreakpointsTest, aFrameOfTheCallStackGoesToItsLine)
{
    start();
    clickMargin(5);
    ASSERT_TRUE(standsAt(5));
    QTreeWidgetItem* caller = stop().tree()->topLevelItem(1);
    QTest::mouseClick(stop().tree()->viewport(), Qt::LeftButton, {}, stop().tree()->visualItemRect(caller).center());
    int line = 0;
    int column = 0;
    editor().getCursorPosition(&line, &column);
    EXPECT_EQ(line + 1, 10);
}

TEST_F(BreakpointsTest, aNameUnderThePointerShowsItsValue)
{
    start();
    clickMargin(11);
    ASSERT_TRUE(standsAt(11));
    const auto at = editor().SendScintilla(QsciScintilla::SCI_POSITIONFROMLINE, 10UL) + 16;
    const QPoint place(static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, at)),
                       static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, at)) + 4);
    QHelpEvent help(QEvent::ToolTip, editor().mapFromGlobal(editor().viewport()->mapToGlobal(place)), editor().viewport()->mapToGlobal(place));
    QApplication::sendEvent(&editor(), &help);
    EXPECT_EQ(QToolTip::text(), locals(0).first());
}

TEST_F(BreakpointsTest, aClickOnASuspendedCoroutineSelectsItInTheEventLoop)
{
    start("import asyncio\n\nasync def wait():\n    await asyncio.sleep(60)\n\nasyncio.run(wait())\n");
    ASSERT_TRUE(eventually([&] { return !editor().suspended().empty() && editor().suspended().front().line == 4; }));
    editor().viewport()->repaint();
    const auto end = editor().SendScintilla(QsciScintilla::SCI_GETLINEENDPOSITION, 3UL);
    const QPoint place(static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTXFROMPOSITION, 0UL, end)) + 40,
                       static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_POINTYFROMPOSITION, 0UL, end)) + 6);
    QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, place);
    EXPECT_TRUE(eventually([&] { return window.tasks().tree()->currentIndex().data().toString() == "wait"; }));
}

TEST(ValuesAt, knowsTheFunctionAroundTheLine)
{
    const auto scopes = program::functionScopes("async def work(n):\n    await n\n\nasync def other(n):\n    await n\n");
    simulation::Snapshot snapshot;
    auto one = sampleTask(1, "work", 2);
    one.chain.back().locals = {{"n", "1"}};
    auto two = sampleTask(2, "work", 2);
    two.chain.back().locals = {{"n", "2"}};
    snapshot.tasks = {one};
    EXPECT_EQ(valuesAt(snapshot, scopes, "main.py", "n", 1), "n = 1");
    EXPECT_EQ(valuesAt(snapshot, scopes, "main.py", "n", 5), "") << "nobody is in other()";
    EXPECT_EQ(valuesAt(snapshot, scopes, "lib.py", "n", 1), "");
    snapshot.tasks = {one, two};
    EXPECT_EQ(valuesAt(snapshot, scopes, "main.py", "n", 2), "work #1: n = 1\nwork #2: n = 2");
    snapshot.stop = simulation::StopSnapshot{modules::StopCause::Step, 2, two.chain};
    EXPECT_EQ(valuesAt(snapshot, scopes, "main.py", "n", 2), "n = 2") << "the one that stands";
}

}  // namespace

}  // namespace coroboard::gui
