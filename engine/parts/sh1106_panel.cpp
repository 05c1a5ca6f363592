// SPDX-License-Identifier: MIT
#include "parts/sh1106_panel.h"

namespace coroboard::parts {

namespace {

constexpr int width = 132;

}  // namespace

Sh1106Panel::Sh1106Panel(const OledGlass& glass, Random random) : OledPanel(glass, width, (width - glass.width) / 2, random)
{
    Sh1106Panel::reset();
}

void Sh1106Panel::reset()
{
    OledPanel::reset();
    m_column = m_page = m_kept = 0;
    setPowered(true);
}

void Sh1106Panel::data(std::uint8_t byte, time::VirtualTime)
{
    // The column stops behind the last one: the next page must be named.
    if (m_column >= width)
        return;
    memory(m_page, m_column++) = byte;
    changed();
}

void Sh1106Panel::execute(std::uint8_t command, std::span<const std::uint8_t> arguments, time::VirtualTime)
{
    if (command <= 0x0f)
        m_column = (m_column & 0xf0) | command;
    else if (command <= 0x1f)
        m_column = (m_column & 0x0f) | (command & 0x0f) << 4;
    else if (command >= 0xb0 && command <= 0xb7)
        m_page = command & 7;
    else if (command == 0xad)
        setPowered(arguments[0] & 1);
    else if (command == 0xe0)
        m_kept = m_column;
    else if (command == 0xee)
        m_column = m_kept;
    else
        executeShared(command, arguments);
}

}  // namespace coroboard::parts
