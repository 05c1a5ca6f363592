// SPDX-License-Identifier: MIT
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/part_pictures.h"
#include "cli/program_run.h"
#include "cli/run_outputs.h"
#include "serial/port.h"
#include "simulation/board_files.h"

namespace coroboard::cli {

namespace {

struct Prepared {
    std::unique_ptr<serial::Port> port;
    std::unique_ptr<RunOutputs> outputs;
    std::vector<PartPicture> pictures;
    std::unique_ptr<simulation::Simulation> simulation;      // goes first: it tells the outputs what happens
};

Result<Prepared> prepare(const RunOptions& options)
{
    auto program = program::loadProgram(options.program);
    if (!program) return tl::unexpected(program.error());
    std::string boardName = options.board;
    if (boardName.empty()) boardName = program->board.empty() ? std::string(simulation::defaultBoard) : program->board;
    auto profile = simulation::findBoard(boardName);
    if (!profile) return tl::unexpected(profile.error());

    simulation::SimulationOptions simulationOptions;
    simulationOptions.seed = options.seed;
    simulationOptions.report = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    // The settings are tried on a board of their own first: bad input must not leave files behind.
    auto trial = simulation::Simulation::create(*profile, nullptr);
    if (!trial) return tl::unexpected(trial.error());
    for (const WorldChange& change : options.changes)
        if (auto checked = (*trial)->applyAt(change.command, change.when); !checked)
            return failure(fmt::format("{}: {}", change.words, checked.error().message));

    Prepared prepared;
    if (!options.serial.empty()) {
        auto port = serial::openPort(options.serial);
        if (!port) return failure("--serial: " + port.error().message);
        prepared.port = std::move(*port);
    }
    if (prepared.port || options.repl) simulationOptions.afterProgram = modules::AfterProgram::Repl;
    simulationOptions.console = [port = prepared.port.get()](std::string_view bytes) {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        if (port) port->write(bytes);
    };
    for (const std::string& text : options.pictures) {
        auto picture = preparePicture(text, (*trial)->snapshot(simulation::TaskDetail::Without));
        if (!picture) return tl::unexpected(picture.error());
        prepared.pictures.push_back(std::move(*picture));
    }
    auto outputs = RunOutputs::open(options, *profile);
    if (!outputs) return tl::unexpected(outputs.error());
    prepared.outputs = std::move(*outputs);
    if (prepared.outputs) prepared.outputs->listen(simulationOptions);
    auto simulation = simulation::Simulation::create(
        std::move(*profile), std::make_shared<const program::Program>(std::move(*program)), std::move(simulationOptions));
    if (!simulation) return tl::unexpected(simulation.error());
    prepared.simulation = std::move(*simulation);
    for (const WorldChange& change : options.changes) (void)prepared.simulation->applyAt(change.command, change.when);
    return prepared;
}

}  // namespace

ExitCode run(const RunOptions& options)
{
    auto prepared = prepare(options);
    if (!prepared) {
        complain(prepared.error().message);
        return ExitCode::BadInput;
    }
    ExitCode code = ProgramRun(*prepared->simulation, options, prepared->port.get()).run();
    if (prepared->outputs)
        if (const auto finished = prepared->outputs->finish(prepared->simulation->now()); !finished) {
            complain(finished.error().message);
            if (code == ExitCode::Ended) code = ExitCode::BadInput;
        }
    for (const PartPicture& picture : prepared->pictures)
        if (const auto written = writePicture(picture, prepared->simulation->snapshot(simulation::TaskDetail::Without)); !written) {
            complain(written.error().message);
            if (code == ExitCode::Ended) code = ExitCode::BadInput;
        }
    return code;
}

}  // namespace coroboard::cli
