// SPDX-License-Identifier: MIT
#pragma once
// ProgramRun: one `coroboard-cli run` from the first slice to the exit code: runs slices, paces them, passes signals and typed text on,
// and says how it ended. The simulation has its program and its settings already.

#include <functional>

#include "cli/commands.h"
#include "cli/host_input.h"
#include "cli/host_signals.h"
#include "cli/host_terminal.h"
#include "scenario/scenario_run.h"
#include "serial/port.h"
#include "simulation/command_queue.h"
#include "simulation/pacer.h"
#include "simulation/simulation.h"

namespace coroboard::cli {

class ProgramRun {
public:
    // The port and the scenario, if there are any, outlive this object.
    ProgramRun(simulation::Simulation& simulation, const RunOptions& options, serial::Port* port, scenario::ScenarioRun* scenario = nullptr);

    // Runs until the program ended (with --repl: the input; with --serial: Ctrl-C), --for was reached or Ctrl-C was pressed twice.
    ExitCode run();

private:
    bool isOver() const;
    simulation::AtProgramEnd atProgramEnd() const;
    void endScenario();
    bool isReplay() const { return m_simulation.replayState() != simulation::ReplayState::None; }
    time::VirtualTime nextStop();
    void passSignals();
    void passInput();
    void pace();
    void waitForOutside();
    ExitCode outcome() const;
    void printTasks() const;

    simulation::Simulation& m_simulation;
    const RunOptions& m_options;
    serial::Port* m_port;
    scenario::ScenarioRun* m_scenario;
    time::VirtualTime m_end = time::never;
    HostSignals m_signals;
    HostInput m_input;
    std::optional<HostTerminal> m_terminal;
    bool m_hungUp = false;                       // nobody types here any more, and everything typed was taken
    simulation::Pacer m_pacer;
    simulation::CommandQueue m_noCommands;       // what the pacer's sleep listens to
    int m_interruptsPassed = 0;
    bool m_stuckSaid = false;
};

}  // namespace coroboard::cli
