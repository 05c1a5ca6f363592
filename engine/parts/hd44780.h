// SPDX-License-Identifier: MIT
#pragma once
// Hd44780: the character display's chip (Hitachi HD44780U data sheet, ADE-207-272Z): display memory of 80 characters, eight characters of
// one's own, cursor, shift, and the interface of eight or four data lines that takes what is there when E falls. A part derives its lines
// from a bus or from pins (hd44780_pcf8574.cpp is an example). What comes while it is busy is lost, as on the chip.

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "parts/part_view.h"
#include "time/virtual_time.h"

namespace coroboard::parts {

struct LcdGlass {
    int columns = 16;
    int rows = 2;
    std::string colour = "green";  // of the light behind it
};

class Hd44780 {
public:
    Hd44780(LcdGlass glass, time::VirtualTime powerOn);

    // The lines that say what a transfer is.
    enum class Register : std::uint8_t { Instruction, Data };
    // E falls after a write: the data lines, D7 in bit 7. Where only D7 to D4 are connected the others are 0.
    void write(Register which, std::uint8_t lines, time::VirtualTime now);
    // What it puts on the lines while E is high during a read; the transfer ends with readEnded().
    std::uint8_t lines(Register which, time::VirtualTime now) const;
    void readEnded(Register which, time::VirtualTime now);

    bool isBusy(time::VirtualTime now) const { return now < m_busyUntil; }
    std::int64_t lost() const { return m_lost; }
    bool isOn() const { return m_on; }
    std::string text() const;
    std::shared_ptr<const PixelFrame> frame(bool backlight, time::VirtualTime now);
    // What a display with this chip looks like.
    void show(PartView& view, bool backlight, time::VirtualTime now);

private:
    void take(Register which, std::uint8_t byte, time::VirtualTime now);
    void instruct(std::uint8_t instruction, time::VirtualTime now);
    void functionSet(std::uint8_t instruction);
    void put(std::uint8_t byte);
    void moveCursor(int by);
    std::uint8_t& at(int address) { return m_characters[static_cast<std::size_t>(address)]; }
    int cell(int row, int column) const;
    std::uint8_t dots(std::uint8_t character, int line) const;
    bool isCursorAt(int cell) const { return m_on && !m_inCharacters && cell == m_address; }
    std::shared_ptr<const PixelFrame> draw(bool backlight, bool blinkOn) const;

    LcdGlass m_glass;
    std::array<std::uint8_t, 128> m_characters{};   // by address; only 00h to 27h and 40h to 67h, or 00h to 4Fh
    std::array<std::uint8_t, 64> m_ownDots{};
    int m_address = 0;
    int m_ownAddress = 0;
    bool m_inCharacters = false;  // the address counter points into one's own characters
    int m_shift = 0;
    int m_step = 1;
    bool m_shifts = false;
    bool m_on = false;
    bool m_cursor = false;
    bool m_blink = false;
    bool m_eightLines = true;
    bool m_twoRows = false;
    bool m_touched = false;       // any instruction at all since power on
    bool m_half = false;          // the first half of a byte has passed
    std::uint8_t m_firstHalf = 0;
    time::VirtualTime m_busyUntil;
    std::int64_t m_lost = 0;
    std::shared_ptr<const PixelFrame> m_frame;
    bool m_drawnBacklight = false;
    bool m_drawnBlink = false;
};

}  // namespace coroboard::parts
