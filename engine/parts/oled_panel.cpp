// SPDX-License-Identifier: MIT
#include "parts/oled_panel.h"

#include <algorithm>
#include <cstdlib>

namespace coroboard::parts {

namespace {

struct Colour {
    int red = 0, green = 0, blue = 0;
};
constexpr Colour dark{6, 8, 11};
constexpr int yellowLines = 16;  // of a glass in two colours

Colour colourOf(const std::string& name, int line)
{
    if (name == "blue" || (name == "yellow-blue" && line >= yellowLines))
        return {88, 178, 255};
    if (name == "yellow" || name == "yellow-blue")
        return {255, 214, 64};
    if (name == "green")
        return {110, 255, 140};
    return {236, 246, 255};
}

// Where a row comes out of the chip (SSD1306 data sheet, table 10-3): in order, or even rows first and odd ones 32 further on.
int padOf(int row, bool alternating, bool swapped)
{
    const int pad = alternating ? row / 2 + (row % 2) * 32 : row;
    return swapped ? pad ^ 32 : pad;
}

}  // namespace

const std::vector<std::string>& oledColours()
{
    static const std::vector<std::string> colours = {"white", "blue", "yellow", "yellow-blue", "green"};
    return colours;
}

OledGlass oledGlass(const std::string& size, const std::string& colour)
{
    OledGlass glass;
    glass.width = std::atoi(size.c_str());
    glass.height = std::atoi(size.c_str() + size.find('x') + 1);
    glass.colour = colour;
    return glass;
}

OledPanel::OledPanel(OledGlass glass, int columns, int firstColumn, Random random)
    : m_glass(std::move(glass)), m_columns(columns), m_firstColumn(firstColumn), m_memory(static_cast<std::size_t>(pages * columns))
{
    for (std::uint8_t& byte : m_memory)
        byte = static_cast<std::uint8_t>(random.next());
}

void OledPanel::reset()
{
    m_missing = 0;
    m_on = m_inverted = m_allOn = m_remapped = m_upwards = false;
    m_contrast = 0x7f;
    m_startLine = m_offset = 0;
    m_lastRow = 63;
    m_rowPads = 0x12;
    changed();
}

void OledPanel::command(std::uint8_t byte, time::VirtualTime now)
{
    moveOn(now);
    if (m_missing > 0) {
        m_arguments.push_back(byte);
        --m_missing;
    } else {
        m_command = byte;
        m_arguments.clear();
        m_missing = argumentsOf(byte);
    }
    if (m_missing > 0)
        return;
    execute(m_command, m_arguments, now);
    changed();
}

std::size_t OledPanel::argumentsOfShared(std::uint8_t command)
{
    switch (command) {
    case 0x81: case 0xa8: case 0xad: case 0xd3: case 0xd5: case 0xd9: case 0xda: case 0xdb:
        return 1;
    default:
        return 0;
    }
}

bool OledPanel::executeShared(std::uint8_t command, std::span<const std::uint8_t> arguments)
{
    if (command >= 0x40 && command <= 0x7f) {
        m_startLine = command & 0x3f;
        return true;
    }
    switch (command) {
    case 0x81: m_contrast = arguments[0]; return true;
    case 0xa0: case 0xa1: m_remapped = command & 1; return true;
    case 0xa4: case 0xa5: m_allOn = command & 1; return true;
    case 0xa6: case 0xa7: m_inverted = command & 1; return true;
    case 0xa8:
        // Fewer than sixteen rows are not allowed and change nothing.
        if ((arguments[0] & 0x3f) >= 15)
            m_lastRow = arguments[0] & 0x3f;
        return true;
    case 0xae: case 0xaf: m_on = command & 1; return true;
    case 0xd3: m_offset = arguments[0] & 0x3f; return true;
    case 0xda: m_rowPads = arguments[0]; return true;
    case 0xd5: case 0xd9: case 0xdb: case 0xe3:
        return true;  // clock, precharge, deselect level, no operation
    default:
        break;
    }
    if (command >= 0xc0 && command <= 0xcf) {
        m_upwards = command & 8;
        return true;
    }
    return false;
}

// The row that a line of the glass hangs on; -1: none.
int OledPanel::rowAt(int line) const
{
    const bool glassAlternates = m_glass.width <= 2 * m_glass.height;
    const int pad = padOf(m_glass.height - 1 - line, glassAlternates, false);
    int output = 0;
    while (output < 64 && padOf(output, m_rowPads & 0x10, m_rowPads & 0x20) != pad)
        ++output;
    const int row = ((m_upwards ? m_lastRow - output : output) + m_offset + 64) % 64;
    return output < 64 && row <= m_lastRow ? row : -1;
}

std::shared_ptr<const PixelFrame> OledPanel::draw() const
{
    auto frame = std::make_shared<PixelFrame>();
    frame->width = m_glass.width;
    frame->height = m_glass.height;
    frame->rgb.reserve(static_cast<std::size_t>(m_glass.width * m_glass.height * 3));
    for (int y = 0; y < m_glass.height; ++y) {
        const Colour full = colourOf(m_glass.colour, y);
        const auto shade = [&](int light) { return static_cast<std::uint8_t>(light * (140 + m_contrast * 115 / 255) / 255); };
        const int row = isOn() ? rowAt(y) : -1;
        const int line = row < 0 ? 0 : lineShownBy(row);
        for (int x = 0; x < m_glass.width; ++x) {
            const int column = columnShownBy(m_firstColumn + m_glass.width - 1 - x);
            const bool dot = m_memory[static_cast<std::size_t>(line / 8 * m_columns + column)] >> line % 8 & 1;
            const bool lit = row >= 0 && (m_allOn || dot != m_inverted);
            const Colour& colour = lit ? full : dark;
            for (const int part : {colour.red, colour.green, colour.blue})
                frame->rgb.push_back(lit ? shade(part) : static_cast<std::uint8_t>(part));
        }
    }
    return frame;
}

std::shared_ptr<const PixelFrame> OledPanel::frame(time::VirtualTime now)
{
    moveOn(now);
    if (!m_frame)
        m_frame = draw();
    return m_frame;
}

}  // namespace coroboard::parts
