// SPDX-License-Identifier: MIT
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/program_run.h"
#include "cli/run_outputs.h"
#include "recording/recording_file.h"
#include "simulation/duration.h"

namespace coroboard::cli {

namespace {

using simulation::ReplayState;

// Says how the replay compares with the recording.
ExitCode verdict(const simulation::Simulation& simulation, const simulation::RunRecord& record, const ReplayOptions& options, ExitCode code)
{
    if (simulation.replayState() == ReplayState::Exact) return options.verify ? ExitCode::Ended : code;
    if (simulation.replayState() == ReplayState::Running && !options.verify) return code;
    const std::string why = record.inexactSince
                                ? fmt::format("; while it was recorded, somebody stepped in at {} in the middle of an instant",
                                              simulation::durationText(record.inexactSince->time_since_epoch()))
                                : std::string();
    complain(fmt::format("{}: not what was recorded: trace hash {:016x}, recorded {:016x}{}", options.recording, simulation.traceHash(),
                         record.hash, why));
    return options.verify ? ExitCode::ExpectationFailed : code;
}

}  // namespace

ExitCode replay(const ReplayOptions& options)
{
    const auto record = recording::loadRecording(options.recording);
    if (!record) {
        complain(record.error().message);
        return ExitCode::BadInput;
    }
    simulation::SimulationOptions simulationOptions;
    simulationOptions.replay = *record;
    simulationOptions.report = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
    simulationOptions.console = [](std::string_view bytes) { std::fwrite(bytes.data(), 1, bytes.size(), stdout); };
    if (const auto checked = simulation::checkRecord(*record); !checked) {
        complain(fmt::format("{}: {}", options.recording, checked.error().message));
        return ExitCode::BadInput;
    }
    if (const auto distinct = checkDistinct({options.recording}, {options.run.vcd, options.run.csv, options.run.trace}); !distinct) {
        complain(distinct.error().message);
        return ExitCode::BadInput;
    }
    auto outputs = RunOutputs::open(options.run, *(*record)->profile);
    if (!outputs) {
        complain(outputs.error().message);
        return ExitCode::BadInput;
    }
    if (*outputs) (*outputs)->listen(simulationOptions);
    auto simulation = simulation::Simulation::create(*(*record)->profile, nullptr, std::move(simulationOptions));
    if (!simulation) {
        complain(fmt::format("{}: {}", options.recording, simulation.error().message));
        return ExitCode::BadInput;
    }
    ExitCode code = ProgramRun(**simulation, options.run, nullptr).run();
    if (*outputs)
        if (const auto finished = (*outputs)->finish((*simulation)->now()); !finished) {
            complain(finished.error().message);
            if (code == ExitCode::Ended) code = ExitCode::BadInput;
        }
    return verdict(**simulation, **record, options, code);
}

}  // namespace coroboard::cli
