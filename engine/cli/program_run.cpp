// SPDX-License-Identifier: MIT
#include "cli/program_run.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <fmt/format.h>

#include "cli/duration.h"
#include "cli/task_table.h"

namespace coroboard::cli {

namespace {

using namespace std::chrono_literals;
using HostClock = std::chrono::steady_clock;

constexpr time::Duration ordinarySlice = 20ms;
constexpr std::chrono::milliseconds look = 50ms;    // how often signals are looked at while nothing happens

}  // namespace

ProgramRun::ProgramRun(simulation::Simulation& simulation, const RunOptions& options, serial::Port* port, scenario::ScenarioRun* scenario)
    : m_simulation(simulation), m_options(options), m_port(port), m_scenario(scenario)
{
    if (options.duration) m_end = time::powerOn + *options.duration;
    const bool typing = (options.standardInput || options.repl) && HostInput::isTerminal();
    const double usual = typing || port ? 1.0 : 0.0;
    if (options.repl && typing) m_terminal.emplace();
    if (port) complain("the board's serial port is " + port->name() + "; Ctrl-C ends");
    m_pacer.setSpeed(options.speed.value_or(usual), simulation.now(), HostClock::now());
}

ExitCode ProgramRun::run()
{
    if (m_scenario) m_scenario->proceed();
    while (!isOver()) {
        passSignals();
        passInput();
        if (isOver()) break;
        m_simulation.runUntil(nextStop(), atProgramEnd());
        if (m_scenario) m_scenario->proceed();
        std::fflush(stdout);
        pace();
    }
    endScenario();
    if (m_options.tasks) printTasks();
    const ExitCode code = outcome();
    if (m_options.hash) fmt::print(stderr, "trace-hash: {:016x}\n", m_simulation.traceHash());
    return code;
}

bool ProgramRun::isOver() const
{
    if (isReplay())
        return m_simulation.replayState() != simulation::ReplayState::Running || m_simulation.now() >= m_end || m_signals.interrupts() > 0;
    if (m_scenario) return m_scenario->isOver() || m_simulation.now() >= m_end || m_signals.interrupts() > 0;
    if (m_end == time::never && m_simulation.watchdogResets() > 0 && !m_port) return true;
    if (m_simulation.now() >= m_end || m_signals.interrupts() > 1) return true;
    if (m_simulation.stopReason() == simulation::StopReason::HardFault) return true;
    if (m_port) return m_signals.interrupts() > 0;
    if (!m_options.repl) return m_simulation.programEnded();
    const simulation::ProgramState state = m_simulation.programState();
    return m_hungUp && state != simulation::ProgramState::Running && state != simulation::ProgramState::Waiting;
}

simulation::AtProgramEnd ProgramRun::atProgramEnd() const
{
    const bool goesOn = m_port || m_scenario || m_options.repl || isReplay();
    return goesOn ? simulation::AtProgramEnd::Continue : simulation::AtProgramEnd::Return;
}

// The run is over, and with it the scenario, wherever it is.
void ProgramRun::endScenario()
{
    if (!m_scenario) return;
    m_scenario->giveUp(m_signals.interrupts() > 0 ? "interrupted" : "the run was over before");
    if (m_scenario->hasFailed()) complain(m_scenario->failureText());
}

time::VirtualTime ProgramRun::nextStop()
{
    const time::VirtualTime now = m_simulation.now();
    time::VirtualTime stop = now + m_options.slice.value_or(ordinarySlice);
    if (m_pacer.paced()) stop = std::min(stop, std::max(m_pacer.target(HostClock::now()), now + 1us));
    else if (!m_options.slice) stop = std::max(stop, std::min(m_simulation.nextDue(), m_end));
    if (m_scenario) stop = std::min(stop, m_scenario->nextStop());
    if (stop == time::never) stop = now;
    return std::min(stop, m_end);
}

void ProgramRun::passSignals()
{
    if (m_signals.takeTableRequest()) printTasks();
    if (m_signals.interrupts() == m_interruptsPassed) return;
    m_interruptsPassed = m_signals.interrupts();
    if (isReplay()) return;
    m_simulation.apply(simulation::ConsoleInput{"\x03"});
}

void ProgramRun::passInput()
{
    if (m_port)
        if (std::string typed = m_port->read(); !typed.empty()) m_simulation.apply(simulation::ConsoleInput{std::move(typed)});
    if (!m_options.standardInput && !m_options.repl) return;
    std::string typed = m_input.read();
    const std::size_t hangUp = m_terminal ? typed.find(HostTerminal::hangUp) : std::string::npos;
    m_hungUp = (m_input.ended() && typed.empty()) || hangUp != std::string::npos;
    typed.resize(std::min(hangUp, typed.size()));
    if (!typed.empty()) m_simulation.apply(simulation::ConsoleInput{std::move(typed)});
}

void ProgramRun::pace()
{
    if (isOver()) return;
    const auto host = HostClock::now();
    m_pacer.ranUntil(m_simulation.now(), host);
    if (m_pacer.paced()) simulation::Pacer::waitFor(m_noCommands, host + simulation::Pacer::tick);
    else if (m_simulation.nextDue() == time::never && m_end == time::never && !m_scenario) waitForOutside();
}

// Nothing on the board will ever happen by itself: only a signal or typed text can go on.
void ProgramRun::waitForOutside()
{
    if (m_options.repl && m_input.ended()) return;
    const bool canType = m_port || ((m_options.standardInput || m_options.repl) && !m_input.ended());
    if (!canType && !m_stuckSaid) {
        m_stuckSaid = true;
        complain(fmt::format("at {} every coroutine waits for something that cannot come; Ctrl-C ends the run",
                             durationText(m_simulation.now().time_since_epoch())));
        printTasks();
    }
    if (m_port) simulation::Pacer::waitFor(m_noCommands, HostClock::now() + simulation::Pacer::tick);
    else if (canType) m_input.wait(look);
    else simulation::Pacer::waitFor(m_noCommands, HostClock::now() + look);
}

ExitCode ProgramRun::outcome() const
{
    const bool expected = m_scenario && m_scenario->expectsEnd();
    if (!m_port && !m_options.repl && !expected) fmt::print(stderr, "{}", m_simulation.exceptionText());
    if (m_signals.interrupts() > 0) return ExitCode::Interrupted;
    if (m_scenario && m_scenario->hasFailed()) return ExitCode::ExpectationFailed;
    if (expected) return ExitCode::Ended;
    if (m_simulation.watchdogResets() > 0) {
        complain("the watchdog fired");
        return ExitCode::Faulted;
    }
    switch (m_simulation.stopReason()) {
    case simulation::StopReason::UncaughtException: return ExitCode::Exception;
    case simulation::StopReason::HardFault:
        complain("the board faulted");
        return ExitCode::Faulted;
    case simulation::StopReason::WatchdogReset:
        complain("the watchdog fired");
        return ExitCode::Faulted;
    default: return ExitCode::Ended;
    }
}

void ProgramRun::printTasks() const { fmt::print(stderr, "{}", taskTable(m_simulation.tasks(), m_simulation.now())); }

}  // namespace coroboard::cli
