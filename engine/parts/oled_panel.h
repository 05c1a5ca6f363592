// SPDX-License-Identifier: MIT
#pragma once
// OledPanel: what the SSD1306 and the SH1106 have in common: a display memory of eight pages (a byte is eight dots, bit 0 on top), the way
// from memory through rows and columns to the glass, and the commands both know. A chip derives from it and adds its own commands; a part
// (oled_part.h) feeds it from a bus. Sources: Solomon Systech SSD1306 data sheet 1.1, sections 8 to 10; Sino Wealth SH1106 data sheet 2.3.
//
// The glass hangs as on common modules: upright with the columns remapped (A1h) and the rows scanned from the last (C8h).

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/random.h"
#include "parts/part_view.h"
#include "time/virtual_time.h"

namespace coroboard::parts {

struct OledGlass {
    int width = 128;
    int height = 64;
    std::string colour = "white";  // one of oledColours()
};

const std::vector<std::string>& oledColours();
// "128x64" and the like.
OledGlass oledGlass(const std::string& size, const std::string& colour);

class OledPanel {
public:
    static constexpr int pages = 8;

    virtual ~OledPanel() = default;
    OledPanel(const OledPanel&) = delete;
    OledPanel& operator=(const OledPanel&) = delete;

    // The bytes of commands and their arguments, and of display data, as they come over the bus.
    void command(std::uint8_t byte, time::VirtualTime now);
    virtual void data(std::uint8_t byte, time::VirtualTime now) = 0;
    // The reset input, or power coming on; the memory keeps what it holds.
    virtual void reset();

    bool isOn() const { return m_on && m_powered; }
    int contrast() const { return m_contrast; }
    // What is to be seen; made anew only when something changed.
    std::shared_ptr<const PixelFrame> frame(time::VirtualTime now);

protected:
    // The chip drives `columns` columns, the first `firstColumn` of which are not on the glass. Memory holds noise when power comes on.
    OledPanel(OledGlass glass, int columns, int firstColumn, Random random);

    virtual std::size_t argumentsOf(std::uint8_t command) const = 0;
    // All arguments are there.
    virtual void execute(std::uint8_t command, std::span<const std::uint8_t> arguments, time::VirtualTime now) = 0;
    // What moves by itself has moved until now.
    virtual void moveOn(time::VirtualTime) {}
    // The column of the memory that a driven column shows, and the line of the memory that a row shows.
    virtual int columnShownBy(int segment) const = 0;
    virtual int lineShownBy(int row) const { return (row + m_startLine) % 64; }

    // The commands both chips know; false if it is none of them.
    bool executeShared(std::uint8_t command, std::span<const std::uint8_t> arguments);
    // How many arguments a shared command takes.
    static std::size_t argumentsOfShared(std::uint8_t command);

    int columns() const { return m_columns; }
    int rows() const { return m_lastRow + 1; }
    int startLine() const { return m_startLine; }
    bool isRemapped() const { return m_remapped; }
    std::uint8_t& memory(int page, int column) { return m_memory[static_cast<std::size_t>(page * m_columns + column)]; }
    void setPowered(bool powered) { m_powered = powered; }
    void changed() { m_frame.reset(); }

private:
    int rowAt(int line) const;
    std::shared_ptr<const PixelFrame> draw() const;

    OledGlass m_glass;
    int m_columns;
    int m_firstColumn;
    std::vector<std::uint8_t> m_memory;
    std::uint8_t m_command = 0;
    std::vector<std::uint8_t> m_arguments;
    std::size_t m_missing = 0;

    bool m_on = false;
    bool m_powered = true;    // the charge pump, or whatever feeds the glass
    bool m_inverted = false;
    bool m_allOn = false;
    bool m_remapped = false;
    bool m_upwards = false;   // scanned from the last row
    int m_contrast = 0x7f;
    int m_startLine = 0;
    int m_offset = 0;
    int m_lastRow = 63;
    int m_rowPads = 0x12;     // command DAh
    std::shared_ptr<const PixelFrame> m_frame;
};

}  // namespace coroboard::parts
