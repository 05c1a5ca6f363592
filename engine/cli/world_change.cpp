// SPDX-License-Identifier: MIT
#include "cli/world_change.h"

#include <fmt/format.h>

#include "cli/control_setting.h"
#include "cli/duration.h"
#include "simulation/fault_text.h"
#include "simulation/recorded_world.h"
#include "simulation/stimulus_text.h"

namespace coroboard::cli {

namespace {

struct Timed {
    std::string_view what;
    time::VirtualTime when = time::powerOn;
};

Result<Timed> splitTime(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos)
        return Timed{text};
    const auto when = parseDuration(text.substr(at + 1));
    if (!when)
        return tl::unexpected(when.error());
    return Timed{text.substr(0, at), time::powerOn + *when};
}

Result<std::vector<WorldChange>> readWorld(const std::string& file, time::VirtualTime when)
{
    const auto stimuli = simulation::loadRecordedWorld(file);
    if (!stimuli) return tl::unexpected(stimuli.error());
    std::vector<WorldChange> changes;
    for (const auto& stimulus : *stimuli) changes.push_back({stimulus.place, stimulus.command, when});
    return changes;
}

}  // namespace

Result<WorldChange> parseSetting(std::string_view text)
{
    auto setting = parseControlSetting(text);
    if (!setting)
        return failure("--set: " + setting.error().message);
    return WorldChange{fmt::format("--set {}.{}", setting->part, setting->control),
                       simulation::SetControl{setting->part, setting->control, setting->value}, setting->when};
}

Result<std::vector<WorldChange>> parseStimulusOption(std::string_view text)
{
    const auto timed = splitTime(text);
    if (!timed)
        return failure("--stimulus: " + timed.error().message);
    if (timed->what.find('=') == std::string_view::npos && timed->what.size() > 4 &&
        timed->what.substr(timed->what.size() - 4) == ".csv")
        return readWorld(std::string(timed->what), timed->when);
    auto parsed = simulation::parseTargetedStimulus(timed->what);
    if (!parsed)
        return failure("--stimulus: " + parsed.error().message);
    return std::vector<WorldChange>{{fmt::format("--stimulus {}", parsed->target),
                                     simulation::SetStimulus{parsed->target, std::move(parsed->stimulus)},
                                     timed->when}};
}

Result<WorldChange> parseGestureOption(std::string_view text)
{
    const auto timed = splitTime(text);
    if (!timed)
        return failure("--gesture: " + timed.error().message);
    const auto gesture = simulation::parseGesture(timed->what);
    if (!gesture)
        return failure("--gesture: " + gesture.error().message);
    return WorldChange{"--gesture", simulation::PerformGesture{*gesture}, timed->when};
}

Result<WorldChange> parseFaultOption(std::string_view text)
{
    const auto timed = splitTime(text);
    if (!timed) return failure("--fault: " + timed.error().message);
    auto fault = simulation::parseFault(timed->what);
    if (!fault) return failure("--fault: " + fault.error().message);
    return WorldChange{"--fault", simulation::SetFault{std::move(*fault)}, timed->when};
}

}  // namespace coroboard::cli
