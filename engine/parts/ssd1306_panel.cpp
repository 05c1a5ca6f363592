// SPDX-License-Identifier: MIT
#include "parts/ssd1306_panel.h"

#include <algorithm>
#include <array>

namespace coroboard::parts {

namespace {

constexpr int width = 128;
// Section 10.2: frames between two steps of scrolling.
constexpr std::array<int, 8> scrollFrames = {5, 64, 128, 256, 3, 4, 25, 2};
constexpr std::int64_t oscillator = 370'000;  // hertz, typical

}  // namespace

std::vector<std::string> Ssd1306Panel::notModelled()
{
    return {"fade, blink and zoom (commands 23h and D6h)", "brightness of a glass fed from outside (VCC)", "reading its memory"};
}

Ssd1306Panel::Ssd1306Panel(const OledGlass& glass, Random random)
    : OledPanel(glass, width, (width - glass.width) / 2, random)
{
    Ssd1306Panel::reset();
}

void Ssd1306Panel::reset()
{
    OledPanel::reset();
    m_addressing = Addressing::Page;
    moveTo({0, width - 1}, {0, pages - 1});
    m_scroll = {};
    m_fixedLines = m_moved = 0;
    m_movingLines = 64;
    m_clock = 0x80;
    m_precharge = 0x22;
    setPowered(false);
}

void Ssd1306Panel::moveTo(Range columns, Range pages)
{
    m_window = columns;
    m_pages = pages;
    m_column = columns.first;
    m_page = pages.first;
}

void Ssd1306Panel::data(std::uint8_t byte, time::VirtualTime now)
{
    moveOn(now);
    // The remap (A1h) turns the columns where data comes in.
    memory(m_page, isRemapped() ? width - 1 - m_column : m_column) = byte;
    changed();
    const auto advance = [](int& value, Range range) {
        const bool wraps = value == range.last;
        value = wraps ? range.first : (value + 1) & 0x7f;
        return wraps;
    };
    switch (m_addressing) {
    case Addressing::Page:
        advance(m_column, {0, width - 1});
        break;
    case Addressing::Horizontal:
        if (advance(m_column, m_window))
            advance(m_page, m_pages);
        break;
    case Addressing::Vertical:
        if (advance(m_page, m_pages))
            advance(m_column, m_window);
        break;
    }
    m_page &= 7;
}

std::size_t Ssd1306Panel::argumentsOf(std::uint8_t command) const
{
    switch (command) {
    case 0x20: case 0x23: case 0x8d: case 0xd6:
        return 1;
    case 0x21: case 0x22: case 0xa3:
        return 2;
    case 0x26: case 0x27:
        return 6;
    case 0x29: case 0x2a:
        return 5;
    default:
        return argumentsOfShared(command);
    }
}

void Ssd1306Panel::execute(std::uint8_t command, std::span<const std::uint8_t> arguments, time::VirtualTime now)
{
    if (command <= 0x0f)
        m_column = (m_column & 0x70) | command;
    else if (command <= 0x1f)
        m_column = (m_column & 0x0f) | (command & 7) << 4;
    else if (command >= 0xb0 && command <= 0xb7)
        m_page = command & 7;
    switch (command) {
    case 0x20:
        if ((arguments[0] & 3) < 3)
            m_addressing = static_cast<Addressing>(arguments[0] & 3);
        break;
    case 0x21:
        m_window = {arguments[0] & 0x7f, arguments[1] & 0x7f};
        m_column = m_window.first;
        break;
    case 0x22:
        m_pages = {arguments[0] & 7, arguments[1] & 7};
        m_page = m_pages.first;
        break;
    case 0x26: case 0x27: case 0x29: case 0x2a:
        setScroll(command, arguments);
        break;
    case 0x2e: case 0x2f:
        m_scroll.running = command & 1;
        m_scroll.since = now;
        break;
    case 0x8d: setPowered(arguments[0] & 4); break;
    case 0xa3:
        m_fixedLines = arguments[0] & 0x3f;
        m_movingLines = std::max(1, arguments[1] & 0x7f);
        break;
    case 0xd5: m_clock = arguments[0]; break;
    case 0xd9: m_precharge = arguments[0]; break;
    default: break;
    }
    executeShared(command, arguments);
}

void Ssd1306Panel::setScroll(std::uint8_t command, std::span<const std::uint8_t> arguments)
{
    const bool diagonal = command >= 0x29;
    m_scroll.columns = command == 0x26 || command == 0x29 ? 1 : -1;
    m_scroll.lines = diagonal ? arguments[4] & 0x3f : 0;
    m_scroll.pages = {arguments[1] & 7, arguments[3] & 7};
    m_scroll.frames = scrollFrames[arguments[2] & 7];
}

// Section 8.3: a frame takes divide ratio × clocks a row × rows of the oscillator's periods.
time::Duration Ssd1306Panel::step() const
{
    const int clocks = 50 + (m_precharge & 0x0f) + (m_precharge >> 4);
    const std::int64_t periods = std::int64_t{(m_clock & 0x0f) + 1} * clocks * rows();
    return time::Duration{1'000'000'000 / oscillator * periods * m_scroll.frames};
}

void Ssd1306Panel::moveOn(time::VirtualTime now)
{
    if (!m_scroll.running)
        return;
    const std::int64_t steps = (now - m_scroll.since) / step();
    if (steps == 0)
        return;
    m_scroll.since += step() * steps;
    turnPages(static_cast<int>(steps % width) * m_scroll.columns);
    m_moved = static_cast<int>((m_moved + steps * m_scroll.lines) % m_movingLines);
    changed();
}

// Shows columns further right; the memory itself is turned, so that it must be written anew afterwards, as the data sheet says.
void Ssd1306Panel::turnPages(int columns)
{
    for (int page = m_scroll.pages.first; page <= m_scroll.pages.last; ++page) {
        std::uint8_t* first = &memory(page, 0);
        // A glass hangs with column 127 at its left.
        std::rotate(first, first + (columns + width) % width, first + width);
    }
}

int Ssd1306Panel::lineShownBy(int row) const
{
    const bool moves = row >= m_fixedLines && row < m_fixedLines + m_movingLines;
    const int shown = moves ? m_fixedLines + (row - m_fixedLines + m_moved) % m_movingLines : row;
    return (shown + startLine()) % 64;
}

}  // namespace coroboard::parts
