// SPDX-License-Identifier: MIT
#include "simulation/live_signals.h"

#include <string_view>

#include "simulation/part_catalogue.h"

namespace coroboard::simulation {

namespace {

template <class Visit>
void eachControl(const board::BoardProfile& profile, Visit visit)
{
    for (const auto& part : profile.parts)
        if (const parts::PartDescription* model = describeModel(part.model))
            for (const auto& control : model->controls) visit(part, control);
}

const parts::ControlView* findControl(const Snapshot& snapshot, const std::string& part, const std::string& control)
{
    for (const auto& each : snapshot.parts)
        if (each.id == part)
            for (const auto& view : each.view.controls)
                if (view.id == control) return &view;
    return nullptr;
}

}  // namespace

std::vector<LiveSignals::Voltage> LiveSignals::voltagesOf(const SignalRecorder& pins)
{
    constexpr std::string_view ending = "_voltage";
    std::vector<Voltage> result;
    for (std::size_t signal = 0; signal < pins.signals().size(); ++signal) {
        const auto& description = pins.signals()[signal];
        if (description.kind != trace::SignalKind::Analog) continue;
        result.push_back({description.name.substr(0, description.name.size() - ending.size()), signal});
    }
    return result;
}

std::vector<LiveSignals::Quantity> LiveSignals::quantitiesOf(const board::BoardProfile& profile, std::size_t first)
{
    std::vector<Quantity> result;
    eachControl(profile, [&](const auto& part, const auto& control) { result.push_back({part.id, control.id, first + result.size()}); });
    return result;
}

std::vector<trace::SignalDescription> LiveSignals::describe(const SignalRecorder& pins, const board::BoardProfile& profile)
{
    std::vector<trace::SignalDescription> signals = pins.signals();
    eachControl(profile, [&](const auto& part, const auto& control) {
        signals.push_back({part.id + "." + control.id, trace::SignalKind::Analog, control.unit});
    });
    return signals;
}

LiveSignals::LiveSignals(const board::BoardProfile& profile)
    : m_pins(profile, SignalRecorder::PwmOf::EveryPin), m_voltages(voltagesOf(m_pins)), m_quantities(quantitiesOf(profile, m_pins.signals().size())),
      m_history(describe(m_pins, profile))
{
    m_pins.addSink(m_history);
}

void LiveSignals::restart()
{
    m_history.restart();
    m_pins.restart();
}

trace::SignalCapture LiveSignals::capture(const Snapshot& snapshot)
{
    m_pins.advanceTo(snapshot.now);
    for (const Voltage& voltage : m_voltages)
        for (const PinSnapshot& pin : snapshot.pins)
            if (pin.name == voltage.pin) m_history.add({voltage.signal, snapshot.now, pin.millivolts, 0, {}});
    for (const Quantity& quantity : m_quantities)
        if (const auto* view = findControl(snapshot, quantity.part, quantity.control))
            m_history.add({quantity.signal, snapshot.now, view->actual, 0, {}});
    return m_history.capture(snapshot.now);
}

}  // namespace coroboard::simulation
