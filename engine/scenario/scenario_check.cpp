// SPDX-License-Identifier: MIT
#include <algorithm>

#include <fmt/format.h>

#include "scenario/board_probe.h"
#include "scenario/scenario.h"
#include "simulation/suggestion.h"

namespace coroboard::scenario {

namespace {

std::string complaintAbout(board::Board& board, const std::string& part)
{
    if (board.part(part)) return {};
    std::vector<std::string> names;
    for (const auto& each : board.parts()) names.push_back(each->id());
    return simulation::unknownName("part", part, names);
}

// What is wrong with a step on that board; empty: nothing.
struct Check {
    simulation::Simulation& simulation;

    std::string operator()(const Act& step) const
    {
        const auto checked = simulation.applyAt(step.command, simulation.now());
        return checked ? "" : checked.error().message;
    }
    std::string operator()(const ExpectPin& step) const
    {
        board::Board& board = simulation.board();
        if (step.part != "" && step.part != board.profile().chip.name)
            if (auto complaint = complaintAbout(board, step.part); !complaint.empty()) return complaint;
        if (findWire(board, step)) return {};
        std::vector<std::string> names;
        const bool ofChip = step.part.empty() || !board.part(step.part);
        if (ofChip)
            for (const auto& pin : board.profile().pins) names.push_back(pin.name);
        else
            for (const auto& pin : board.part(step.part)->description().pins) names.push_back(pin.id);
        return simulation::unknownName("pin", step.pin, names);
    }
    std::string operator()(const ExpectPart& step) const
    {
        if (auto complaint = complaintAbout(simulation.board(), step.part); !complaint.empty()) return complaint;
        std::vector<std::string> names;
        for (const auto& value : simulation.board().part(step.part)->view().values) names.push_back(value.name);
        for (const auto& [name, range] : step.values)
            if (std::find(names.begin(), names.end(), name) == names.end()) return simulation::unknownName("value", name, names);
        return {};
    }
    std::string operator()(const TakeScreenshot& step) const
    {
        if (auto complaint = complaintAbout(simulation.board(), step.part); !complaint.empty()) return complaint;
        if (!simulation.board().part(step.part)->view().pixels) return fmt::format("{} has no pixels", step.part);
        std::error_code error;
        if (!step.compareWith.empty() && !std::filesystem::is_regular_file(step.compareWith, error))
            return fmt::format("{}: there is no such file to compare with", step.compareWith.string());
        const std::filesystem::path folder = step.saveTo.parent_path();
        if (!step.saveTo.empty() && !folder.empty() && !std::filesystem::is_directory(folder, error))
            return fmt::format("{}: there is no such folder", folder.string());
        return {};
    }
    template <class Other> std::string operator()(const Other&) const { return {}; }
};

}  // namespace

const peripherals::Wire* findWire(board::Board& board, const ExpectPin& pin)
{
    const board::BoardProfile& profile = board.profile();
    const board::PartProfile* part = profile.part(pin.part);
    if (!part) {
        const board::PinProfile* found = profile.pin(pin.pin);
        return found ? board.wire(found->name) : board.wire(pin.pin);
    }
    if (const auto wire = part->wires.find(pin.pin); wire != part->wires.end()) {
        const board::PinProfile* found = profile.pin(wire->second);
        return board.wire(found ? found->name : wire->second);
    }
    for (const auto& description : board.part(pin.part)->description().pins)
        if (description.id == pin.pin) return board.wire(description.otherwise);
    return nullptr;
}

Result<void> checkScenario(const Scenario& scenario, simulation::Simulation& board)
{
    std::string problems;
    for (const Step& step : scenario.steps) {
        const std::string complaint = std::visit(Check{board}, step.action);
        if (!complaint.empty()) problems += fmt::format("{}{}:{}: {}", problems.empty() ? "" : "\n", scenario.file.string(), step.line, complaint);
    }
    if (!problems.empty()) return failure(problems);
    return {};
}

}  // namespace coroboard::scenario
