// SPDX-License-Identifier: MIT
#pragma once
// TftPanel: what the ST7789 and the ILI9341 have in common: a memory of 240 × 320 colours, the commands of MIPI's display command set that
// both follow, and the way from memory to a glass that may be smaller than the memory. A part (tft_part.h) feeds it from a bus.
// Sources: Sitronix ST7789VW data sheet 1.0 (sections 8 and 9), Ilitek ILI9341 data sheet 1.11 (sections 8 and 9).

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "parts/part_view.h"

namespace coroboard::parts {

// The glass and how it hangs on the chip.
struct TftGlass {
    int width = 240;
    int height = 320;
    int firstColumn = 0;    // of the memory
    int firstRow = 0;
    bool mirrored = false;  // column 0 is at the right
    bool bgr = false;       // its colour filter
    bool inverted = false;  // dark where the chip says light: such a glass needs INVON
};

// What the chip answers when asked who it is.
struct TftIdentity {
    std::array<std::uint8_t, 3> id;        // RDDID
    std::vector<std::uint8_t> id4;         // command D3h, ILI9341 only
    bool hasFunctionControl = false;       // command B6h turns the driver's directions, ILI9341 only
};

class TftPanel {
public:
    static constexpr int columns = 240;
    static constexpr int rows = 320;

    TftPanel(const TftGlass& glass, TftIdentity identity);

    void reset();
    void command(std::uint8_t byte);
    void data(std::span<const std::uint8_t> bytes);
    // What it shifts out after a command that reads; nothing after any other.
    std::optional<std::uint8_t> answer();

    bool isShowing() const { return m_on && !m_asleep; }
    // What is to be seen with the light behind it at that strength, 0…255; made anew only when something changed.
    std::shared_ptr<const PixelFrame> frame(int backlight);

private:
    struct Colour {
        std::uint8_t red = 0, green = 0, blue = 0;
    };
    struct Range {
        int first = 0;
        int last = 0;
    };

    void parameter(std::uint8_t byte);
    void writePixels(std::span<const std::uint8_t> bytes);
    void putPixel(Colour colour);
    Colour& memoryAt(int x, int y);
    void beginReading(std::uint8_t command);
    int rowShownAt(int row) const;
    Colour seen(int x, int y) const;
    std::shared_ptr<const PixelFrame> draw(int backlight) const;
    int bytesOfGroup() const;

    TftGlass m_glass;
    TftIdentity m_identity;
    std::vector<Colour> m_memory;
    std::uint8_t m_command = 0;
    std::vector<std::uint8_t> m_parameters;
    std::array<std::uint8_t, 3> m_group{};  // bytes of a pixel (or two) that are not complete
    int m_gathered = 0;
    std::vector<std::uint8_t> m_answer;
    std::size_t m_given = 0;
    bool m_readsMemory = false;

    bool m_asleep = true;
    bool m_on = false;
    bool m_inverted = false;
    bool m_idle = false;
    bool m_partial = false;
    bool m_turnedColumns = false;  // B6h
    bool m_turnedRows = false;
    std::uint8_t m_access = 0;     // MADCTL
    std::uint8_t m_format = 0x66;  // COLMOD
    Range m_window{0, columns - 1};
    Range m_windowRows{0, rows - 1};
    Range m_partialRows{0, rows - 1};
    int m_x = 0;
    int m_y = 0;
    int m_topFixed = 0;
    int m_scrolling = rows;
    int m_scrollStart = 0;
    std::shared_ptr<const PixelFrame> m_frame;
    int m_drawnBacklight = -1;
};

}  // namespace coroboard::parts
