// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_text.h"

#include <gtest/gtest.h>

namespace coroboard::gui {

namespace {

std::string textOf(const TerminalText& text)
{
    std::string all;
    for (std::size_t i = 0; i < text.count(); ++i) all += (i > 0 ? "\n" : "") + text.text(i).toStdString();
    return all;
}

std::string after(const QByteArray& bytes)
{
    TerminalText text;
    text.setRows(4);
    text.write(bytes);
    return textOf(text);
}

TEST(TerminalText, aLineFeedAlsoReturns) { EXPECT_EQ(after("one\r\ntwo\nthr"), "one\ntwo\nthr"); }

TEST(TerminalText, carriageReturnWritesOver) { EXPECT_EQ(after("12345\rab"), "ab345"); }

TEST(TerminalText, backspaceMovesAndStopsAtTheFirstColumn)
{
    EXPECT_EQ(after("abc\b\bx"), "axc");
    EXPECT_EQ(after("\b\bx"), "x");
}

TEST(TerminalText, tabGoesToTheNextEighthColumn) { EXPECT_EQ(after("a\tb"), "a       b"); }

TEST(TerminalText, cursorSequencesMoveAndErase)
{
    EXPECT_EQ(after("abcdef\x1b[3D\x1b[K"), "abc");
    EXPECT_EQ(after("abc\x1b[2Gx"), "axc");
    EXPECT_EQ(after("ab\x1b[2Cc"), "ab  c");
    EXPECT_EQ(after("abc\x1b[2K"), "");
    EXPECT_EQ(after("abcdef\x1b[2G\x1b[2P"), "adef");
    EXPECT_EQ(after("abc\x1b[2G\x1b[2@"), "a  bc");
    EXPECT_EQ(after("abc\x1b[1G\x1b[2X"), "  c");
    EXPECT_EQ(after("a\x1b" "7bc\x1b" "8x"), "axc");
}

// A dashboard that is drawn over and over.
TEST(TerminalText, theScreenCanBeDrawnAgain)
{
    EXPECT_EQ(after("old\r\nlines\x1b[2J\x1b[Ht 20\r\nh 40\x1b[Ht 21"), "t 21\nh 40");
    EXPECT_EQ(after("1\r\n2\r\n3\r\n4\r\n5\x1b[H\x1b[2Bx"), "1\n2\n3\nx\n5");
    EXPECT_EQ(after("\x1b[3;2Hx"), "\n\n x");
}

TEST(TerminalText, colourAndBoldBelongToTheCharacters)
{
    TerminalText text;
    text.write("\x1b[1;31mr\x1b[0mn\x1b[38;5;200mx");
    ASSERT_EQ(text.line(0).size(), 3u);
    EXPECT_EQ(text.line(0)[0].look.foreground, 1);
    EXPECT_TRUE(text.line(0)[0].look.bold);
    EXPECT_EQ(text.line(0)[1].look, TextLook{});
    EXPECT_EQ(text.line(0)[2].look.foreground, 200);
}

TEST(TerminalText, sequencesAndCharactersMayBeCutAnywhere)
{
    const QByteArray whole = QByteArray("gr\xc3\xbc\xc3\x9f \x1b[32mg\x1b[0m \xf0\x9f\x98\x80.");
    for (int cut = 0; cut <= whole.size(); ++cut) {
        TerminalText text;
        text.write(whole.left(cut));
        text.write(whole.mid(cut));
        EXPECT_EQ(textOf(text), "gr\xc3\xbc\xc3\x9f g \xf0\x9f\x98\x80.") << "cut at " << cut;
    }
}

TEST(TerminalText, wideCharactersTakeTwoColumns)
{
    TerminalText text;
    text.write("\xe6\xb8\xa9\xe5\xba\xa6");
    EXPECT_EQ(text.column(), 4u);
    EXPECT_EQ(text.text(0).toStdString(), "\xe6\xb8\xa9\xe5\xba\xa6");
}

TEST(TerminalText, keepsNoMoreLinesThanItsLimitAndCountsTheOthers)
{
    TerminalText text(3);
    text.setRows(2);
    text.write("1\n2\n3\n4\n5\n");
    EXPECT_EQ(textOf(text), "4\n5\n");
    EXPECT_EQ(text.first(), 3u);
    EXPECT_EQ(text.row(), 2u);
}

TEST(TerminalText, aLineWithoutEndIsBroken)
{
    TerminalText text;
    text.write(QByteArray(100'000, 'x'));
    EXPECT_GE(text.count(), 20u);
    for (std::size_t i = 0; i < text.count(); ++i) EXPECT_LE(text.line(i).size(), 4096u);
}

TEST(TerminalText, longLinesAreForgottenEarlier)
{
    TerminalText text;
    text.setRows(20);
    const QByteArray line = QByteArray(4000, 'x') + "\r\n";
    for (int i = 0; i < 2000; ++i) text.write(line);
    EXPECT_EQ(text.first() + text.count(), 2001u);
    const std::size_t kept = TerminalText::mostCells / 4000;
    EXPECT_EQ(text.count(), kept + 20);
    text.setRows(40);
    text.write(line);
    EXPECT_EQ(text.count(), kept + 21) << "what stands on the screen again is not counted";
    for (int i = 0; i < 12'000; ++i) text.write("short\r\n");
    EXPECT_EQ(text.count(), TerminalText::usualLimit) << "short lines are counted as lines again";
}

TEST(TerminalText, clearingKeepsTheLineUnderTheCursor)
{
    TerminalText text;
    text.write("old\r\n>>> half");
    text.clear();
    EXPECT_EQ(textOf(text), ">>> half");
    text.write("way");
    EXPECT_EQ(textOf(text), ">>> halfway");
}

TEST(TerminalText, theCursorCanBeHidden)
{
    TerminalText text;
    text.write("\x1b[?25l");
    EXPECT_FALSE(text.cursorShown());
    text.write("\x1b[?25h");
    EXPECT_TRUE(text.cursorShown());
}

}  // namespace

}  // namespace coroboard::gui
