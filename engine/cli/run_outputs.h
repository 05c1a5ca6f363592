// SPDX-License-Identifier: MIT
#pragma once
// RunOutputs: the files `coroboard-cli run` writes beside the console: --vcd, --csv, --trace. Opened before anything runs, so that a
// path that cannot be written is bad input and not a lost run.

#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "board/board_profile.h"
#include "cli/commands.h"
#include "simulation/signal_recorder.h"
#include "simulation/simulation.h"
#include "simulation/task_recorder.h"
#include "trace/csv_writer.h"
#include "trace/perfetto_writer.h"
#include "trace/vcd_writer.h"

namespace coroboard::cli {

// Refuses to write what comes out over what went in.
Result<void> checkDistinct(const std::vector<std::string>& inputs, const std::vector<std::string>& outputs);

// Whether a file can be made there later, as far as one can tell without making it.
Result<void> checkWritable(const std::string& file);

class RunOutputs {
public:
    // Null when no file was asked for.
    static Result<std::unique_ptr<RunOutputs>> open(const RunOptions& options, const board::BoardProfile& profile);

    // The simulation tells this object what happens; it must be gone before.
    void listen(simulation::SimulationOptions& options);
    // Ends every file. The Error names those that could not be written to their end.
    Result<void> finish(time::VirtualTime end);

private:
    explicit RunOutputs(const board::BoardProfile& profile) : m_signals(profile) {}
    static Result<void> openFile(std::ofstream& stream, const std::string& file);

    RunOptions m_options;
    simulation::SignalRecorder m_signals;
    std::ofstream m_vcdFile;
    std::ofstream m_csvFile;
    std::ofstream m_traceFile;
    std::optional<trace::VcdWriter> m_vcd;
    std::optional<trace::CsvWriter> m_csv;
    std::optional<trace::PerfettoWriter> m_trace;
    std::optional<simulation::TaskRecorder> m_tasks;
};

}  // namespace coroboard::cli
