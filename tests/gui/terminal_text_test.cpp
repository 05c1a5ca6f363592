// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_text.h"

#include <gtest/gtest.h>

namespace coroboard::gui {

namespace {

std::string plain(const TerminalLine& line)
{
    QString text;
    for (const TerminalCell& cell : line) text += QString::fromUcs4(&cell.character, 1);
    return text.toStdString();
}

std::string after(const QByteArray& bytes)
{
    TerminalText text;
    text.write(bytes);
    return plain(text.line());
}

TEST(TerminalText, finishesALineAtLineFeed)
{
    TerminalText text;
    text.write("one\r\ntwo\r\nthr");
    const auto finished = text.takeFinished();
    ASSERT_EQ(finished.lines.size(), 2u);
    EXPECT_EQ(plain(finished.lines[0]), "one");
    EXPECT_EQ(plain(finished.lines[1]), "two");
    EXPECT_EQ(plain(text.line()), "thr");
    EXPECT_TRUE(text.takeFinished().lines.empty());
}

TEST(TerminalText, carriageReturnWritesOver) { EXPECT_EQ(after("12345\rab"), "ab345"); }

TEST(TerminalText, backspaceMovesAndTheEchoErases) { EXPECT_EQ(after("abc\b \b"), "ab "); }

TEST(TerminalText, backspaceStopsAtTheFirstColumn) { EXPECT_EQ(after("\b\bx"), "x"); }

TEST(TerminalText, tabGoesToTheNextEighthColumn) { EXPECT_EQ(after("a\tb"), "a       b"); }

TEST(TerminalText, cursorSequencesMoveAndErase)
{
    EXPECT_EQ(after("abcdef\x1b[3D\x1b[K"), "abc");
    EXPECT_EQ(after("abc\x1b[2Gx"), "axc");
    EXPECT_EQ(after("ab\x1b[2Cc"), "ab  c");
    EXPECT_EQ(after("abc\x1b[2K"), "");
}

TEST(TerminalText, clearScreenForgetsWhatWaited)
{
    TerminalText text;
    text.write("old\r\n\x1b[2Jnew");
    const auto finished = text.takeFinished();
    EXPECT_TRUE(finished.cleared);
    EXPECT_TRUE(finished.lines.empty());
}

TEST(TerminalText, colourAndBoldBelongToTheCharacters)
{
    TerminalText text;
    text.write("\x1b[1;31mr\x1b[0mn\x1b[38;5;200mx");
    ASSERT_EQ(text.line().size(), 3u);
    EXPECT_EQ(text.line()[0].look.foreground, 1);
    EXPECT_TRUE(text.line()[0].look.bold);
    EXPECT_EQ(text.line()[1].look, TextLook{});
    EXPECT_EQ(text.line()[2].look.foreground, 200);
}

TEST(TerminalText, sequencesAndCharactersMayBeCutAnywhere)
{
    const QByteArray whole = QByteArray("gr\xc3\xbc\xc3\x9f \x1b[32mg\x1b[0m");
    for (int cut = 0; cut <= whole.size(); ++cut) {
        TerminalText text;
        text.write(whole.left(cut));
        text.write(whole.mid(cut));
        EXPECT_EQ(plain(text.line()), "gr\xc3\xbc\xc3\x9f g") << "cut at " << cut;
    }
}

TEST(TerminalText, keepsNoMoreLinesThanItsLimit)
{
    TerminalText text(3);
    text.write("1\n2\n3\n4\n5\n");
    const auto finished = text.takeFinished();
    ASSERT_EQ(finished.lines.size(), 3u);
    EXPECT_EQ(plain(finished.lines[0]), "3");
}

TEST(TerminalText, aLineWithoutEndIsBroken)
{
    TerminalText text;
    text.write(QByteArray(100'000, 'x'));
    EXPECT_LE(text.line().size(), 4096u);
    EXPECT_GE(text.takeFinished().lines.size(), 20u);
}

}  // namespace

}  // namespace coroboard::gui
