// SPDX-License-Identifier: MIT
#include "simulation/signal_recorder.h"

#include <algorithm>
#include <set>
#include <utility>

namespace coroboard::simulation {

using peripherals::WireEvent;

void addToHash(trace::TraceHash& hash, std::string_view wire, const WireEvent& event)
{
    switch (event.kind) {
    case WireEvent::Kind::Edge: hash.addEdge(event.when, wire, event.level); break;
    case WireEvent::Kind::Duty:
        hash.addPwm(event.when, wire, event.signal ? event.signal->frequency : 0, event.signal ? event.signal->duty : double(event.level));
        break;
    case WireEvent::Kind::Burst: hash.addBurst(event.when, wire, event.burst->firstLevel(), event.burst->digest()); break;
    case WireEvent::Kind::Voltage:
    case WireEvent::Kind::Sample: hash.addAnalog(event.when, wire, event.millivolts); break;
    }
}

SignalRecorder::SignalRecorder(const board::BoardProfile& profile, PwmOf pwm)
{
    std::set<std::string> wired;
    for (const auto& part : profile.parts)
        for (const auto& [pin, wire] : part.wires) wired.insert(wire);
    for (const auto& pin : profile.pins) {
        PinSignals signals;
        signals.digital = declare(pin.name, trace::SignalKind::Digital, "");
        const bool shown = pwm == PwmOf::EveryPin || (wired.count(pin.name) && pin.adcChannel < 0);
        if (shown) signals.pwm = declare(pin.name + "_pwm", trace::SignalKind::Pwm, "");
        if (pin.adcChannel >= 0) signals.analog = declare(pin.name + "_voltage", trace::SignalKind::Analog, "mV");
        m_pins.emplace(pin.name, signals);
    }
    for (const std::string& net : profile.nets) {
        PinSignals signals;
        signals.digital = declare(net, trace::SignalKind::Digital, "");
        m_pins.emplace(net, signals);
    }
}

std::size_t SignalRecorder::declare(std::string name, trace::SignalKind kind, std::string unit)
{
    m_signals.push_back({std::move(name), kind, std::move(unit)});
    return m_signals.size() - 1;
}

void SignalRecorder::addSink(trace::SignalSink& sink)
{
    m_sinks.push_back(&sink);
    for (std::size_t signal = 0; signal < m_signals.size(); ++signal)
        if (m_signals[signal].kind == trace::SignalKind::Digital) sink.add({signal, time::powerOn, 0, 0});
}

void SignalRecorder::restart()
{
    m_playing.clear();
    for (auto& [name, pin] : m_pins) {
        pin.level = false;
        pin.burst.reset();
        send(pin.digital, time::powerOn, 0);
    }
}

void SignalRecorder::send(std::size_t signal, time::VirtualTime when, double value, double frequency, time::VirtualTime start)
{
    if (signal == none) return;
    for (trace::SignalSink* sink : m_sinks) sink->add({signal, when, value, frequency, start});
}

void SignalRecorder::sendLevel(PinSignals& pin, time::VirtualTime when, bool level)
{
    if (pin.level == level) return;
    pin.level = level;
    send(pin.digital, when, level);
}

std::optional<time::VirtualTime> SignalRecorder::nextFlip(const PinSignals& pin)
{
    const peripherals::Flips& flips = pin.burst->flips();
    return pin.nextFlip < flips.size() ? std::optional(pin.burst->start() + flips[pin.nextFlip]) : std::nullopt;
}

// It may show again in its middle: then only the rest is left to tell.
void SignalRecorder::begin(PinSignals& pin, time::VirtualTime when, std::shared_ptr<const peripherals::Burst> burst)
{
    sendLevel(pin, when, burst->levelAt(when));
    const peripherals::Flips& flips = burst->flips();
    pin.nextFlip = static_cast<std::size_t>(std::upper_bound(flips.begin(), flips.end(), when - burst->start()) - flips.begin());
    pin.burst = std::move(burst);
    m_playing.push_back(&pin);
}

void SignalRecorder::advanceTo(time::VirtualTime now)
{
    if (m_sinks.empty()) m_playing.clear();
    for (;;) {
        PinSignals* first = nullptr;
        time::VirtualTime when = time::never;
        for (PinSignals* pin : m_playing) {
            const auto next = nextFlip(*pin);
            if (!next || *next >= when) continue;
            first = pin;
            when = *next;
        }
        if (!first || when > now) break;
        ++first->nextFlip;
        sendLevel(*first, when, !first->level);
    }
    std::erase_if(m_playing, [](const PinSignals* pin) { return !nextFlip(*pin); });
}

void SignalRecorder::record(const peripherals::Wire& wire, const WireEvent& event)
{
    const auto found = m_pins.find(wire.name());
    if (found == m_pins.end()) return;
    PinSignals& pin = found->second;
    if (!m_playing.empty()) advanceTo(event.when);
    if (event.kind != WireEvent::Kind::Sample) std::erase(m_playing, &pin);
    switch (event.kind) {
    case WireEvent::Kind::Burst: begin(pin, event.when, event.burst); break;
    case WireEvent::Kind::Edge:
        pin.level = event.level;
        send(pin.digital, event.when, event.level);
        send(pin.analog, event.when, event.millivolts);
        break;
    case WireEvent::Kind::Duty:
        if (event.signal) {
            send(pin.pwm, event.when, event.signal->duty, event.signal->frequency, event.signal->start);
        } else {
            pin.level = event.level;
            send(pin.pwm, event.when, event.level);
            send(pin.digital, event.when, event.level);          // the wire tells no edge when the PWM ended at this very level
        }
        break;
    case WireEvent::Kind::Voltage:
    case WireEvent::Kind::Sample: send(pin.analog, event.when, event.millivolts); break;
    }
}

}  // namespace coroboard::simulation
