// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_view.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>

#include "waiting.h"

namespace coroboard::gui {

namespace {

class ConsoleViewTest : public testing::Test {
protected:
    ConsoleViewTest()
    {
        view.resize(400, 200);
        view.show();
        view.setFocus();
    }

    QByteArray typed() const
    {
        QByteArray all;
        for (const auto& call : spy) all += call.first().toByteArray();
        return all;
    }

    ConsoleView view;
    QSignalSpy spy{&view, &ConsoleView::typed};
};

TEST_F(ConsoleViewTest, typingGoesToTheBoardAndIsNotEchoedHere)
{
    QTest::keyClicks(&view, "hi 2");
    QTest::keyClick(&view, Qt::Key_Return);
    EXPECT_EQ(typed(), "hi 2\r");
    EXPECT_EQ(view.toPlainText(), "");
}

TEST_F(ConsoleViewTest, controlCInterrupts)
{
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(typed(), "\x03");
}

TEST_F(ConsoleViewTest, controlCCopiesWhenTextIsSelected)
{
    view.write("hello\r\n");
    view.selectAll();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(typed(), "");
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith("hello"));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(typed(), "\x03");
}

TEST_F(ConsoleViewTest, pasteSendsCarriageReturns)
{
    QApplication::clipboard()->setText("a\nb\r\nc");
    QTest::keyClick(&view, Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(typed(), "a\rb\rc");
}

TEST_F(ConsoleViewTest, arrowKeysAreSequences)
{
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Backspace);
    EXPECT_EQ(typed(), "\x1b[A\x7f");
}

TEST_F(ConsoleViewTest, showsLinesAndRewritesTheLast)
{
    view.write("one\r\n10 %");
    view.write("\r20 %");
    EXPECT_EQ(view.toPlainText(), "one\n20 %");
}

TEST_F(ConsoleViewTest, colouredTextIsColoured)
{
    view.write("\x1b[31mred\x1b[0m plain");
    QTextCursor cursor(view.document());
    cursor.setPosition(2);
    EXPECT_EQ(cursor.charFormat().foreground().style(), Qt::SolidPattern);
    cursor.setPosition(6);
    EXPECT_EQ(cursor.charFormat().foreground().style(), Qt::NoBrush);
}

TEST_F(ConsoleViewTest, scrollbackIsBounded)
{
    for (int i = 0; i < 30; ++i) view.write(QByteArray("0123456789\r\n").repeated(1000));
    EXPECT_LE(view.blockCount(), ConsoleView::scrollbackLines);
    EXPECT_GE(view.blockCount(), ConsoleView::scrollbackLines - 1);
}

TEST_F(ConsoleViewTest, lostBytesAreSaidOnceABurst)
{
    view.setDropped(1000);
    view.setDropped(1000);
    EXPECT_EQ(view.toPlainText().count("1,000"), 1);
}

TEST_F(ConsoleViewTest, clearEmptiesIt)
{
    view.write("one\r\ntwo");
    view.clearAll();
    EXPECT_EQ(view.toPlainText(), "");
}

}  // namespace

}  // namespace coroboard::gui
