// SPDX-License-Identifier: GPL-3.0-or-later
// Writing in the editor with the keyboard and the mouse: completion, call tips, going places, comments, words in all files.
#include <gtest/gtest.h>

#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

#include "console/console_view.h"
#include "editor/code_completion.h"
#include "editor/completion_popup.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "project/locator.h"
#include "project/project_search.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using Sci = QsciScintilla;

class CodeTest : public testing::Test {
protected:
    CodeTest()
    {
        QDir(folder.path()).mkpath("thing/lib");
        write("main.py", "from lib import queue\n\ndef work(n):\n    return n\n\nwork(1)\nprint('up')\n");
        write("lib/queue.py", "class Queue:\n    def __init__(self, room):\n        self.room = room\n\ndef fail():\n    raise ValueError('no')\n");
        window.resize(1200, 800);
        window.show();
    }
    QString path(const QString& name) const { return folder.filePath("thing/" + name); }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void start()
    {
        window.start(path(""), {});
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        editor().setFocus();
    }
    CodeEditor& editor() { return window.editor().editor(); }
    CompletionPopup& popup() { return editor().completion().popup(); }
    void type(const char* text) { QTest::keyClicks(&editor(), text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&editor(), key, modifiers); }
    void toEnd()
    {
        editor().setCursorPosition(editor().lines() - 1, editor().lineLength(editor().lines() - 1));
    }
    bool prints(const char* text)
    {
        return eventually([&] { return window.console().toPlainText().contains(text); });
    }
    int cursorLine()
    {
        int line = 0;
        int column = 0;
        editor().getCursorPosition(&line, &column);
        return line + 1;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(CodeTest, namesAreOfferedWhileOneTypes)
{
    start();
    toEnd();
    type("from machine import P");
    ASSERT_TRUE(eventually([&] { return popup().isVisible(); }));
    EXPECT_EQ(popup().names(), (QStringList{"Pin", "PWM", "PWRON_RESET"}));
    EXPECT_EQ(popup().about(), "A pin of the chip.");
    type("W");
    ASSERT_TRUE(eventually([&] { return popup().names() == (QStringList{"PWM", "PWRON_RESET"}); }));
    press(Qt::Key_Down);
    EXPECT_EQ(popup().chosen(), "PWRON_RESET");
    press(Qt::Key_Up);
    press(Qt::Key_Tab);
    EXPECT_FALSE(popup().isVisible());
    EXPECT_TRUE(editor().text().endsWith("from machine import PWM"));
    press(Qt::Key_Return);
    type("p = PWM(3)");
    press(Qt::Key_Return);
    type("p.fr");
    ASSERT_TRUE(eventually([&] { return popup().isVisible(); }));
    EXPECT_EQ(popup().names(), (QStringList{"freq"}));
    press(Qt::Key_Escape);
    EXPECT_FALSE(popup().isVisible());
    press(Qt::Key_Space, Qt::ControlModifier);
    ASSERT_TRUE(popup().isVisible());
    press(Qt::Key_Return);
    EXPECT_TRUE(editor().text().endsWith("p.freq"));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(editor().text().endsWith("p.fr")) << "one step of undo";
}

TEST_F(CodeTest, commentsAndTextsAreLeftAlone)
{
    start();
    toEnd();
    type("# print");
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_FALSE(popup().isVisible());
    press(Qt::Key_Return);
    type("x = 'print");
    press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_FALSE(popup().isVisible());
}

TEST_F(CodeTest, aCallShowsItsArguments)
{
    start();
    toEnd();
    type("queue.Queue(");
    QLabel& tip = editor().completion().callTip();
    ASSERT_TRUE(eventually([&] { return tip.isVisible(); }));
    EXPECT_EQ(tip.text(), "Queue(<b>room</b>)");
    type("3)");
    EXPECT_TRUE(eventually([&] { return !tip.isVisible(); }));
    press(Qt::Key_Left);
    ASSERT_TRUE(eventually([&] { return tip.isVisible(); }));
    press(Qt::Key_Escape);
    EXPECT_FALSE(tip.isVisible());
    press(Qt::Key_Space, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(tip.isVisible());
}

TEST_F(CodeTest, aTracebackInTheConsoleIsALink)
{
    write("main.py", "from lib import queue\nqueue.fail()\n");
    start();
    ASSERT_TRUE(prints("ValueError: no"));
    ASSERT_TRUE(eventually([&] { return window.editor().path() == path("lib/queue.py"); })) << "where it died comes to front";
    EXPECT_EQ(window.editor().editor().errors().front().line, 6);
    ConsoleView& console = window.console();
    const QStringList lines = console.toPlainText().split('\n');
    const auto row = lines.indexOf(lines.filter("File \"main.py\", line 2").first());
    const double height = static_cast<double>(QFontMetricsF(console.font()).height());
    // Each row is tried from the top: the view may be scrolled.
    ASSERT_GE(row, 0);
    QSignalSpy asked(&console, &ConsoleView::placeAsked);
    for (int y = 4; y < console.viewport()->height() && window.editor().path() != path("main.py"); y += std::max(4, static_cast<int>(height / 2)))
        QTest::mouseClick(console.viewport(), Qt::LeftButton, {}, QPoint(60, y));
    EXPECT_GT(asked.count(), 0);
    EXPECT_EQ(window.editor().path(), path("main.py"));
    EXPECT_EQ(cursorLine(), 2);
}

TEST_F(CodeTest, definitionsAreReachedByKeyAndByClick)
{
    start();
    editor().setCursorPosition(5, 2);
    press(Qt::Key_F2);
    EXPECT_EQ(cursorLine(), 3);
    toEnd();
    type("queue.Queue");
    press(Qt::Key_F2);
    EXPECT_EQ(window.editor().path(), path("lib/queue.py"));
    EXPECT_EQ(cursorLine(), 1);
    window.editor().raise(*window.editor().documentOf(path("main.py")));
    const auto at = editor().SendScintilla(Sci::SCI_POSITIONFROMLINE, 5UL) + 2;
    QTest::mouseClick(editor().viewport(), Qt::LeftButton, Qt::ControlModifier,
                      QPoint(static_cast<int>(editor().SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, at)) + 1,
                             static_cast<int>(editor().SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, at)) + 4));
    EXPECT_EQ(cursorLine(), 3);
    editor().setCursorPosition(6, 9);
    press(Qt::Key_F2);
    EXPECT_TRUE(window.messages().has("definition")) << "what is not known is said";
}

TEST_F(CodeTest, theLocatorGoesToSymbolsFilesAndLines)
{
    start();
    press(Qt::Key_K, Qt::ControlModifier);
    Locator& locator = window.locator();
    ASSERT_TRUE(locator.isVisible());
    QTest::keyClicks(&locator.field(), "fail");
    ASSERT_EQ(locator.list().count(), 1);
    QTest::keyClick(&locator.field(), Qt::Key_Return);
    EXPECT_EQ(window.editor().path(), path("lib/queue.py"));
    EXPECT_EQ(cursorLine(), 5);
    EXPECT_FALSE(locator.isVisible());
    press(Qt::Key_G, Qt::ControlModifier);
    ASSERT_TRUE(locator.isVisible());
    QTest::keyClicks(&locator.field(), "2");
    QTest::keyClick(&locator.field(), Qt::Key_Return);
    EXPECT_EQ(cursorLine(), 2);
    press(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(&locator.field(), Qt::Key_Escape);
    EXPECT_FALSE(locator.isVisible());
    EXPECT_TRUE(editor().hasFocus());
}

TEST_F(CodeTest, linesAreCommentedAndIndented)
{
    start();
    editor().setText("if a:\n    b()\n\n    c()\n");
    editor().setSelection(1, 0, 4, 0);
    press(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), "if a:\n    # b()\n\n    # c()\n");
    press(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), "if a:\n    b()\n\n    c()\n");
    press(Qt::Key_BracketRight, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), "if a:\n        b()\n\n        c()\n");
    press(Qt::Key_BracketLeft, Qt::ControlModifier);
    press(Qt::Key_BracketLeft, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), "if a:\nb()\n\nc()\n");
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor().text(), "if a:\n    b()\n\n    c()\n") << "one step of undo";
}

TEST_F(CodeTest, wordsAreFoundInAllFiles)
{
    start();
    editor().setText("# a Room of one's own\n");
    press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    ProjectSearch& search = window.projectSearch();
    ASSERT_TRUE(window.findChild<QDockWidget*>("search")->isVisible());
    QSignalSpy finished(&search, &ProjectSearch::finished);
    QTest::keyClicks(&search.field(), "room");
    QTest::keyClick(&search.field(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return finished.count() == 1; }));
    ASSERT_EQ(search.results().topLevelItemCount(), 2) << "the text as it is in the editor, and the other file";
    EXPECT_EQ(search.told(), "3 place(s)");
    QTreeWidgetItem* found = search.results().topLevelItem(1)->child(1);
    QTest::mouseClick(search.results().viewport(), Qt::LeftButton, {}, search.results().visualItemRect(found).center());
    EXPECT_EQ(window.editor().path(), path("lib/queue.py"));
    EXPECT_EQ(cursorLine(), 3);
}

TEST_F(CodeTest, aBreakpointGetsItsCondition)
{
    write("main.py", "import time\ndef work(n):\n    return n * 2\nn = 0\nwhile True:\n    n += 1\n    work(n)\n    time.sleep_ms(5)\n");
    start();
    editor().setCursorPosition(2, 0);
    press(Qt::Key_F9, Qt::ControlModifier);
    auto* dialog = window.findChild<QDialog*>("conditionDialog");
    ASSERT_TRUE(dialog);
    dialog->findChild<QSpinBox*>()->setValue(1);
    for (auto* field : dialog->findChildren<QLineEdit*>())
        if (!qobject_cast<QSpinBox*>(field->parent())) field->setText("n % 10 == 0");
    dialog->accept();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    EXPECT_EQ(editor().lineBreakpoints(), (std::vector<LineBreakpoint>{{3, "n % 10 == 0", 1}}));
    window.findChild<QAction*>("run")->trigger();
    ASSERT_TRUE(eventually([&] { return editor().stop() == 3; }));
    StopView& stop = window.editor().stopView();
    stop.watchList().add("n + 1");
    EXPECT_TRUE(eventually([&] { return stop.watchList().topLevelItem(0)->text(1) == "21"; })) << stop.watchList().topLevelItem(0)->text(1).toStdString();
    editor().setCursorPosition(2, 11);
    press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(stop.watches(), (QStringList{"n + 1", "n"}));
    stop.watchList().setCurrentItem(stop.watchList().topLevelItem(0));
    QTest::keyClick(&stop.watchList(), Qt::Key_Delete);
    EXPECT_EQ(stop.watches(), (QStringList{"n"}));
    stop.watchList().setCurrentItem(stop.watchList().topLevelItem(1));
    QTest::keyClick(&stop.watchList(), Qt::Key_Return);
    auto* field = stop.watchList().findChild<QLineEdit*>();
    ASSERT_TRUE(field);
    QTest::keyClicks(field, "work(2)");
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return stop.watchList().topLevelItem(1)->text(1).contains("would run code"); }))
        << stop.watchList().topLevelItem(1)->text(1).toStdString();
}

}  // namespace

}  // namespace coroboard::gui
