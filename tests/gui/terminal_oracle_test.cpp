// SPDX-License-Identifier: GPL-3.0-or-later
// TerminalText against libvterm: the same random bytes give the same screen, colours included.
#include <gtest/gtest.h>
#include <vterm.h>

#include <random>

#include "console/terminal_text.h"

namespace coroboard::gui {

namespace {

constexpr int rows = 8;
constexpr int columns = 400;             // no line gets so long: the view wraps, a terminal of fixed width would

class Oracle {
public:
    Oracle() : m_terminal(vterm_new(rows, columns)), m_screen(vterm_obtain_screen(m_terminal))
    {
        vterm_set_utf8(m_terminal, 1);
        vterm_screen_reset(m_screen, 1);
    }
    ~Oracle() { vterm_free(m_terminal); }
    Oracle(const Oracle&) = delete;
    Oracle& operator=(const Oracle&) = delete;

    void write(const QByteArray& bytes) { vterm_input_write(m_terminal, bytes.constData(), static_cast<std::size_t>(bytes.size())); }

    VTermScreenCell cell(int row, int column) const
    {
        VTermScreenCell cell;
        vterm_screen_get_cell(m_screen, {row, column}, &cell);
        return cell;
    }
    VTermPos cursor() const
    {
        VTermPos position;
        vterm_state_get_cursorpos(vterm_obtain_state(m_terminal), &position);
        return position;
    }

private:
    VTerm* m_terminal;
    VTermScreen* m_screen;
};

int numberOf(const VTermColor& colour, bool isDefault) { return isDefault ? -1 : VTERM_COLOR_IS_INDEXED(&colour) ? colour.indexed.idx : -2; }

void expectSame(const TerminalText& text, const Oracle& oracle, const QByteArray& bytes)
{
    const std::size_t top = text.count() > rows ? text.count() - rows : 0;
    for (int row = 0; row < rows; ++row) {
        const std::size_t line = top + static_cast<std::size_t>(row);
        for (int column = 0; column < columns; ++column) {
            const VTermScreenCell theirs = oracle.cell(row, column);
            TerminalCell ours;
            if (line < text.count() && static_cast<std::size_t>(column) < text.line(line).size()) ours = text.line(line)[static_cast<std::size_t>(column)];
            const char32_t character = theirs.chars[0] == 0 ? U' ' : theirs.chars[0] == static_cast<std::uint32_t>(-1) ? 0 : theirs.chars[0];
            ASSERT_EQ(ours.character, character) << "row " << row << " column " << column << " after " << bytes.toHex(' ').constData();
            // libvterm keeps no look for the second half of a wide character, and gives erased cells the pen of the moment, where ours
            // take the theme's ground. Blanks show neither letters nor weight.
            if (ours.character == 0 || theirs.chars[0] == 0) continue;
            ASSERT_EQ(ours.look.inverse, theirs.attrs.reverse != 0) << bytes.toHex(' ').constData();
            ASSERT_EQ(ours.look.background, numberOf(theirs.bg, VTERM_COLOR_IS_DEFAULT_BG(&theirs.bg))) << row << "," << column << " after " << bytes.toHex(' ').constData();
            if (ours.character == U' ') continue;
            ASSERT_EQ(ours.look.foreground, numberOf(theirs.fg, VTERM_COLOR_IS_DEFAULT_FG(&theirs.fg))) << bytes.toHex(' ').constData();
            ASSERT_EQ(ours.look.bold, theirs.attrs.bold != 0);
        }
    }
    EXPECT_EQ(text.row() - top, static_cast<std::size_t>(oracle.cursor().row)) << bytes.toHex(' ').constData();
    EXPECT_EQ(text.column(), static_cast<std::size_t>(oracle.cursor().col)) << bytes.toHex(' ').constData();
}

TEST(TerminalOracle, randomBytesGiveTheSameScreen)
{
    const std::vector<QByteArray> pieces = {
        "a", "Bc", "hello", " ", "\r\n", "\r\n", "\r", "\b", "\t", "\xc3\xbc", "\xe6\xb8\xa9", "\xe2\x82\xac", "\x1b[A", "\x1b[2B", "\x1b[C", "\x1b[3D",
        "\x1b[E", "\x1b[F", "\x1b[5G", "\x1b[H", "\x1b[3;7H", "\x1b[2d", "\x1b[K", "\x1b[1K", "\x1b[2K", "\x1b[J", "\x1b[1J", "\x1b[2J", "\x1b[2P",
        "\x1b[3@", "\x1b[2X", "\x1b[31m", "\x1b[1m", "\x1b[22m", "\x1b[7m", "\x1b[27m", "\x1b[0m", "\x1b[m", "\x1b[44m", "\x1b[49m", "\x1b[38;5;123m",
        "\x1b[39m", "\x1b" "7", "\x1b" "8", "\x07", "\x1b]0;title\x07", "\x1b(B"};
    std::mt19937 random(1);
    for (int round = 0; round < 400; ++round) {
        TerminalText text;
        text.setRows(rows);
        Oracle oracle;
        QByteArray all;
        for (int i = 0; i < 40; ++i) {
            // What is restored without having been saved is each terminal's own affair.
            const QByteArray piece = i == 0 ? QByteArray("\x1b" "7") : pieces[random() % pieces.size()];
            all += piece;
            text.write(piece);
            oracle.write(piece);
        }
        expectSame(text, oracle, all);
        if (testing::Test::HasFailure()) return;
    }
}

}  // namespace

}  // namespace coroboard::gui
