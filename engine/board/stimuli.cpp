// SPDX-License-Identifier: MIT
#include "board/stimuli.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include <fmt/format.h>

#include "base/ensure.h"
#include "board/board.h"
#include "board/spelling.h"
#include "environment/quantities.h"

namespace coroboard::board {

using environment::Reference;
using environment::Shape;
using environment::Stimulus;

// What can be driven: where it may go, where it is, how it is moved.
struct Stimuli::Target {
    std::string name;
    std::string unit;
    double minimum = 0;
    double maximum = 0;
    double present = 0;
    std::function<void(double)> set;
};

namespace {

Result<void> checkValue(const std::string& name, const std::string& unit, double minimum, double maximum, double value)
{
    if (std::isfinite(value) && value >= minimum && value <= maximum)
        return {};
    return failure(fmt::format("{} cannot be {}: {} to {}{}{} is allowed", name, value, minimum, maximum,
                               unit.empty() ? "" : " ", unit));
}

Result<void> checkTimes(const std::string& name, const Stimulus& stimulus)
{
    constexpr time::Duration longest{std::chrono::hours{100 * 365 * 24}};
    if (stimulus.period < environment::shortestPeriod || stimulus.period > longest)
        return failure(fmt::format("{}: the time of a stimulus is 1 ms to 100 years", name));
    if (stimulus.lasts.count() < 0 || stimulus.lasts > longest)
        return failure(fmt::format("{}: a stimulus lasts at most 100 years", name));
    if (!(stimulus.noise >= 0) || !std::isfinite(stimulus.noise))
        return failure(fmt::format("{}: the noise cannot be {}: 0 or more is allowed", name, stimulus.noise));
    if (stimulus.shape == Shape::Recorded && (!stimulus.track || stimulus.track->empty()))
        return failure(fmt::format("{}: a recorded stimulus has at least one point", name));
    return {};
}

std::string idOf(const parts::Part& part, const parts::ControlDescription& control)
{
    return control.quantity.empty() ? part.id() + "." + control.id : control.quantity;
}

}  // namespace

Stimuli::Stimuli(Board& board, time::EventLoop& loop, Random random) : m_board(board), m_loop(loop), m_random(random) {}

Stimuli::~Stimuli() = default;

Stimuli::Target Stimuli::quantityTarget(std::string name) const
{
    auto* quantity = m_board.environment().find(name);
    ENSURE(quantity, "a target's quantity is sensed");
    Target target{name, "", -1e9, 1e9, quantity->value(), {}};
    if (const auto* described = environment::describeQuantity(name)) {
        target.unit = described->unit;
        target.minimum = described->minimum;
        target.maximum = described->maximum;
    }
    target.set = [quantity, low = target.minimum, high = target.maximum](double value) {
        quantity->set(std::clamp(value, low, high));
    };
    return target;
}

Result<Stimuli::Target> Stimuli::find(std::string_view name) const
{
    if (m_board.environment().find(name))
        return quantityTarget(std::string(name));
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos) {
        std::vector<std::string> known;
        for (const auto* quantity : m_board.environment().quantities())
            known.push_back(quantity->name());
        return failure(fmt::format("no part of this board senses \"{}\": there is {}{}", name,
                                   known.empty() ? "nothing to sense" : listed(known), guess(name, known)));
    }
    const std::string_view id = name.substr(dot + 1);
    if (auto checked = m_board.checkControl(name.substr(0, dot), id); !checked)
        return tl::unexpected(checked.error());
    auto* part = m_board.part(name.substr(0, dot));
    const auto& controls = part->description().controls;
    const auto& control =
        *std::find_if(controls.begin(), controls.end(), [&](const auto& each) { return each.id == id; });
    if (!control.quantity.empty())
        return quantityTarget(control.quantity);
    return Target{std::string(name),
                  control.unit,
                  control.minimum,
                  control.maximum,
                  part->control(id),
                  [&board = m_board, id = part->id(), &control](double value) {
                      value = std::clamp(value, control.minimum, control.maximum);
                      if (control.kind != parts::ControlKind::Slider)
                          value = 2 * value > control.minimum + control.maximum ? control.maximum : control.minimum;
                      ENSURE(board.part(id)->setControl(control.id, value), "a clamped value is in range");
                  }};
}

Result<void> Stimuli::checkTarget(std::string_view target) const
{
    const auto found = find(target);
    return found ? Result<void>{} : tl::unexpected(found.error());
}

Result<void> Stimuli::check(std::string_view target, const Stimulus& stimulus) const
{
    const auto found = find(target);
    if (!found)
        return tl::unexpected(found.error());
    if (auto times = checkTimes(found->name, stimulus); !times)
        return times;
    std::vector<double> values;
    if (stimulus.shape == Shape::Recorded)
        for (const auto& point : *stimulus.track)
            values.push_back(point.value);
    else
        values = {stimulus.from, stimulus.to};
    const bool relative = stimulus.reference == Reference::Present;
    const double span = found->maximum - found->minimum;
    for (const double value : values)
        if (auto checked = relative ? checkValue(found->name, found->unit, -span, span, value)
                                    : checkValue(found->name, found->unit, found->minimum, found->maximum, value);
            !checked)
            return checked;
    return {};
}

Result<void> Stimuli::check(environment::Gesture gesture) const
{
    for (const auto& [quantity, stimulus] : environment::gestureStimuli(gesture))
        if (!m_board.environment().find(quantity))
            return failure(fmt::format("nobody would notice the gesture \"{}\": no part of this board senses motion",
                                       environment::gestureName(gesture)));
    return {};
}

void Stimuli::play(std::string_view name, const Stimulus& stimulus)
{
    auto target = find(name);
    ENSURE(target, "a checked stimulus has a target");
    m_players.erase(target->name);
    const std::uint64_t seed = m_random.stream(target->name).seed();
    m_players[target->name] = std::make_unique<environment::StimulusPlayer>(m_loop, target->name, stimulus, seed,
                                                                            target->present, std::move(target->set));
}

void Stimuli::perform(environment::Gesture gesture)
{
    for (const auto& [quantity, stimulus] : environment::gestureStimuli(gesture))
        play(quantity, stimulus);
}

void Stimuli::clear(std::string_view name)
{
    if (const auto target = find(name))
        m_players.erase(target->name);
}

void Stimuli::handOn(const parts::Part& part, std::string_view control)
{
    for (const auto& each : part.description().controls)
        if (each.id == control)
            m_players.erase(idOf(part, each));
}

std::vector<environment::Driven> Stimuli::running() const
{
    std::vector<environment::Driven> running;
    for (const auto& [target, player] : m_players)
        if (!player->ended())
            running.push_back({target, player->stimulus(), player->begin()});
    return running;
}

}  // namespace coroboard::board
