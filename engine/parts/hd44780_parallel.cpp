// SPDX-License-Identifier: MIT
// A character display (hd44780.h) on its own pins, as on the module's row of sixteen: RS, R/W, E, the data lines and the light. With D4 to D7
// alone it is used with four lines. What the lines say counts when E falls; while E is high and R/W too it drives them itself.

#include <array>
#include <optional>

#include "parts/hd44780_glass.h"

namespace coroboard::parts {

namespace {

constexpr double outputOhms = 1000;
constexpr std::size_t lineCount = 8;

class LcdOnPins final : public Part {
public:
    LcdOnPins(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_supply(context.supplyMillivolts),
          m_display(std::make_unique<Hd44780>(lcdGlassOf(context), context.timeline.now())),
          m_select(context.wire("rs")),
          m_read(context.wire("rw")),
          m_light(context.wire("bl")),
          m_enable(context.wire("e"), peripherals::WireListener::Hears::Edges, [this](const auto& event) { hear(event.level); })
    {
        for (std::size_t i = 0; i < lineCount; ++i)
            m_lines[i].emplace(context.wire("d" + std::to_string(i)));
    }

protected:
    void show(PartView& view) const override
    {
        const bool backlight = !m_light.floating() && m_light.highShare() > 0;
        m_display->show(view, backlight, now());
    }

private:
    Hd44780::Register selected() const
    {
        return m_select.level() ? Hd44780::Register::Data : Hd44780::Register::Instruction;
    }

    void hear(bool enabled)
    {
        if (enabled == m_enabled)
            return;
        m_enabled = enabled;
        if (!m_read.level()) {
            if (!enabled)
                m_display->write(selected(), lines(), now());
        } else if (enabled) {
            answer(m_display->lines(selected(), now()));
        } else {
            for (auto& line : m_lines)
                line->release();
            m_display->readEnded(selected(), now());
        }
    }

    std::uint8_t lines() const
    {
        int byte = 0;
        for (std::size_t i = 0; i < lineCount; ++i)
            byte |= m_lines[i]->wire().level() << i;
        return static_cast<std::uint8_t>(byte);
    }

    void answer(std::uint8_t byte)
    {
        for (std::size_t i = 0; i < lineCount; ++i)
            m_lines[i]->drive(byte >> i & 1 ? m_supply : 0, outputOhms);
    }

    double m_supply;
    std::unique_ptr<Hd44780> m_display;
    peripherals::Wire& m_select;
    peripherals::Wire& m_read;
    peripherals::Wire& m_light;
    std::array<std::optional<peripherals::WireDriver>, lineCount> m_lines;
    bool m_enabled = false;
    peripherals::WireListener m_enable;
};

}  // namespace

PartModel hd44780_parallelModel()
{
    PartModel model;
    model.description = {
        .model = "hd44780_parallel",
        .title = "Character display on its own pins (HD44780)",
        .source = "Hitachi HD44780U data sheet ADE-207-272Z",
        .pins = {{"rs", "Register select"},
                 {"rw", "Read, not write", PinRole::Load, "GND"},
                 {"e", "Enable"},
                 {"d0", "Data 0", PinRole::Load, "NC"},
                 {"d1", "Data 1", PinRole::Load, "NC"},
                 {"d2", "Data 2", PinRole::Load, "NC"},
                 {"d3", "Data 3", PinRole::Load, "NC"},
                 {"d4", "Data 4"},
                 {"d5", "Data 5"},
                 {"d6", "Data 6"},
                 {"d7", "Data 7"},
                 {"bl", "Light (A)", PinRole::Load, "3V3"}},
        .controls = {},
        .notModelled = {"the 5 × 10 font", "character ROM A02", "the contrast pin", "the light's brightness", "pull-ups of the data lines"},
    };
    describeLcdGlass(model);
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<LcdOnPins>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
