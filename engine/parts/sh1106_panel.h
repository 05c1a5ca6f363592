// SPDX-License-Identifier: MIT
#pragma once
// Sh1106Panel: the SH1106's own half: 132 columns of which the glass shows the middle 128, page addressing only, a converter that is on
// from the beginning, and read-modify-write (Sino Wealth SH1106 data sheet 2.3, "Commands").

#include "parts/oled_panel.h"

namespace coroboard::parts {

class Sh1106Panel final : public OledPanel {
public:
    static constexpr const char* source = "Sino Wealth SH1106 data sheet 2.3";
    static std::vector<std::string> sizes() { return {"128x64", "128x32", "64x32"}; }
    static std::vector<std::string> notModelled() { return {"reading its memory", "pump voltage (commands 30h to 33h)"}; }

    Sh1106Panel(const OledGlass& glass, Random random);
    void data(std::uint8_t byte, time::VirtualTime now) override;
    void reset() override;

private:
    std::size_t argumentsOf(std::uint8_t command) const override { return argumentsOfShared(command); }
    void execute(std::uint8_t command, std::span<const std::uint8_t> arguments, time::VirtualTime now) override;
    int columnShownBy(int segment) const override { return isRemapped() ? columns() - 1 - segment : segment; }

    int m_column = 0;
    int m_page = 0;
    int m_kept = 0;  // the column before read-modify-write
};

}  // namespace coroboard::parts
