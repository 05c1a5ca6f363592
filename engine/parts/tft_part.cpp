// SPDX-License-Identifier: MIT
#include "parts/tft_part.h"

#include <cmath>
#include <utility>

namespace coroboard::parts {

TftOnSpi::TftOnSpi(const PartModel& model, const PartContext& context, const TftGlass& glass, TftIdentity identity)
    : Part(model, context),
      m_bus(context.spi()),
      m_dataOrCommand(context.wire("dc")),
      m_reset(context.wire("res")),
      m_light(context.wire("bl")),
      m_talks(context.isConnected("miso") ? Talks::Yes : Talks::No),
      m_panel(std::make_unique<TftPanel>(glass, std::move(identity))),
      m_resetProbe(m_reset, [this](const peripherals::WireEvent&) {
          if (isHeld())
              m_panel->reset();
      })
{
    m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), m_talks == Talks::Yes ? &context.wire("miso") : nullptr});
}

TftOnSpi::~TftOnSpi()
{
    m_bus.detach(*this);
}

// PWM on the light's transistor dims it.
int TftOnSpi::backlight() const
{
    return m_light.floating() ? 0 : static_cast<int>(std::lround(m_light.highShare() * 255));
}

std::optional<std::uint8_t> TftOnSpi::shiftOut()
{
    return m_dataOrCommand.level() && !isHeld() ? m_panel->answer() : std::nullopt;
}

void TftOnSpi::shiftIn(std::span<const std::uint8_t> bytes)
{
    if (isHeld())
        return;
    if (m_dataOrCommand.level())
        return m_panel->data(bytes);
    for (const std::uint8_t byte : bytes)
        m_panel->command(byte);
}

void TftOnSpi::show(PartView& view) const
{
    view.values.push_back({"on", m_panel->isShowing() ? 1.0 : 0.0});
    view.values.push_back({"backlight", backlight() / 255.0});
    view.pixels = m_panel->frame(backlight());
}

PartModel tftModel(std::string name, std::string title, std::string source)
{
    PartModel model;
    model.description.model = std::move(name);
    model.description.title = std::move(title);
    model.description.source = std::move(source);
    model.description.pins = {{"sck", "Clock"},
                              {"mosi", "Data in"},
                              {"miso", "Data out", PinRole::Load, "NC"},
                              {"dc", "Data or command"},
                              {"cs", "Select", PinRole::Load, "GND"},
                              {"res", "Reset", PinRole::Load, "3V3"},
                              {"bl", "Backlight", PinRole::Load, "3V3"}};
    model.description.notModelled = {"waiting times after reset and sleep", "gamma, power and frame rate settings", "the tearing effect output",
                                     "noise in the memory at power on"};
    return model;
}

}  // namespace coroboard::parts
