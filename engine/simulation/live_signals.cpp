// SPDX-License-Identifier: MIT
#include "simulation/live_signals.h"

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
    : m_pins(profile, SignalRecorder::PwmOf::EveryPin), m_quantities(quantitiesOf(profile, m_pins.signals().size())),
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
    for (const Quantity& quantity : m_quantities)
        if (const auto* view = findControl(snapshot, quantity.part, quantity.control))
            m_history.add({quantity.signal, snapshot.now, view->actual, 0, {}});
    return m_history.capture(snapshot.now);
}

}  // namespace coroboard::simulation
