// SPDX-License-Identifier: MIT
#include "parts/part.h"

#include <cmath>

#include <fmt/format.h>

#include "base/ensure.h"
#include "environment/pose.h"
#include "environment/quantities.h"
#include "parts/part_model.h"

namespace coroboard::parts {

peripherals::Wire& PartContext::wire(const std::string& pin) const
{
    const auto found = wires.find(pin);
    ENSURE(found != wires.end(), "every pin of a part is wired");
    return *found->second;
}

bool PartContext::isConnected(const std::string& pin) const
{
    return wire(pin).name() != id + "." + pin;
}

double PartContext::number(const std::string& parameter) const
{
    const auto found = numbers.find(parameter);
    ENSURE(found != numbers.end(), "every parameter of a part has a value");
    return found->second;
}

const std::string& PartContext::word(const std::string& parameter) const
{
    const auto found = words.find(parameter);
    ENSURE(found != words.end(), "every parameter of a part has a value");
    return found->second;
}

Part::Part(const PartModel& model, const PartContext& context)
    : m_description(model.description), m_environment(context.environment), m_timeline(context.timeline), m_id(context.id)
{
    for (const ControlDescription& control : m_description.controls) {
        const auto given = context.controls.find(control.id);
        Control& added = m_controls.emplace_back();
        added.value = given == context.controls.end() ? control.initial : given->second;
        if (control.quantity.empty())
            continue;
        auto& quantity = context.environment.quantity(control.quantity, added.value);
        added.following = std::make_unique<environment::Following>(
            quantity, [this, &control](double value) { controlMoved(control, value); });
    }
}

std::optional<std::size_t> Part::indexOf(std::string_view control) const
{
    for (std::size_t i = 0; i < m_description.controls.size(); ++i)
        if (m_description.controls[i].id == control)
            return i;
    return std::nullopt;
}

double Part::position(std::size_t index) const
{
    const Control& control = m_controls[index];
    return control.following ? control.following->quantity().value() : control.value;
}

Result<void> Part::checkControl(std::string_view control) const
{
    if (indexOf(control))
        return {};
    std::string known;
    for (const auto& each : m_description.controls)
        known += (known.empty() ? "" : ", ") + each.id;
    if (known.empty())
        return failure(fmt::format("{}: no control \"{}\": a {} has none", m_id, control, m_description.model));
    return failure(fmt::format("{}: no control \"{}\": a {} has {}", m_id, control, m_description.model, known));
}

Result<void> Part::checkControl(std::string_view control, double value) const
{
    if (auto known = checkControl(control); !known)
        return known;
    const ControlDescription& description = m_description.controls[*indexOf(control)];
    const std::string unit = description.unit.empty() ? "" : " " + description.unit;
    if (!std::isfinite(value) || value < description.minimum || value > description.maximum)
        return failure(fmt::format("{}: {} cannot be {}: {} to {}{} is allowed", m_id, description.id, value,
                                   description.minimum, description.maximum, unit));
    const bool isSwitch = description.kind != ControlKind::Slider;
    if (isSwitch && value != description.minimum && value != description.maximum)
        return failure(fmt::format("{}: {} cannot be {}: {} or {} is allowed", m_id, description.id, value,
                                   description.minimum, description.maximum));
    return {};
}

Result<void> Part::setControl(std::string_view control, double value)
{
    if (auto checked = checkControl(control, value); !checked)
        return checked;
    const std::size_t index = *indexOf(control);
    Control& moved = m_controls[index];
    if (moved.following) {
        moved.following->quantity().set(value);
    } else {
        moved.value = value;
        controlMoved(m_description.controls[index], value);
    }
    return {};
}

double Part::control(std::string_view control) const
{
    const auto index = indexOf(control);
    ENSURE(index, "a part asks for its own controls");
    return position(*index);
}

PartView Part::view() const
{
    PartView view;
    view.model = m_description.model;
    for (std::size_t i = 0; i < m_controls.size(); ++i) {
        const ControlDescription& control = m_description.controls[i];
        view.controls.push_back({control.id, position(i), actual(control), lastRead(control)});
    }
    show(view);
    return view;
}

void Part::controlMoved(const ControlDescription&, double) {}

double Part::actual(const ControlDescription& description) const
{
    using namespace environment::quantity;
    if (description.quantity == roll)
        return m_environment.pose().angles(now()).roll;
    if (description.quantity == pitch)
        return m_environment.pose().angles(now()).pitch;
    if (description.quantity == yaw)
        return m_environment.pose().angles(now()).yaw;
    return control(description.id);
}

std::optional<double> Part::lastRead(const ControlDescription&) const
{
    return std::nullopt;
}

}  // namespace coroboard::parts
