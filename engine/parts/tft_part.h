// SPDX-License-Identifier: MIT
#pragma once
// A colour TFT module on SPI with a pin for data or command: a TftPanel (tft_panel.h) with its bus, its reset and its backlight. tftModel()
// gives what the models have in common.

#include "parts/part_model.h"
#include "parts/tft_panel.h"

namespace coroboard::parts {

class TftOnSpi final : public Part, private peripherals::SpiTarget {
public:
    TftOnSpi(const PartModel& model, const PartContext& context, const TftGlass& glass, TftIdentity identity);
    ~TftOnSpi() override;

protected:
    void show(PartView& view) const override;

private:
    bool isHeld() const { return !m_reset.floating() && !m_reset.level(); }
    int backlight() const;
    std::optional<std::uint8_t> shiftOut() override;
    void shiftIn(std::uint8_t byte) override { shiftIn(std::span<const std::uint8_t>(&byte, 1)); }
    void shiftIn(std::span<const std::uint8_t> bytes) override;
    Talks talks() const override { return m_talks; }

    peripherals::SpiBus& m_bus;
    peripherals::Wire& m_dataOrCommand;
    peripherals::Wire& m_reset;
    peripherals::Wire& m_light;
    Talks m_talks;
    std::unique_ptr<TftPanel> m_panel;
    peripherals::WireProbe m_resetProbe;
};

PartModel tftModel(std::string name, std::string title, std::string source);

}  // namespace coroboard::parts
