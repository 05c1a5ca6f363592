// SPDX-License-Identifier: MIT
#pragma once
// An OLED module: a panel (ssd1306_panel.h, sh1106_panel.h) on a bus. oledOnI2c() and oledOnSpi() give the models of the two kinds of
// module. I2C: after the address comes a control byte; bit 6 says data or command, bit 7 that one byte follows and then another control
// byte (SSD1306 data sheet, 8.1.5). SPI: the pin D/C says data or command (8.1.3). While RES is low the chip hears nothing.

#include "parts/i2c_chip.h"
#include "parts/oled_panel.h"
#include "parts/part_model.h"

namespace coroboard::parts {

// A reset input with a pull-up of its own: held low by somebody or not.
class ResetInput {
public:
    ResetInput(peripherals::Wire& wire, OledPanel& panel);
    bool isHeld() const { return !m_wire.floating() && !m_wire.level(); }

private:
    peripherals::Wire& m_wire;
    peripherals::WireProbe m_probe;
};

class OledOnI2c final : public Part, private I2cChip {
public:
    OledOnI2c(const PartModel& model, const PartContext& context, std::unique_ptr<OledPanel> panel);

protected:
    void show(PartView& view) const override;

private:
    enum class Next : std::uint8_t { Control, OneByte, AllBytes };
    void beginWrite() override { m_next = Next::Control; }
    Acknowledge take(std::uint8_t byte) override;
    std::uint8_t give() override { return m_panel->isOn() ? 0x00 : 0x40; }
    Acknowledge ready(peripherals::I2cDirection) override { return m_reset.isHeld() ? Acknowledge::No : Acknowledge::Yes; }

    std::unique_ptr<OledPanel> m_panel;
    ResetInput m_reset;
    Next m_next = Next::Control;
    bool m_isData = false;
};

class OledOnSpi final : public Part, private peripherals::SpiTarget {
public:
    OledOnSpi(const PartModel& model, const PartContext& context, std::unique_ptr<OledPanel> panel);
    ~OledOnSpi() override;

protected:
    void show(PartView& view) const override;

private:
    void shiftIn(std::uint8_t byte) override;

    peripherals::SpiBus& m_bus;
    peripherals::Wire& m_dataOrCommand;
    std::unique_ptr<OledPanel> m_panel;
    ResetInput m_reset;
};

// What the models have in common, without `make`.
enum class OledBus { I2c, Spi };
PartModel oledModel(std::string name, std::string chip, OledBus bus, std::string source, std::vector<std::string> sizes,
                    std::vector<std::string> notModelled);

template <class Panel>
std::unique_ptr<OledPanel> makeOledPanel(const PartContext& context)
{
    return std::make_unique<Panel>(oledGlass(context.word("size"), context.word("colour")), context.random);
}

template <class Panel>
PartModel oledOnI2c(std::string name, std::string chip)
{
    PartModel model = oledModel(std::move(name), std::move(chip), OledBus::I2c, Panel::source, Panel::sizes(), Panel::notModelled());
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<OledOnI2c>(self, context, makeOledPanel<Panel>(context));
    };
    return model;
}

template <class Panel>
PartModel oledOnSpi(std::string name, std::string chip)
{
    PartModel model = oledModel(std::move(name), std::move(chip), OledBus::Spi, Panel::source, Panel::sizes(), Panel::notModelled());
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<OledOnSpi>(self, context, makeOledPanel<Panel>(context));
    };
    return model;
}

}  // namespace coroboard::parts
