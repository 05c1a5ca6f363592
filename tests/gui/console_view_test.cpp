// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_view.h"

#include <gtest/gtest.h>

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <cmath>

#include "console/console_accessible.h"
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

    // The middle of a character on screen.
    QPoint at(int row, int column) const
    {
        const QFontMetricsF metrics(view.font());
        const double width = metrics.horizontalAdvance(QLatin1Char('0'));
        return QPoint(8 + static_cast<int>((column + 0.25) * width), 4 + static_cast<int>((row + 0.5) * std::ceil(metrics.lineSpacing())));
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

TEST_F(ConsoleViewTest, tabAndTheLineEditorsKeysReachTheBoard)
{
    QTest::keyClick(&view, Qt::Key_Tab);
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_B, Qt::Key_D, Qt::Key_E, Qt::Key_K, Qt::Key_U, Qt::Key_W}) QTest::keyClick(&view, key, Qt::ControlModifier);
    EXPECT_EQ(typed(), "\t\x01\x02\x04\x05\x0b\x15\x17");
}

TEST_F(ConsoleViewTest, arrowKeysAreSequences)
{
    QTest::keyClick(&view, Qt::Key_Up);
    QTest::keyClick(&view, Qt::Key_Backspace);
    QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
    EXPECT_EQ(typed(), "\x1b[A\x7f\x1b[1;5D");
}

TEST_F(ConsoleViewTest, severalLinesArePastedThroughPasteModeAtAnEmptyPrompt)
{
    view.write(">>> ");
    QApplication::clipboard()->setText("if x:\n  y()\r\nz\x03");
    QTest::keyClick(&view, Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(typed(), "\x05if x:\r  y()\rz\x04");
}

TEST_F(ConsoleViewTest, oneLineOrAProgramsInputIsPastedAsTyped)
{
    view.write("name? ");
    QApplication::clipboard()->setText("a\nb");
    QTest::keyClick(&view, Qt::Key_V, Qt::ControlModifier);
    view.write("\r\n>>> ");
    QApplication::clipboard()->setText("led.on()\n");
    QTest::keyClick(&view, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(typed(), "a\rbled.on()\r");
}

TEST_F(ConsoleViewTest, showsLinesAndRewritesTheLast)
{
    view.write("one\r\n10 %");
    view.write("\r20 %");
    EXPECT_EQ(view.toPlainText(), "one\n20 %");
}

TEST_F(ConsoleViewTest, colouredTextIsPaintedInItsColour)
{
    view.write("\x1b[?25l\x1b[44m        \x1b[0m");
    const QImage picture = view.viewport()->grab().toImage();
    const QColor blue = picture.pixelColor(at(0, 3));
    EXPECT_GT(blue.blue(), blue.red() + 40);
    const QColor ground = picture.pixelColor(at(0, 12));
    EXPECT_NE(ground, blue);
}

TEST_F(ConsoleViewTest, scrollbackIsBoundedAndItsStartSaysWhatIsGone)
{
    for (int i = 0; i < 30; ++i) view.write(QByteArray("0123456789\r\n").repeated(1000));
    EXPECT_EQ(view.lineCount(), ConsoleView::scrollbackLines);
    EXPECT_EQ(view.terminal().first(), 30'001u - ConsoleView::scrollbackLines);
    // One line more than there is text: the one that says it.
    QScrollBar& bar = *view.verticalScrollBar();
    EXPECT_EQ(bar.maximum() + bar.pageStep(), ConsoleView::scrollbackLines + 1);
}

TEST_F(ConsoleViewTest, whatOneReadsStaysWhileTheBoardGoesOn)
{
    view.write(QByteArray("line\r\n").repeated(100));
    QTest::keyClick(&view, Qt::Key_PageUp);
    const int reading = view.verticalScrollBar()->value();
    EXPECT_LT(reading, view.verticalScrollBar()->maximum());
    view.write(QByteArray("line\r\n").repeated(100));
    EXPECT_EQ(view.verticalScrollBar()->value(), reading);
    QTest::keyClick(&view, Qt::Key_X);
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
}

TEST_F(ConsoleViewTest, longLinesAreWrappedToTheWidth)
{
    view.write(QByteArray(1000, 'x'));
    EXPECT_EQ(view.lineCount(), 1);
    EXPECT_GT(view.verticalScrollBar()->maximum(), 0);
    const int narrow = view.verticalScrollBar()->maximum();
    view.resize(1200, 200);
    EXPECT_LT(view.verticalScrollBar()->maximum(), narrow);
}

TEST_F(ConsoleViewTest, aDragSelectsAndADoubleClickSelectsAWord)
{
    view.write("one two_3 four\r\nfive\r\n");
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(0, 10));
    QTest::mouseMove(view.viewport(), at(1, 2));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(1, 2));
    EXPECT_EQ(view.selectedText(), "four\nfi");
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, at(0, 6));
    EXPECT_EQ(view.selectedText(), "two_3");
}

TEST_F(ConsoleViewTest, findsUpAndDownAndGoesRound)
{
    view.write("Alpha\r\nbeta alpha\r\ngamma\r\n");
    EXPECT_TRUE(view.find("alpha", ConsoleView::Direction::Up));
    EXPECT_EQ(view.selectedText(), "alpha");
    EXPECT_TRUE(view.find("alpha", ConsoleView::Direction::Up));
    EXPECT_EQ(view.selectedText(), "Alpha");
    EXPECT_TRUE(view.find("alpha", ConsoleView::Direction::Up));
    EXPECT_EQ(view.selectedText(), "alpha");
    EXPECT_TRUE(view.find("alpha", ConsoleView::Direction::Down));
    EXPECT_EQ(view.selectedText(), "Alpha");
    EXPECT_FALSE(view.find("delta", ConsoleView::Direction::Down));
}

TEST_F(ConsoleViewTest, lostBytesAreSaidOnceABurstWhenItIsOver)
{
    view.setDropped(1000);
    view.setDropped(3000);
    EXPECT_EQ(view.toPlainText(), "");
    view.setDropped(3000);
    view.setDropped(3000);
    EXPECT_EQ(view.toPlainText().count("3,000"), 1);
    view.setDropped(3500);
    view.setDropped(3500);
    EXPECT_EQ(view.toPlainText().count(" 500 "), 1);
}

TEST_F(ConsoleViewTest, clearKeepsThePrompt)
{
    view.write("one\r\n>>> ");
    view.clearAll();
    EXPECT_EQ(view.toPlainText(), ">>>");
    EXPECT_EQ(view.verticalScrollBar()->maximum(), 0);
}

// -- What a screen reader meets.

class ConsoleReaderTest : public ConsoleViewTest {
protected:
    QAccessibleTextInterface& reader()
    {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&view);
        EXPECT_EQ(face->role(), QAccessible::Terminal);
        EXPECT_TRUE(face->textInterface());
        return *face->textInterface();
    }
};

TEST_F(ConsoleReaderTest, readsTheLinesOnScreenWithTheCursor)
{
    view.write("one\r\n\xe6\xb8\xa9 two \xf0\x9f\x98\x80\r\n>>> n");
    const QString text = QString::fromUtf8("one\n\xe6\xb8\xa9 two \xf0\x9f\x98\x80\n>>> n");
    EXPECT_EQ(reader().characterCount(), text.size());
    EXPECT_EQ(reader().text(0, text.size()), text);
    EXPECT_EQ(reader().text(4, 9), text.mid(4, 5));
    EXPECT_EQ(reader().cursorPosition(), text.size());
    int start = 0;
    int end = 0;
    EXPECT_EQ(reader().textAtOffset(6, QAccessible::LineBoundary, &start, &end).trimmed(), text.section('\n', 1, 1));
    EXPECT_EQ(reader().textAtOffset(6, QAccessible::WordBoundary, &start, &end).trimmed(), "two");
}

TEST_F(ConsoleReaderTest, everyCharacterHasItsPlace)
{
    view.write("one\r\n\xe6\xb8\xa9 two\r\n");
    for (int offset : {0, 2, 4, 6, 8}) EXPECT_EQ(reader().offsetAtPoint(reader().characterRect(offset).center()), offset);
    EXPECT_EQ(reader().offsetAtPoint(view.mapToGlobal(QPoint(-10, -10))), -1);
    EXPECT_LT(reader().characterRect(4).width(), reader().characterRect(6).left() - reader().characterRect(4).left()) << "a wide character";
}

TEST_F(ConsoleReaderTest, selects)
{
    view.write("one\r\ntwo three\r\n");
    EXPECT_EQ(reader().selectionCount(), 0);
    reader().setSelection(0, 2, 7);
    EXPECT_EQ(view.selectedText(), "e\ntwo");
    int start = 0;
    int end = 0;
    reader().selection(0, &start, &end);
    EXPECT_EQ(start, 2);
    EXPECT_EQ(end, 7);
    reader().removeSelection(0);
    EXPECT_EQ(reader().selectionCount(), 0);
}

TEST_F(ConsoleReaderTest, scrollsWithTheView)
{
    for (int i = 0; i < 100; ++i) view.write(QByteArray("line ") + QByteArray::number(i) + "\r\n");
    EXPECT_TRUE(reader().text(0, reader().characterCount()).contains("line 99"));
    EXPECT_FALSE(reader().text(0, reader().characterCount()).contains("line 10\n"));
    view.verticalScrollBar()->setValue(0);
    EXPECT_TRUE(reader().text(0, reader().characterCount()).startsWith("line 0\n"));
}

TEST_F(ConsoleReaderTest, announcesWhatTheBoardWrote)
{
    view.write("quiet\r\ntem");
    EXPECT_EQ(ConsoleAccessible::news(view.terminal(), {1, 0}), "tem");
    view.write("perature\r\n\x1b[31m21 C\x1b[0m");
    EXPECT_EQ(ConsoleAccessible::news(view.terminal(), {1, 3}), "perature\n21 C");
    view.write(QByteArray(100'000, 'x'));
    EXPECT_EQ(ConsoleAccessible::news(view.terminal(), {2, 4}).size(), 1000) << "a flood is not read out";
}

}  // namespace

}  // namespace coroboard::gui
