// SPDX-License-Identifier: MIT
#include "parts/tft_panel.h"

#include <algorithm>
#include <utility>

namespace coroboard::parts {

namespace {

enum Command : std::uint8_t {
    SoftReset = 0x01, ReadId = 0x04, ReadStatus = 0x09, ReadPower = 0x0a, ReadAccess = 0x0b, ReadFormat = 0x0c, ReadImage = 0x0d,
    ReadSelfTest = 0x0f, SleepIn = 0x10, SleepOut = 0x11, PartialOn = 0x12, NormalOn = 0x13, InversionOff = 0x20, InversionOn = 0x21,
    DisplayOff = 0x28, DisplayOn = 0x29, ColumnAddress = 0x2a, RowAddress = 0x2b, MemoryWrite = 0x2c, MemoryRead = 0x2e, PartialArea = 0x30,
    ScrollArea = 0x33, AccessControl = 0x36, ScrollStart = 0x37, IdleOff = 0x38, IdleOn = 0x39, PixelFormat = 0x3a, WriteContinue = 0x3c,
    ReadContinue = 0x3e, FunctionControl = 0xb6, ReadId4 = 0xd3, ReadId1 = 0xda, ReadId2 = 0xdb, ReadId3 = 0xdc,
};
enum Access : std::uint8_t { TurnRows = 0x80, TurnColumns = 0x40, Exchange = 0x20, Bgr = 0x08 };

std::uint8_t spread5(int value)
{
    return static_cast<std::uint8_t>(value << 3 | value >> 2);
}
std::uint8_t spread6(int value)
{
    return static_cast<std::uint8_t>(value << 2 | value >> 4);
}

}  // namespace

TftPanel::TftPanel(const TftGlass& glass, TftIdentity identity)
    : m_glass(glass), m_identity(std::move(identity)), m_memory(static_cast<std::size_t>(columns * rows))
{}

void TftPanel::reset()
{
    m_command = 0;
    m_parameters.clear();
    m_answer.clear();
    m_asleep = true;
    m_on = m_inverted = m_idle = m_partial = m_turnedColumns = m_turnedRows = false;
    m_access = 0;
    m_format = 0x66;
    m_window = {0, columns - 1};
    m_windowRows = m_partialRows = {0, rows - 1};
    m_topFixed = m_scrollStart = 0;
    m_scrolling = rows;
    m_frame.reset();
}

void TftPanel::command(std::uint8_t byte)
{
    m_command = byte;
    m_parameters.clear();
    m_answer.clear();
    m_given = 0;
    m_gathered = 0;
    m_readsMemory = false;
    switch (byte) {
    case SoftReset: reset(); break;
    case SleepIn: case SleepOut: m_asleep = byte == SleepIn; break;
    case PartialOn: case NormalOn: m_partial = byte == PartialOn; break;
    case InversionOff: case InversionOn: m_inverted = byte == InversionOn; break;
    case DisplayOff: case DisplayOn: m_on = byte == DisplayOn; break;
    case IdleOff: case IdleOn: m_idle = byte == IdleOn; break;
    case MemoryWrite:
        m_x = m_window.first;
        m_y = m_windowRows.first;
        return;
    default:
        return beginReading(byte);
    }
    m_frame.reset();
}

void TftPanel::data(std::span<const std::uint8_t> bytes)
{
    if (m_command == MemoryWrite || m_command == WriteContinue)
        return writePixels(bytes);
    for (const std::uint8_t byte : bytes)
        parameter(byte);
}

void TftPanel::parameter(std::uint8_t byte)
{
    if (m_parameters.size() >= 16)
        return;
    m_parameters.push_back(byte);
    const auto word = [&](std::size_t at) { return m_parameters[at] << 8 | m_parameters[at + 1]; };
    const std::size_t count = m_parameters.size();
    switch (m_command) {
    case ColumnAddress:
        if (count == 4)
            m_window = {word(0), word(2)};
        return;
    case RowAddress:
        if (count == 4)
            m_windowRows = {word(0), word(2)};
        return;
    case PartialArea:
        if (count == 4)
            m_partialRows = {word(0), word(2)};
        break;
    case ScrollArea:
        if (count == 4) {
            m_topFixed = std::min(word(0), rows - 1);
            m_scrolling = std::clamp(word(2), 1, rows - m_topFixed);
        }
        break;
    case ScrollStart:
        if (count == 2)
            m_scrollStart = word(0) % rows;
        break;
    case AccessControl: m_access = byte; break;
    case PixelFormat: m_format = byte; return;
    case FunctionControl:
        if (m_identity.hasFunctionControl && count == 2) {
            m_turnedRows = byte & 0x40;
            m_turnedColumns = byte & 0x20;
        }
        break;
    default:
        return;
    }
    m_frame.reset();
}

// 12 bits a pixel come as two pixels in three bytes.
int TftPanel::bytesOfGroup() const
{
    return (m_format & 7) == 5 ? 2 : 3;
}

void TftPanel::writePixels(std::span<const std::uint8_t> bytes)
{
    const int size = bytesOfGroup();
    for (const std::uint8_t byte : bytes) {
        m_group[static_cast<std::size_t>(m_gathered++)] = byte;
        if (m_gathered < size)
            continue;
        m_gathered = 0;
        const auto [a, b, c] = m_group;
        if (size == 2) {
            putPixel({spread5(a >> 3), spread6((a & 7) << 3 | b >> 5), spread5(b & 0x1f)});
        } else if ((m_format & 7) == 3) {
            const auto spread4 = [](int value) { return static_cast<std::uint8_t>(value << 4 | value); };
            putPixel({spread4(a >> 4), spread4(a & 15), spread4(b >> 4)});
            putPixel({spread4(b & 15), spread4(c >> 4), spread4(c & 15)});
        } else {
            putPixel({spread6(a >> 2), spread6(b >> 2), spread6(c >> 2)});
        }
    }
    m_frame.reset();
}

// ILI9341 data sheet, 8.2.29 and 9.3: exchange comes first, then the directions.
TftPanel::Colour& TftPanel::memoryAt(int x, int y)
{
    if (m_access & Exchange)
        std::swap(x, y);
    x = std::min(x, columns - 1);
    y = std::min(y, rows - 1);
    const int column = m_access & TurnColumns ? columns - 1 - x : x;
    const int row = m_access & TurnRows ? rows - 1 - y : y;
    return m_memory[static_cast<std::size_t>(row * columns + column)];
}

void TftPanel::putPixel(Colour colour)
{
    const bool exchanged = m_access & Exchange;
    // What lies outside the memory is thrown away.
    if (m_x < (exchanged ? rows : columns) && m_y < (exchanged ? columns : rows))
        memoryAt(m_x, m_y) = colour;
    if (++m_x <= m_window.last)
        return;
    m_x = m_window.first;
    if (++m_y > m_windowRows.last)
        m_y = m_windowRows.first;
}

// Reads of one byte follow the command at once, longer ones after a dummy clock: everything comes one bit later.
void TftPanel::beginReading(std::uint8_t command)
{
    const auto late = [](std::vector<std::uint8_t> bytes) {
        std::vector<std::uint8_t> shifted;
        int carry = 0;
        for (const int byte : bytes) {
            shifted.push_back(static_cast<std::uint8_t>(carry | byte >> 1));
            carry = byte << 7 & 0x80;
        }
        shifted.push_back(static_cast<std::uint8_t>(carry));
        return shifted;
    };
    const auto& id = m_identity.id;
    const auto power = static_cast<std::uint8_t>((m_idle ? 0x40 : 0) | (m_partial ? 0x20 : 0) | (m_asleep ? 0 : 0x90) |
                                                 (m_partial ? 0 : 0x08) | (m_on ? 0x04 : 0));
    switch (command) {
    case ReadId: m_answer = late({id[0], id[1], id[2]}); break;
    case ReadStatus:
        m_answer = late({static_cast<std::uint8_t>(0x80 | m_access >> 1), static_cast<std::uint8_t>((m_format & 7) << 4 | (power >> 3 & 0x0f)),
                         static_cast<std::uint8_t>((m_inverted ? 0x20 : 0) | (power >> 2 & 1)), 0});
        break;
    case ReadPower: m_answer = {power}; break;
    case ReadAccess: m_answer = {m_access}; break;
    case ReadFormat: m_answer = {m_format}; break;
    case ReadImage: m_answer = {static_cast<std::uint8_t>(m_inverted ? 0x20 : 0)}; break;
    case ReadSelfTest: m_answer = {static_cast<std::uint8_t>(m_asleep ? 0 : 0xc0)}; break;
    case ReadId1: case ReadId2: case ReadId3: m_answer = {id[command - ReadId1]}; break;
    case ReadId4: m_answer = m_identity.id4; break;
    case MemoryRead: case ReadContinue:
        if (command == MemoryRead) {
            m_x = m_window.first;
            m_y = m_windowRows.first;
        }
        m_answer = {0};  // eight dummy clocks
        m_readsMemory = true;
        break;
    default: break;
    }
}

std::optional<std::uint8_t> TftPanel::answer()
{
    if (m_given == m_answer.size() && m_readsMemory) {
        // Always 18 bits, each colour in the top of a byte.
        const Colour colour = memoryAt(m_x, m_y);
        m_answer = {static_cast<std::uint8_t>(colour.red & 0xfc), static_cast<std::uint8_t>(colour.green & 0xfc),
                    static_cast<std::uint8_t>(colour.blue & 0xfc)};
        m_given = 0;
        if (++m_x > m_window.last) {
            m_x = m_window.first;
            m_y = m_y >= m_windowRows.last ? m_windowRows.first : m_y + 1;
        }
    }
    if (m_given >= m_answer.size())
        return std::nullopt;
    return m_answer[m_given++];
}

// The row of the memory that a row of the glass shows; -1: none, the area is not driven.
int TftPanel::rowShownAt(int row) const
{
    if (m_partial) {
        const auto [first, last] = m_partialRows;
        const bool inside = first <= last ? row >= first && row <= last : row >= first || row <= last;
        if (!inside)
            return -1;
    }
    if (row < m_topFixed || row >= m_topFixed + m_scrolling)
        return row;
    const int along = (row - m_topFixed) + (m_scrollStart - m_topFixed);
    return m_topFixed + (along % m_scrolling + m_scrolling) % m_scrolling;
}

TftPanel::Colour TftPanel::seen(int x, int y) const
{
    const int column = m_glass.firstColumn + (m_glass.mirrored != m_turnedColumns ? m_glass.width - 1 - x : x);
    const int row = rowShownAt(m_glass.firstRow + (m_turnedRows ? m_glass.height - 1 - y : y));
    if (row < 0)
        return {};
    Colour colour = m_memory[static_cast<std::size_t>(row * columns + column)];
    const auto each = [&](auto change) {
        colour = {static_cast<std::uint8_t>(change(colour.red)), static_cast<std::uint8_t>(change(colour.green)),
                  static_cast<std::uint8_t>(change(colour.blue))};
    };
    if (m_idle)
        each([](int part) { return part >= 0x80 ? 0xff : 0; });
    if (m_inverted != m_glass.inverted)
        each([](int part) { return 0xff - part; });
    if (static_cast<bool>(m_access & Bgr) != m_glass.bgr)
        std::swap(colour.red, colour.blue);
    return colour;
}

std::shared_ptr<const PixelFrame> TftPanel::draw(int backlight) const
{
    auto frame = std::make_shared<PixelFrame>();
    frame->width = m_glass.width;
    frame->height = m_glass.height;
    frame->rgb.resize(static_cast<std::size_t>(m_glass.width * m_glass.height * 3));
    if (!isShowing() || backlight == 0)
        return frame;
    auto out = frame->rgb.begin();
    for (int y = 0; y < m_glass.height; ++y)
        for (int x = 0; x < m_glass.width; ++x) {
            const Colour colour = seen(x, y);
            for (const int part : {colour.red, colour.green, colour.blue})
                *out++ = static_cast<std::uint8_t>(part * backlight / 255);
        }
    return frame;
}

std::shared_ptr<const PixelFrame> TftPanel::frame(int backlight)
{
    if (!m_frame || backlight != m_drawnBacklight)
        m_frame = draw(backlight);
    m_drawnBacklight = backlight;
    return m_frame;
}

}  // namespace coroboard::parts
