// SPDX-License-Identifier: MIT
#pragma once
// Ssd1306Panel: the SSD1306's own half: three addressing modes with windows, the charge pump without which the glass stays dark, and
// scrolling (data sheet sections 9 and 10).

#include "parts/oled_panel.h"

namespace coroboard::parts {

class Ssd1306Panel final : public OledPanel {
public:
    static constexpr const char* source = "Solomon Systech SSD1306 data sheet rev. 1.1";
    static std::vector<std::string> sizes() { return {"128x64", "128x32", "96x16", "72x40", "64x48"}; }
    static std::vector<std::string> notModelled();

    Ssd1306Panel(const OledGlass& glass, Random random);
    void data(std::uint8_t byte, time::VirtualTime now) override;
    void reset() override;

private:
    enum class Addressing : std::uint8_t { Horizontal, Vertical, Page };
    struct Range {
        int first = 0;
        int last = 0;
    };
    struct Scroll {
        int columns = 0;  // to the right, a step
        int lines = 0;    // upwards, a step
        Range pages;
        int frames = 5;   // a step
        bool running = false;
        time::VirtualTime since{};
    };

    std::size_t argumentsOf(std::uint8_t command) const override;
    void execute(std::uint8_t command, std::span<const std::uint8_t> arguments, time::VirtualTime now) override;
    void moveOn(time::VirtualTime now) override;
    int columnShownBy(int segment) const override { return segment; }
    int lineShownBy(int row) const override;
    void setScroll(std::uint8_t command, std::span<const std::uint8_t> arguments);
    time::Duration step() const;
    void turnPages(int columns);
    void moveTo(Range columns, Range pages);

    Addressing m_addressing = Addressing::Page;
    Range m_window{0, 127};
    Range m_pages{0, 7};
    int m_column = 0;
    int m_page = 0;
    Scroll m_scroll;
    int m_fixedLines = 0;   // command A3h
    int m_movingLines = 64;
    int m_moved = 0;        // lines scrolled upwards so far
    int m_clock = 0x80;     // command D5h
    int m_precharge = 0x22;
};

}  // namespace coroboard::parts
