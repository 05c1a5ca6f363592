// SPDX-License-Identifier: MIT
#pragma once
// ProgramRun: one `coroboard-cli run` from the first slice to the exit code: runs slices, paces them, passes signals and typed text on,
// and says how it ended. The simulation has its program and its settings already.

#include <functional>

#include "cli/commands.h"
#include "cli/host_input.h"
#include "cli/host_signals.h"
#include "simulation/command_queue.h"
#include "simulation/pacer.h"
#include "simulation/simulation.h"

namespace coroboard::cli {

class ProgramRun {
public:
    ProgramRun(simulation::Simulation& simulation, const RunOptions& options);

    // Runs until the program ended, --for was reached or Ctrl-C was pressed twice.
    ExitCode run();

private:
    bool isOver() const;
    time::VirtualTime nextStop();
    void passSignals();
    void passInput();
    void pace();
    void waitForOutside();
    ExitCode outcome() const;
    void printTasks() const;

    simulation::Simulation& m_simulation;
    const RunOptions& m_options;
    time::VirtualTime m_end = time::never;
    HostSignals m_signals;
    HostInput m_input;
    simulation::Pacer m_pacer;
    simulation::CommandQueue m_noCommands;       // what the pacer's sleep listens to
    int m_interruptsPassed = 0;
    bool m_stuckSaid = false;
};

}  // namespace coroboard::cli
