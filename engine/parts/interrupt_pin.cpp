// SPDX-License-Identifier: MIT
#include "parts/interrupt_pin.h"

#include <utility>

namespace coroboard::parts {

namespace {

constexpr double transistorOhms = 40;

}  // namespace

InterruptPin::InterruptPin(const PartContext& context, const std::string& pin, std::function<void()> look)
    : m_driver(context.wire(pin)),
      m_watched(context.isConnected(pin)),
      m_look(context.timeline, std::move(look)),
      m_pulseEnd(context.timeline, [this] { show(false, m_style); })
{}

void InterruptPin::show(bool active, InterruptStyle style)
{
    if (!m_watched)
        return;
    m_pulseEnd.cancel();
    const bool high = active == (style.active == InterruptStyle::Active::High);
    if (high && style.output == InterruptStyle::Output::OpenDrain)
        m_driver.release();
    else
        m_driver.drive(high ? m_driver.wire().supplyMillivolts() : 0, transistorOhms);
}

void InterruptPin::pulse(time::Duration length, InterruptStyle style)
{
    show(true, style);
    m_style = style;
    m_pulseEnd.setAfter(length);
}

void InterruptPin::lookAfter(const ConversionClock& clock, time::VirtualTime now)
{
    if (m_watched && clock.isRunning())
        m_look.setAt(clock.lastEnd(now) + clock.period());
    else
        m_look.cancel();
}

}  // namespace coroboard::parts
