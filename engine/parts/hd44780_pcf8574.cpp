// SPDX-License-Identifier: MIT
// A character display (hd44780.h) behind a PCF8574, the common I2C backpack (NXP PCF8574 data sheet, rev. 5): the eight quasi-bidirectional
// ports are RS, R/W, E, the backlight's transistor and D4 to D7. A written byte is on the ports at once; reading gives what the lines are.

#include "parts/hd44780_glass.h"
#include "parts/i2c_chip.h"

namespace coroboard::parts {

namespace {

enum Port : std::uint8_t { RegisterSelect = 1, ReadNotWrite = 2, Enable = 4, Backlight = 8 };

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

class LcdBackpack final : public Part, private I2cChip {
public:
    LcdBackpack(const PartModel& model, const PartContext& context)
        : Part(model, context),
          I2cChip(context.i2c(), addressOf(context.numbers)),
          m_display(std::make_unique<Hd44780>(lcdGlassOf(context), context.timeline.now()))
    {}

protected:
    void show(PartView& view) const override
    {
        m_display->show(view, m_ports & Backlight, now());
    }

private:
    Hd44780::Register selected() const
    {
        return m_ports & RegisterSelect ? Hd44780::Register::Data : Hd44780::Register::Instruction;
    }

    Acknowledge take(std::uint8_t byte) override
    {
        const bool falls = (m_ports & Enable) && !(byte & Enable);
        // The data counts as it was while E was high; RS and R/W too.
        if (falls && (m_ports & ReadNotWrite))
            m_display->readEnded(selected(), now());
        else if (falls)
            m_display->write(selected(), m_ports & 0xf0, now());
        m_ports = byte;
        return Acknowledge::Yes;
    }

    // A port reads low when it was written low or when somebody pulls it down.
    std::uint8_t give() override
    {
        if ((m_ports & (ReadNotWrite | Enable)) != (ReadNotWrite | Enable))
            return m_ports;
        return m_ports & static_cast<std::uint8_t>((m_display->lines(selected(), now()) & 0xf0) | 0x0f);
    }

    std::unique_ptr<Hd44780> m_display;
    std::uint8_t m_ports = 0xff;
};

}  // namespace

PartModel hd44780_pcf8574Model()
{
    PartModel model;
    model.description = {
        .model = "hd44780_pcf8574",
        .title = "Character display (HD44780 behind PCF8574)",
        .source = "Hitachi HD44780U data sheet ADE-207-272Z; NXP PCF8574 data sheet rev. 5",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"int", "Interrupt output", PinRole::Load, "NC"}},
        .controls = {},
        .notModelled = {"the interrupt output", "the 5 × 10 font", "character ROM A02", "the contrast screw"},
    };
    model.numbers = {{"address", "I2C address", "", 0x20, 0x3f, 0x27}};
    describeLcdGlass(model);
    model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<LcdBackpack>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
