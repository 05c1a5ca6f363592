// SPDX-License-Identifier: MIT
#include <cstdio>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/whole_file.h"
#include "board/schema_parts.h"
#include "cli/commands.h"
#include "simulation/board_files.h"
#include "simulation/part_catalogue.h"
#include "simulation/suggestion.h"

namespace coroboard::cli {

namespace {

void printControls(const parts::PartDescription& description)
{
    for (const auto& control : description.controls) {
        if (control.kind == parts::ControlKind::Slider)
            fmt::print("  control {:<14} {} … {} {} (initially {})\n", control.id, control.minimum, control.maximum, control.unit,
                       control.initial);
        else
            fmt::print("  control {:<14} 0 released, 1 {}\n", control.id,
                       control.kind == parts::ControlKind::Momentary ? "pressed" : "on");
    }
}

}  // namespace

ExitCode listBoards()
{
    const auto names = simulation::boardNames();
    if (names.empty()) {
        complain("no boards in " + simulation::boardsFolder().string());
        return ExitCode::BadInput;
    }
    ExitCode code = ExitCode::Ended;
    for (const std::string& name : names) {
        const auto profile = simulation::findBoard(name);
        if (profile) {
            fmt::print("{:<20} {}\n", name, profile->title);
        } else {
            complain(profile.error().message);
            code = ExitCode::BadInput;
        }
    }
    return code;
}

ExitCode printSchema()
{
    const auto file = simulation::boardsFolder() / "board.schema.json";
    const auto text = readWholeFile(file);
    if (!text) {
        complain(text.error().message);
        return ExitCode::BadInput;
    }
    const auto schema = board::withPartsOfThisBuild(*text);
    if (!schema) {
        complain(file.string() + ": " + schema.error().message);
        return ExitCode::BadInput;
    }
    fmt::print("{}", *schema);
    return ExitCode::Ended;
}

ExitCode showBoard(const std::string& nameOrFile)
{
    const auto profile = simulation::findBoard(nameOrFile);
    if (!profile) {
        complain(profile.error().message);
        return ExitCode::BadInput;
    }
    fmt::print("{}\n", profile->title);
    if (!profile->description.empty()) fmt::print("{}\n", profile->description);
    fmt::print("\nfile      {}\nchip      {} at {} MHz, heap {} KiB, flash {} KiB, supply {} mV\n", profile->file.string(),
               profile->chip.name, profile->chip.clockHz / 1e6, profile->chip.heapBytes / 1024, profile->chip.flashBytes / 1024,
               profile->chip.supplyMillivolts);
    fmt::print("\nPins\n");
    for (const auto& pin : profile->pins)
        fmt::print("{:<8} {:<20} {}\n", pin.name, fmt::format("{}", fmt::join(pin.functions, " ")),
                   fmt::join(pin.aliases, ", "));
    fmt::print("\nParts\n");
    for (const auto& part : profile->parts) {
        fmt::print("{:<14} {:<16} {}\n", part.id, part.model, part.label);
        for (const auto& [pin, wire] : part.wires) fmt::print("  {} - {}\n", pin, wire);
        if (const auto* description = simulation::describeModel(part.model)) printControls(*description);
    }
    return ExitCode::Ended;
}

ExitCode listParts()
{
    for (const auto& part : simulation::partCatalogue()) fmt::print("{:<18} {}\n", part.model, part.title);
    return ExitCode::Ended;
}

ExitCode showPart(const std::string& model)
{
    const auto* part = simulation::describeModel(model);
    if (!part) {
        std::vector<std::string> names;
        for (const auto& known : simulation::partCatalogue()) names.push_back(known.model);
        complain(simulation::unknownName("part model", model, names));
        return ExitCode::BadInput;
    }
    fmt::print("{}\n{}\n", part->model, part->title);
    if (!part->source.empty()) fmt::print("  source  {}\n", part->source);
    for (const auto& pin : part->pins) fmt::print("  pin     {:<14} {}\n", pin.id, pin.label);
    printControls(*part);
    for (const std::string& missing : part->notModelled) fmt::print("  not modelled: {}\n", missing);
    return ExitCode::Ended;
}

}  // namespace coroboard::cli
