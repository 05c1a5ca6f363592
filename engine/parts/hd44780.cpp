// SPDX-License-Identifier: MIT
#include "parts/hd44780.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/ensure.h"
#include "parts/hd44780_font.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

// Table 6, at 270 kHz.
constexpr time::Duration longTime = 1520us;  // clear display, return home
constexpr time::Duration shortTime = 37us;
constexpr time::Duration resetTime = 10ms;   // the chip's own reset after power on
constexpr time::Duration blinkTime = 379200us;
constexpr int lineLength = 40;
constexpr int secondLine = 0x40;

struct Ground {
    int red = 0, green = 0, blue = 0;
};

Ground groundOf(const std::string& colour, bool backlight)
{
    if (!backlight)
        return colour == "blue" ? Ground{18, 26, 62} : Ground{62, 78, 40};
    if (colour == "blue")
        return {38, 70, 222};
    if (colour == "white")
        return {226, 234, 240};
    return {168, 206, 56};
}

Ground inkOf(const std::string& colour, bool backlight)
{
    if (colour == "blue")
        return backlight ? Ground{236, 244, 255} : Ground{44, 54, 96};
    return backlight ? Ground{26, 36, 20} : Ground{30, 38, 20};
}

}  // namespace

Hd44780::Hd44780(LcdGlass glass, time::VirtualTime powerOn) : m_glass(std::move(glass)), m_busyUntil(powerOn + resetTime)
{
    m_characters.fill(' ');
}

void Hd44780::write(Register which, std::uint8_t lines, time::VirtualTime now)
{
    if (m_eightLines)
        return take(which, lines, now);
    m_half = !m_half;
    if (m_half) {
        m_firstHalf = lines & 0xf0;
        return;
    }
    take(which, static_cast<std::uint8_t>(m_firstHalf | lines >> 4), now);
}

void Hd44780::take(Register which, std::uint8_t byte, time::VirtualTime now)
{
    if (isBusy(now)) {
        ++m_lost;
        return;
    }
    m_busyUntil = now + shortTime;
    m_touched = true;
    m_frame.reset();
    if (which == Register::Data)
        put(byte);
    else
        instruct(byte, now);
}

void Hd44780::instruct(std::uint8_t instruction, time::VirtualTime now)
{
    if (instruction & 0x80) {
        m_address = instruction & 0x7f;
        m_inCharacters = false;
    } else if (instruction & 0x40) {
        m_ownAddress = instruction & 0x3f;
        m_inCharacters = true;
    } else if (instruction & 0x20) {
        functionSet(instruction);
    } else if (instruction & 0x10) {
        const int by = instruction & 4 ? 1 : -1;
        if (instruction & 8)
            m_shift = (m_shift - by + lineLength) % lineLength;
        else
            moveCursor(by);
    } else if (instruction & 0x08) {
        m_on = instruction & 4;
        m_cursor = instruction & 2;
        m_blink = instruction & 1;
    } else if (instruction & 0x04) {
        m_step = instruction & 2 ? 1 : -1;
        m_shifts = instruction & 1;
    } else if (instruction & 0x03) {
        m_busyUntil = now + longTime;
        m_address = m_shift = 0;
        m_inCharacters = false;
        if (instruction & 1) {
            m_characters.fill(' ');
            m_step = 1;
        }
    }
}

void Hd44780::functionSet(std::uint8_t instruction)
{
    m_eightLines = instruction & 0x10;
    m_twoRows = instruction & 0x08;
    m_half = false;
}

void Hd44780::put(std::uint8_t byte)
{
    if (m_inCharacters) {
        m_ownDots[static_cast<std::size_t>(m_ownAddress)] = byte & 0x1f;
        m_ownAddress = (m_ownAddress + m_step) & 0x3f;
        return;
    }
    at(m_address) = byte;
    moveCursor(m_step);
    if (m_shifts)
        m_shift = (m_shift + m_step + lineLength) % lineLength;
}

// Section "DDRAM address": the lines follow each other, what lies between them is skipped.
void Hd44780::moveCursor(int by)
{
    const int last = m_twoRows ? lineLength - 1 : 2 * lineLength - 1;
    const bool inSecond = m_twoRows && m_address >= secondLine;
    int place = (inSecond ? m_address - secondLine + lineLength : std::min(m_address, last)) + by;
    place = (place + 2 * lineLength) % (2 * lineLength);
    m_address = m_twoRows && place >= lineLength ? place - lineLength + secondLine : place;
}

std::uint8_t Hd44780::lines(Register which, time::VirtualTime now) const
{
    std::uint8_t byte = 0;
    if (which == Register::Instruction)
        byte = static_cast<std::uint8_t>((isBusy(now) ? 0x80 : 0) | (m_inCharacters ? m_ownAddress : m_address));
    else
        byte = m_inCharacters ? m_ownDots[static_cast<std::size_t>(m_ownAddress)] : m_characters[static_cast<std::size_t>(m_address)];
    return m_eightLines || !m_half ? byte : static_cast<std::uint8_t>(byte << 4);
}

void Hd44780::readEnded(Register which, time::VirtualTime now)
{
    if (!m_eightLines) {
        m_half = !m_half;
        if (m_half)
            return;
    }
    if (which != Register::Data || isBusy(now))
        return;
    m_busyUntil = now + shortTime;
    if (m_inCharacters)
        m_ownAddress = (m_ownAddress + m_step) & 0x3f;
    else
        moveCursor(m_step);
    m_frame.reset();
}

// The address that a place on the glass shows; -1: none. Rows three and four continue the first two.
int Hd44780::cell(int row, int column) const
{
    const int place = column + (row >= 2 ? m_glass.columns : 0);
    if (!m_twoRows)
        return row % 2 == 0 ? (place + m_shift) % (2 * lineLength) : -1;
    return (place + m_shift) % lineLength + (row % 2 == 1 ? secondLine : 0);
}

std::uint8_t Hd44780::dots(std::uint8_t character, int line) const
{
    if (character < 0x10)
        return m_ownDots[static_cast<std::size_t>((character & 7) * 8 + line)];
    return static_cast<std::uint8_t>(hd44780Dots(character) >> (7 - line) * 8);
}

std::string Hd44780::text() const
{
    std::string text;
    for (int row = 0; row < m_glass.rows; ++row) {
        text += row == 0 ? "" : "\n";
        for (int column = 0; column < m_glass.columns; ++column) {
            const int address = cell(row, column);
            text += m_on && address >= 0 ? hd44780Text(m_characters[static_cast<std::size_t>(address)]) : " ";
        }
    }
    return text;
}

std::shared_ptr<const PixelFrame> Hd44780::draw(bool backlight, bool blinkOn) const
{
    auto frame = std::make_shared<PixelFrame>();
    frame->width = m_glass.columns * 6 - 1;
    frame->height = m_glass.rows * 9 - 1;
    frame->rgb.reserve(static_cast<std::size_t>(frame->width * frame->height * 3));
    const Ground ground = groundOf(m_glass.colour, backlight);
    const Ground ink = inkOf(m_glass.colour, backlight);
    for (int y = 0; y < frame->height; ++y)
        for (int x = 0; x < frame->width; ++x) {
            const int line = y % 9;
            bool dark = false;
            if (line < 8 && x % 6 < 5) {
                const int address = cell(y / 9, x / 6);
                // Nobody has spoken to it yet: the first row is one dark bar.
                dark = !m_touched && y / 9 % 2 == 0;
                if (m_on && address >= 0) {
                    dark = dots(m_characters[static_cast<std::size_t>(address)], line) >> (4 - x % 6) & 1;
                    dark |= isCursorAt(address) && ((m_cursor && line == 7) || (m_blink && blinkOn));
                }
            }
            const Ground& colour = dark ? ink : ground;
            for (const int part : {colour.red, colour.green, colour.blue})
                frame->rgb.push_back(static_cast<std::uint8_t>(part));
        }
    return frame;
}

void Hd44780::show(PartView& view, bool backlight, time::VirtualTime now)
{
    view.values.push_back({"backlight", backlight ? 1.0 : 0.0});
    view.values.push_back({"on", isOn() ? 1.0 : 0.0});
    view.values.push_back({"lost while busy", static_cast<double>(lost())});
    view.text = text();
    view.pixels = frame(backlight, now);
}

std::shared_ptr<const PixelFrame> Hd44780::frame(bool backlight, time::VirtualTime now)
{
    const bool blinkOn = m_blink && now.time_since_epoch() / blinkTime % 2 == 1;
    if (!m_frame || backlight != m_drawnBacklight || blinkOn != m_drawnBlink)
        m_frame = draw(backlight, blinkOn);
    m_drawnBacklight = backlight;
    m_drawnBlink = blinkOn;
    return m_frame;
}

}  // namespace coroboard::parts
