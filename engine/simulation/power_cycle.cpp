// SPDX-License-Identifier: MIT
#include "simulation/power_cycle.h"

#include <exception>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace coroboard::simulation {

using modules::FirmwareEnd;
using modules::FirmwareState;

namespace {

bool startsAnew(FirmwareEnd end)
{
    return end == FirmwareEnd::Reset || end == FirmwareEnd::SoftReset || end == FirmwareEnd::WatchdogReset || end == FirmwareEnd::DeepSleep;
}

const char* wordsFor(FirmwareEnd end)
{
    switch (end) {
    case FirmwareEnd::WatchdogReset: return "The watchdog reset the board.\n";
    case FirmwareEnd::DeepSleep: return "The program put the board to sleep.\n";
    default: return "The program reset the board.\n";
    }
}

peripherals::ResetCause causeOf(FirmwareEnd end)
{
    switch (end) {
    case FirmwareEnd::WatchdogReset: return peripherals::ResetCause::Watchdog;
    case FirmwareEnd::DeepSleep: return peripherals::ResetCause::DeepSleep;
    case FirmwareEnd::SoftReset: return peripherals::ResetCause::Soft;
    default: return peripherals::ResetCause::Hard;
    }
}

}  // namespace

PowerCycle::PowerCycle(PowerCycleParts parts) : m_parts(std::move(parts))
{
    m_loop.setObserver(m_parts.tasks);
    m_board = std::make_unique<board::Board>(*m_parts.profile, m_loop,
                                             m_parts.world);
    m_board->observeSignals(m_parts.signals);
    m_stopAlarm.emplace(m_loop, [this] {
        if (m_firmware && m_firmware->state() != FirmwareState::AtPrompt) m_firmware->requestStop();
        else m_stopAsked = false;
    });
    m_session->history = std::move(m_parts.history);
    if (!m_parts.firmware) return;
    m_firmware = makeFirmware(modules::StartAt::Program);
    const bool stands = !m_firmware->listsItsProgram();
    m_supervisor.emplace(m_loop.spawn(supervise(*this), std::string(stands ? "main" : "power cycle"),
                                      stands ? time::TaskKind::program : time::TaskKind::simulation));
}

PowerCycle::~PowerCycle()
{
    m_supervisor.reset();
    m_firmware.reset();
    m_stopAlarm.reset();
    m_board.reset();
}

std::unique_ptr<modules::Firmware> PowerCycle::makeFirmware(modules::StartAt startAt)
{
    return m_parts.firmware({.loop = m_loop,
                             .board = *m_board,
                             .program = m_parts.program,
                             .seed = m_parts.world.seed,
                             .flash = m_parts.flash,
                             .console = m_parts.console,
                             .report = m_parts.report,
                             .afterProgram = m_parts.afterProgram,
                             .startAt = startAt,
                             .session = m_session,
                             .programEnded = [this](FirmwareEnd end) { noteEnd(end); }});
}

time::Task<void> PowerCycle::supervise(PowerCycle& cycle)
{
    for (;;) {
        try {
            co_await cycle.m_firmware->run();
        } catch (const std::exception& error) {
            cycle.m_internalError = error.what();
        }
        if (std::exchange(cycle.m_brownedOut, false)) {
            co_await dip(cycle);
            continue;
        }
        const FirmwareEnd end = cycle.m_internalError.empty() ? cycle.m_firmware->end() : FirmwareEnd::HardFault;
        const bool again = startsAnew(end) && !cycle.m_stopAsked;
        if (!again) cycle.noteEnd(end);
        // A program that was taken off the board leaves the prompt; a chip that faults does nothing any more.
        const bool repl = cycle.m_parts.afterProgram == modules::AfterProgram::Repl;
        if (!again && (!repl || end == FirmwareEnd::HardFault)) break;
        if (again && !(repl && end == FirmwareEnd::SoftReset)) cycle.m_parts.report(wordsFor(end));
        if (end == FirmwareEnd::WatchdogReset) ++cycle.m_watchdogResets;
        if (end != FirmwareEnd::SoftReset) cycle.m_session->mode = serial::ReplMode::Friendly;
        const modules::Firmware::Wake wake = cycle.m_firmware->wake();
        if (again && end == FirmwareEnd::DeepSleep) co_await cycle.sleep(wake);
        cycle.resetChip(causeOf(end));
        co_await cycle.m_loop.delay(resetDuration);
        if (again) {
            cycle.m_stopReason = StopReason::None;
            cycle.m_exceptionText.clear();
        }
        cycle.m_firmware = cycle.makeFirmware(again ? modules::StartAt::Program : modules::StartAt::Prompt);
        cycle.m_firmware->setBreakpoints(cycle.m_breakpoints);
        cycle.m_firmware->setWatches(cycle.m_watches);
    }
}

// Of the program; what is run in the REPL afterwards has no end that anybody waits for.
void PowerCycle::noteEnd(FirmwareEnd end)
{
    m_stopAlarm->cancel();
    const bool first = m_stopReason == StopReason::None || end == FirmwareEnd::HardFault;
    if (first) {
        m_stopReason = reasonOf(end);
        m_exceptionText = m_stopReason == StopReason::Stopped ? std::string() : m_firmware->exceptionText();
    }
    m_stopAsked = false;
    if (first) m_parts.ended(end);
}

void PowerCycle::brownOut()
{
    if (!m_firmware) return;
    m_parts.report("The supply dipped (brown-out): the chip was reset.\n");
    const bool ended = m_firmware->state() == modules::FirmwareState::Ended;
    m_stopAsked = false;
    m_stopAlarm->cancel();
    m_brownedOut = !ended;
    if (!ended) return m_firmware->requestStop();
    m_supervisor.emplace(m_loop.spawn(
        [](PowerCycle& cycle) -> time::Task<void> {
            co_await dip(cycle);
            co_await supervise(cycle);
        }(*this),
        "power cycle", time::TaskKind::simulation));
}

time::Task<void> PowerCycle::dip(PowerCycle& cycle)
{
    constexpr double share = 0.3;
    cycle.resetChip(peripherals::ResetCause::BrownOut);
    cycle.m_board->setSupply(share);
    co_await cycle.m_loop.delay(brownOutDuration);
    cycle.m_board->setSupply(1);
    cycle.m_session->mode = serial::ReplMode::Friendly;
    cycle.m_stopReason = StopReason::None;
    cycle.m_exceptionText.clear();
    cycle.m_internalError.clear();
    cycle.m_firmware = cycle.makeFirmware(modules::StartAt::Program);
}

void PowerCycle::resetChip(peripherals::ResetCause cause)
{
    m_earlierBytecodes += m_firmware->bytecodes();
    m_earlierCpuTime += m_firmware->cpuTime();
    m_board->chip().reset(cause);
}

// Until the chip's timer or what was set to wake it on a pin: an edge, or a level, which may be there already.
time::Task<void> PowerCycle::sleep(modules::Firmware::Wake wake)
{
    time::Event woken("wake-up");
    const auto wakeBy = [&](peripherals::WakeReason reason) {
        if (!woken.isSet()) m_board->chip().noteWake(reason);
        woken.set();
    };
    time::Alarm timer(m_loop, [&] { wakeBy(peripherals::WakeReason::Timer); });
    if (wake.when != time::never) timer.setAt(wake.when);
    std::vector<std::unique_ptr<peripherals::WireListener>> listeners;
    for (const auto& [pin, trigger] : wake.pins) {
        listeners.push_back(pin->listen(trigger, [&](peripherals::Pin&, const peripherals::PinEdge&) { wakeBy(peripherals::WakeReason::Pin); }));
        if (pin->isAtLevel(trigger)) wakeBy(peripherals::WakeReason::Pin);
    }
    co_await woken.wait();
}

void PowerCycle::consoleInput(std::string_view bytes)
{
    if (m_firmware) m_firmware->consoleInput(bytes);
}

void PowerCycle::stopProgram()
{
    if (!m_firmware || m_firmware->state() == FirmwareState::Ended || m_firmware->state() == FirmwareState::AtPrompt) return;
    if (m_stopAsked) {
        m_firmware->requestStop();
        return;
    }
    m_stopAsked = true;
    m_firmware->dismissBreakpoints();
    m_firmware->interrupt();
    m_stopAlarm->setAfter(stopGrace);
}

void PowerCycle::setBreakpoints(std::vector<modules::Breakpoint> breakpoints)
{
    m_breakpoints = std::move(breakpoints);
    if (m_firmware && !m_stopAsked) m_firmware->setBreakpoints(m_breakpoints);
}

void PowerCycle::setWatches(std::vector<std::string> expressions)
{
    m_watches = std::move(expressions);
    if (m_firmware) m_firmware->setWatches(m_watches);
}

void PowerCycle::proceed(modules::Proceed how)
{
    if (m_firmware && !m_stopAsked) m_firmware->proceed(how);
}

void PowerCycle::runTo(const modules::Breakpoint& place)
{
    if (m_firmware && !m_stopAsked) m_firmware->runTo(place);
}

std::optional<modules::CodeStop> PowerCycle::place() const { return m_firmware ? m_firmware->place() : std::nullopt; }

ProgramState PowerCycle::state() const
{
    if (!m_firmware) return ProgramState::Empty;
    const FirmwareState firmware = m_firmware->state();
    // What was typed at the prompt runs: so does the board. One whose firmware has ended is about to start it again.
    if (m_parts.afterProgram == modules::AfterProgram::Repl && m_stopReason != StopReason::HardFault) {
        if (firmware == FirmwareState::Waiting) return ProgramState::Waiting;
        if (firmware != FirmwareState::AtPrompt) return ProgramState::Running;
    }
    switch (m_stopReason) {
    case StopReason::None: break;
    case StopReason::Finished:
    case StopReason::SystemExit: return ProgramState::Finished;
    case StopReason::UncaughtException: return ProgramState::Failed;
    case StopReason::Stopped: return ProgramState::Stopped;
    case StopReason::HardFault:
    case StopReason::WatchdogReset: return ProgramState::Faulted;
    }
    if (firmware == FirmwareState::AtPrompt) return ProgramState::Empty;
    return firmware == FirmwareState::Waiting ? ProgramState::Waiting : ProgramState::Running;
}

StopReason PowerCycle::stopReason() const { return m_stopReason; }

StopReason PowerCycle::reasonOf(FirmwareEnd end) const
{
    switch (end) {
    case FirmwareEnd::None: return StopReason::None;
    case FirmwareEnd::Finished: return StopReason::Finished;
    case FirmwareEnd::UncaughtException:
        return m_stopAsked && m_firmware->exceptionText().find("KeyboardInterrupt") != std::string::npos ? StopReason::Stopped
                                                                                                       : StopReason::UncaughtException;
    case FirmwareEnd::Stopped: return StopReason::Stopped;
    case FirmwareEnd::SystemExit: return StopReason::SystemExit;
    case FirmwareEnd::HardFault: return StopReason::HardFault;
    case FirmwareEnd::Reset:
    case FirmwareEnd::SoftReset:
    case FirmwareEnd::DeepSleep:
    case FirmwareEnd::WatchdogReset: return m_stopAsked ? StopReason::Stopped : StopReason::None;
    }
    return StopReason::None;
}

std::string PowerCycle::exceptionText() const
{
    return m_internalError.empty() ? m_exceptionText : fmt::format("internal error: {}\n", m_internalError);
}

std::uint64_t PowerCycle::bytecodes() const { return m_earlierBytecodes + (m_firmware ? m_firmware->bytecodes() : 0); }

time::Duration PowerCycle::cpuTime() const { return m_earlierCpuTime + (m_firmware ? m_firmware->cpuTime() : time::Duration{}); }

}  // namespace coroboard::simulation
