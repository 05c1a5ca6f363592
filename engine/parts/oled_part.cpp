// SPDX-License-Identifier: MIT
#include "parts/oled_part.h"

#include <utility>

namespace coroboard::parts {

namespace {

std::uint8_t addressOf(const std::map<std::string, double>& numbers)
{
    return static_cast<std::uint8_t>(numbers.at("address"));
}

void showPanel(OledPanel& panel, time::VirtualTime now, PartView& view)
{
    view.values.push_back({"on", panel.isOn() ? 1.0 : 0.0});
    view.values.push_back({"contrast", static_cast<double>(panel.contrast())});
    view.pixels = panel.frame(now);
}

}  // namespace

ResetInput::ResetInput(peripherals::Wire& wire, OledPanel& panel)
    : m_wire(wire), m_probe(wire, [this, &panel](const peripherals::WireEvent&) {
          if (isHeld())
              panel.reset();
      })
{}

OledOnI2c::OledOnI2c(const PartModel& model, const PartContext& context, std::unique_ptr<OledPanel> panel)
    : Part(model, context),
      I2cChip(context.i2c(), addressOf(context.numbers)),
      m_panel(std::move(panel)),
      m_reset(context.wire("res"), *m_panel)
{}

peripherals::Acknowledge OledOnI2c::take(std::uint8_t byte)
{
    if (m_next == Next::Control) {
        m_isData = byte & 0x40;
        m_next = byte & 0x80 ? Next::OneByte : Next::AllBytes;
        return Acknowledge::Yes;
    }
    if (m_isData) {
        m_panel->data(byte, now());
    } else {
        m_panel->command(byte, now());
    }
    if (m_next == Next::OneByte)
        m_next = Next::Control;
    return Acknowledge::Yes;
}

void OledOnI2c::show(PartView& view) const
{
    showPanel(*m_panel, now(), view);
}

OledOnSpi::OledOnSpi(const PartModel& model, const PartContext& context, std::unique_ptr<OledPanel> panel)
    : Part(model, context),
      m_bus(context.spi()),
      m_dataOrCommand(context.wire("dc")),
      m_panel(std::move(panel)),
      m_reset(context.wire("res"), *m_panel)
{
    m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), nullptr});
}

OledOnSpi::~OledOnSpi()
{
    m_bus.detach(*this);
}

void OledOnSpi::shiftIn(std::uint8_t byte)
{
    if (m_reset.isHeld())
        return;
    if (m_dataOrCommand.level()) {
        m_panel->data(byte, now());
    } else {
        m_panel->command(byte, now());
    }
}

void OledOnSpi::show(PartView& view) const
{
    showPanel(*m_panel, now(), view);
}

PartModel oledModel(std::string name, std::string chip, OledBus bus, std::string source, std::vector<std::string> sizes,
                    std::vector<std::string> notModelled)
{
    PartModel model;
    model.description.model = std::move(name);
    model.description.title = "OLED display (" + chip + (bus == OledBus::I2c ? ", I2C)" : ", SPI)");
    model.description.source = std::move(source);
    model.description.notModelled = std::move(notModelled);
    model.description.pins = {{"res", "Reset", PinRole::Load, bus == OledBus::I2c ? "NC" : "3V3"}};
    auto& pins = model.description.pins;
    if (bus == OledBus::I2c) {
        pins.insert(pins.begin(), {{"scl", "Clock"}, {"sda", "Data"}});
        model.numbers = {{"address", "I2C address", "", 0x3c, 0x3d, 0x3c}};
        model.i2cAddresses = [](const PartParameters& given) { return std::vector{addressOf(given.numbers)}; };
    } else {
        pins.insert(pins.begin(), {{"sck", "Clock"},
                                   {"mosi", "Data"},
                                   {"dc", "Data or command"},
                                   {"cs", "Select", PinRole::Load, "GND"}});
    }
    model.words = {{"size", "Size in dots", sizes.front(), WordParameter::Kind::Choice, sizes},
                   {"colour", "Colour", "white", WordParameter::Kind::Choice, oledColours()}};
    model.width = 270;
    model.height = 180;
    return model;
}

}  // namespace coroboard::parts
