// SPDX-License-Identifier: MIT
#include "recording/command_json.h"

#include "base/ensure.h"
#include "simulation/fault_text.h"
#include "simulation/stimulus_text.h"

namespace coroboard::recording {

namespace {

using Json = nlohmann::ordered_json;
using namespace simulation;

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

Json actionToJson(const Command& command)
{
    return std::visit(
        Overloaded{
            [](const SetControl& set) { return Json{{"part", set.part}, {"control", set.control}, {"to", set.value}}; },
            [](const SetStimulus& set) { return Json{{"stimulus", set.target + "=" + stimulusText(set.stimulus)}}; },
            [](const ClearStimulus& clear) { return Json{{"clear-stimulus", clear.target}}; },
            [](const PerformGesture& perform) { return Json{{"gesture", environment::gestureName(perform.gesture)}}; },
            [](const SetFault& set) { return Json{{"fault", faultText(set.fault)}}; },
            [](const ClearFault& clear) { return Json{{"repair", faultText(clear.fault)}}; },
            [](const ClearFaults&) { return Json{{"repair-all", true}}; },
            [](const ConsoleInput& input) { return Json{{"type", bytesToJson(input.bytes)}}; },
            [](const StopProgram&) { return Json{{"stop", true}}; },
            [](const auto&) -> Json {
                ENSURE(false, "a power cycle begins a record, and the runner's commands are in none");
                return {};
            },
        },
        command);
}

Command actionFromJson(const Fields& fields)
{
    const auto placed = [&](const char* key) { return fields.pointer() + "/" + key; };
    // Nothing else goes with an action.
    const auto is = [&](const char* key) {
        if (!fields.has(key)) return false;
        fields.allow({"at", key});
        return true;
    };
    if (fields.has("part")) {
        fields.allow({"at", "part", "control", "to"});
        return SetControl{fields.text("part"), fields.text("control"), fields.number("to")};
    }
    if (is("stimulus")) {
        auto parsed = valid(parseTargetedStimulus(fields.text("stimulus")), placed("stimulus"));
        return SetStimulus{std::move(parsed.target), std::move(parsed.stimulus)};
    }
    if (is("clear-stimulus")) return ClearStimulus{fields.text("clear-stimulus")};
    if (is("gesture")) return PerformGesture{valid(parseGesture(fields.text("gesture")), placed("gesture"))};
    if (is("fault")) return SetFault{valid(parseFault(fields.text("fault")), placed("fault"))};
    if (is("repair")) return ClearFault{valid(parseFault(fields.text("repair")), placed("repair"))};
    if (is("repair-all")) return ClearFaults{};
    if (is("type")) return ConsoleInput{fields.bytes("type")};
    if (is("stop")) return StopProgram{};
    fields.reject("part, stimulus, clear-stimulus, gesture, fault, repair, repair-all, type or stop is allowed");
}

}  // namespace

Json commandToJson(const StampedCommand& command)
{
    Json json{{"at", command.when.time_since_epoch().count()}};
    json.update(actionToJson(command.command));
    return json;
}

StampedCommand commandFromJson(const Fields& fields) { return {fields.time("at"), actionFromJson(fields)}; }

}  // namespace coroboard::recording
