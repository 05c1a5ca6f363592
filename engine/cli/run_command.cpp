// SPDX-License-Identifier: MIT
#include <cstdio>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/part_pictures.h"
#include "cli/program_run.h"
#include "cli/run_outputs.h"
#include "serial/port.h"
#include "program/program.h"
#include "recording/recording_file.h"
#include "scenario/scenario_run.h"
#include "simulation/board_files.h"

namespace coroboard::cli {

namespace {

struct Prepared {
    std::unique_ptr<serial::Port> port;
    std::unique_ptr<RunOutputs> outputs;
    std::vector<PartPicture> pictures;
    scenario::Scenario scenario;
    std::unique_ptr<scenario::ScenarioRun> steps;            // null without a scenario
    std::unique_ptr<simulation::Simulation> simulation;      // goes first: it tells the outputs what happens
};

// Read and checked on a board of its own; null when none was asked for.
Result<void> prepareScenario(Prepared& prepared, const RunOptions& options, simulation::Simulation& trial)
{
    if (options.scenario.empty()) return {};
    auto scenario = scenario::loadScenario(options.scenario);
    if (!scenario) return tl::unexpected(scenario.error());
    if (auto checked = scenario::checkScenario(*scenario, trial); !checked) return checked;
    prepared.scenario = std::move(*scenario);
    return options.junit.empty() ? Result<void>() : checkWritable(options.junit);
}

// Everything that can be wrong with what was asked for. Settings are tried on a board of their own: bad input must not leave files behind.
Result<void> prepareOutside(Prepared& prepared, const RunOptions& options, const board::BoardProfile& profile)
{
    const std::string main = std::filesystem::is_directory(options.program) ? options.program + "/main.py" : options.program;
    if (auto distinct = checkDistinct({main, profile.file.string(), options.scenario}, {options.vcd, options.csv, options.trace, options.record, options.junit}); !distinct)
        return distinct;
    auto trial = simulation::Simulation::create(profile, nullptr);
    if (!trial) return tl::unexpected(trial.error());
    for (const WorldChange& change : options.changes)
        if (auto checked = (*trial)->applyAt(change.command, change.when); !checked)
            return failure(fmt::format("{}: {}", change.words, checked.error().message));
    if (auto ready = prepareScenario(prepared, options, **trial); !ready) return ready;
    if (!options.record.empty())
        if (auto writable = checkWritable(options.record); !writable) return writable;
    if (!options.serial.empty()) {
        auto port = serial::openPort(options.serial);
        if (!port) return failure("--serial: " + port.error().message);
        prepared.port = std::move(*port);
    }
    for (const std::string& text : options.pictures) {
        auto picture = preparePicture(text, (*trial)->snapshot(simulation::TaskDetail::Without));
        if (!picture) return tl::unexpected(picture.error());
        prepared.pictures.push_back(std::move(*picture));
    }
    auto outputs = RunOutputs::open(options, profile);
    if (!outputs) return tl::unexpected(outputs.error());
    prepared.outputs = std::move(*outputs);
    return {};
}

simulation::SimulationOptions optionsFor(Prepared& prepared, const RunOptions& options)
{
    simulation::SimulationOptions simulationOptions;
    simulationOptions.seed = options.seed;
    simulationOptions.report = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    if (prepared.port || options.repl) simulationOptions.afterProgram = modules::AfterProgram::Repl;
    if (!options.record.empty()) simulationOptions.keepRecord = simulation::KeepRecord::Yes;
    simulationOptions.console = [&prepared](std::string_view bytes) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        if (prepared.port) prepared.port->write(bytes);
        if (prepared.steps) prepared.steps->hear(bytes);
    };
    if (prepared.outputs) prepared.outputs->listen(simulationOptions);
    return simulationOptions;
}

Result<std::unique_ptr<Prepared>> prepare(const RunOptions& options)
{
    const std::string extension = std::filesystem::path(options.program).extension().string();
    if (extension == ".coro") return failure(options.program + " is a recording: coroboard-cli replay plays it again");
    if (extension == ".yaml" || extension == ".yml") return failure(options.program + " is a scenario: it goes with a program: run PROGRAM --scenario FILE");
    auto program = program::loadProgram(options.program);
    if (!program) return tl::unexpected(program.error());
    std::string boardName = options.board;
    if (boardName.empty()) boardName = program->board.empty() ? std::string(simulation::defaultBoard) : program->board;
    auto profile = simulation::findBoard(boardName);
    if (!profile) return tl::unexpected(profile.error());
    auto prepared = std::make_unique<Prepared>();
    if (auto ready = prepareOutside(*prepared, options, *profile); !ready) return tl::unexpected(ready.error());
    auto simulation = simulation::Simulation::create(std::move(*profile), std::make_shared<const program::Program>(std::move(*program)),
                                                     optionsFor(*prepared, options));
    if (!simulation) return tl::unexpected(simulation.error());
    prepared->simulation = std::move(*simulation);
    if (!options.scenario.empty()) prepared->steps = std::make_unique<scenario::ScenarioRun>(prepared->scenario, *prepared->simulation);
    for (const WorldChange& change : options.changes) (void)prepared->simulation->applyAt(change.command, change.when);
    return prepared;
}

// The files of a run that was made: all that can be written are, and the first code that is not Ended stays.
ExitCode finish(Prepared& prepared, const RunOptions& options, ExitCode code)
{
    const auto note = [&](const Result<void>& written) {
        if (written) return;
        complain(written.error().message);
        if (code == ExitCode::Ended) code = ExitCode::BadInput;
    };
    const simulation::Simulation& simulation = *prepared.simulation;
    if (prepared.outputs) note(prepared.outputs->finish(simulation.now()));
    for (const PartPicture& picture : prepared.pictures) note(writePicture(picture, simulation.snapshot(simulation::TaskDetail::Without)));
    if (!options.junit.empty()) note(program::saveText(options.junit, scenario::junitReport(*prepared.steps)));
    if (options.record.empty()) return code;
    const auto record = simulation.record();
    note(record ? recording::saveRecording(*record, options.record) : tl::unexpected(record.error()));
    return code;
}

}  // namespace

ExitCode run(const RunOptions& options)
{
    auto prepared = prepare(options);
    if (!prepared) {
        complain(prepared.error().message);
        return ExitCode::BadInput;
    }
    const ExitCode code = ProgramRun(*(*prepared)->simulation, options, (*prepared)->port.get(), (*prepared)->steps.get()).run();
    return finish(**prepared, options, code);
}

}  // namespace coroboard::cli
