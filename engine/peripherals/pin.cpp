// SPDX-License-Identifier: MIT
#include "peripherals/pin.h"

#include <utility>

namespace coroboard::peripherals {

Pin::Pin(PinSettings settings, PinElectrics electrics, Wire& wire)
    : m_settings(std::move(settings)), m_electrics(electrics), m_wire(wire), m_output(wire), m_puller(wire)
{}

void Pin::configure(PinMode mode, PinPull pull)
{
    m_mode = mode;
    m_pull = mode == PinMode::Analog ? PinPull::None : pull;
    m_touched = true;
    apply();
}

void Pin::setOutputOhms(double ohms)
{
    m_electrics.outputOhms = ohms;
    if (m_mode == PinMode::Out || m_mode == PinMode::OpenDrain)
        apply();
}

void Pin::setPad(Pad pad)
{
    m_pad = pad;
    if (m_mode != PinMode::Alternate)
        apply();
}

void Pin::apply()
{
    if (m_pad == Pad::Held)
        return;
    if (m_pull == PinPull::None || !m_settings.pulls) {
        m_puller.release();
    } else {
        m_puller.drive(m_pull == PinPull::Up ? m_electrics.supplyMillivolts : 0, m_electrics.pullOhms);
    }
    const bool drives = m_settings.output && (m_mode == PinMode::Out || (m_mode == PinMode::OpenDrain && !m_latch));
    if (drives) {
        hold(m_latch);
    } else {
        m_output.release();
    }
}

void Pin::write(bool level)
{
    m_latch = level;
    if (m_mode == PinMode::Out || m_mode == PinMode::OpenDrain)
        apply();
}

bool Pin::read() const
{
    return m_mode != PinMode::Analog && m_wire.level();
}

void Pin::setInterrupt(PinTrigger trigger, InterruptCallback callback)
{
    m_trigger = trigger;
    m_listener.reset();
    if (trigger == PinTrigger::None || !callback)
        return;
    m_listener = listen(trigger, std::move(callback));
}

std::unique_ptr<WireListener> Pin::listen(PinTrigger trigger, InterruptCallback callback)
{
    return std::make_unique<WireListener>(
        m_wire, WireListener::Hears::Edges, [this, trigger, callback = std::move(callback)](const WireEvent& event) {
            const auto edge = event.level ? PinTrigger::Rising : PinTrigger::Falling;
            const auto level = event.level ? PinTrigger::HighLevel : PinTrigger::LowLevel;
            if (!has(trigger, edge) && !has(trigger, level))
                return;
            callback(*this, PinEdge{event.when, event.level});
        });
}

void Pin::clearInterrupt()
{
    setInterrupt(PinTrigger::None, {});
}

void Pin::play(const DutySignal& signal)
{
    m_output.play(signal, m_electrics.supplyMillivolts, m_electrics.outputOhms);
}

void Pin::play(std::shared_ptr<const Burst> burst)
{
    m_output.play(std::move(burst), {m_electrics.supplyMillivolts, m_electrics.outputOhms}, {0, m_electrics.outputOhms});
}

void Pin::assign(std::string function, PinPull pull)
{
    m_assigned = std::move(function);
    configure(PinMode::Alternate, pull);
}

void Pin::hold(bool level)
{
    m_output.drive(level ? m_electrics.supplyMillivolts : 0, m_electrics.outputOhms);
}

void Pin::reset()
{
    clearInterrupt();
    m_latch = false;
    m_pad = Pad::Free;
    configure(PinMode::In, PinPull::None);
    m_touched = false;
}

std::string_view Pin::function() const
{
    if (!m_touched)
        return "";
    switch (m_mode) {
    case PinMode::In:
        return "in";
    case PinMode::Out:
        return "out";
    case PinMode::OpenDrain:
        return "open-drain";
    case PinMode::Analog:
        return "adc";
    case PinMode::Alternate:
        return m_assigned;
    }
    return "";
}

}  // namespace coroboard::peripherals
