// SPDX-License-Identifier: MIT
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/program_run.h"
#include "simulation/board_files.h"

namespace coroboard::cli {

namespace {

Result<std::unique_ptr<simulation::Simulation>> prepare(const RunOptions& options)
{
    auto program = program::loadProgram(options.program);
    if (!program) return tl::unexpected(program.error());
    std::string boardName = options.board;
    if (boardName.empty()) boardName = program->board.empty() ? std::string(simulation::defaultBoard) : program->board;
    auto profile = simulation::findBoard(boardName);
    if (!profile) return tl::unexpected(profile.error());

    simulation::SimulationOptions simulationOptions;
    simulationOptions.seed = options.seed;
    simulationOptions.console = [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); };
    simulationOptions.report = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    auto simulation = simulation::Simulation::create(
        std::move(*profile), std::make_shared<const program::Program>(std::move(*program)), std::move(simulationOptions));
    if (!simulation) return simulation;
    for (const ControlSetting& setting : options.settings) {
        const simulation::SetControl command{setting.part, setting.control, setting.value};
        if (auto scheduled = (*simulation)->applyAt(command, setting.when); !scheduled)
            return failure(fmt::format("--set {}.{}: {}", setting.part, setting.control, scheduled.error().message));
    }
    return simulation;
}

}  // namespace

ExitCode run(const RunOptions& options)
{
    auto simulation = prepare(options);
    if (!simulation) {
        complain(simulation.error().message);
        return ExitCode::BadInput;
    }
    return ProgramRun(**simulation, options).run();
}

}  // namespace coroboard::cli
