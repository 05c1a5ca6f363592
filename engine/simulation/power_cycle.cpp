// SPDX-License-Identifier: MIT
#include "simulation/power_cycle.h"

#include <exception>
#include <utility>

#include <fmt/format.h>

namespace coroboard::simulation {

using modules::FirmwareEnd;

PowerCycle::PowerCycle(PowerCycleParts parts) : m_parts(std::move(parts))
{
    m_loop.setObserver(m_parts.tasks);
    m_board = std::make_unique<board::Board>(*m_parts.profile, m_loop,
                                             m_parts.world);
    m_board->observeSignals(m_parts.signals);
    m_stopAlarm.emplace(m_loop, [this] {
        if (m_firmware) m_firmware->requestStop();
    });
    if (!m_parts.firmware) return;
    m_firmware = makeFirmware();
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

std::unique_ptr<modules::Firmware> PowerCycle::makeFirmware()
{
    return m_parts.firmware({.loop = m_loop,
                             .board = *m_board,
                             .program = m_parts.program,
                             .seed = m_parts.world.seed,
                             .flash = m_parts.flash,
                             .console = m_parts.console,
                             .report = m_parts.report});
}

time::Task<void> PowerCycle::supervise(PowerCycle& cycle)
{
    for (;;) {
        try {
            co_await cycle.m_firmware->run();
        } catch (const std::exception& error) {
            cycle.m_internalError = error.what();
        }
        const FirmwareEnd end = cycle.m_firmware->end();
        if ((end != FirmwareEnd::Reset && end != FirmwareEnd::WatchdogReset) || cycle.m_stopAsked) break;
        cycle.m_parts.report(end == FirmwareEnd::Reset ? "The program reset the board.\n" : "The watchdog reset the board.\n");
        cycle.resetChip();
        co_await cycle.m_loop.delay(resetDuration);
        cycle.m_firmware = cycle.makeFirmware();
        cycle.m_firmware->setBreakpoints(cycle.m_breakpoints);
    }
    cycle.m_stopAlarm->cancel();
    cycle.m_parts.ended(cycle.m_firmware->end());
}

void PowerCycle::resetChip()
{
    m_earlierBytecodes += m_firmware->bytecodes();
    m_earlierCpuTime += m_firmware->cpuTime();
    for (const auto& pin : m_board->chip().pins()) pin->reset();
}

void PowerCycle::consoleInput(std::string_view bytes)
{
    if (m_firmware) m_firmware->consoleInput(bytes);
}

void PowerCycle::stopProgram()
{
    if (!m_firmware || m_firmware->state() == modules::FirmwareState::Ended) return;
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
    switch (stopReason()) {
    case StopReason::None: break;
    case StopReason::Finished:
    case StopReason::SystemExit: return ProgramState::Finished;
    case StopReason::UncaughtException: return ProgramState::Failed;
    case StopReason::Stopped: return ProgramState::Stopped;
    case StopReason::HardFault:
    case StopReason::WatchdogReset: return ProgramState::Faulted;
    }
    return m_firmware->state() == modules::FirmwareState::Waiting ? ProgramState::Waiting : ProgramState::Running;
}

StopReason PowerCycle::stopReason() const
{
    if (!m_firmware) return StopReason::None;
    if (!m_internalError.empty()) return StopReason::HardFault;
    switch (m_firmware->end()) {
    case FirmwareEnd::None: return StopReason::None;
    case FirmwareEnd::Finished: return StopReason::Finished;
    case FirmwareEnd::UncaughtException:
        return m_stopAsked && m_firmware->exceptionText().find("KeyboardInterrupt") != std::string::npos ? StopReason::Stopped
                                                                                                       : StopReason::UncaughtException;
    case FirmwareEnd::Stopped: return StopReason::Stopped;
    case FirmwareEnd::SystemExit: return StopReason::SystemExit;
    case FirmwareEnd::HardFault: return StopReason::HardFault;
    case FirmwareEnd::Reset:
    case FirmwareEnd::WatchdogReset: return m_stopAsked ? StopReason::Stopped : StopReason::None;
    }
    return StopReason::None;
}

std::string PowerCycle::exceptionText() const
{
    if (!m_internalError.empty()) return fmt::format("internal error: {}\n", m_internalError);
    return m_firmware && stopReason() != StopReason::Stopped ? m_firmware->exceptionText() : std::string();
}

std::uint64_t PowerCycle::bytecodes() const { return m_earlierBytecodes + (m_firmware ? m_firmware->bytecodes() : 0); }

time::Duration PowerCycle::cpuTime() const { return m_earlierCpuTime + (m_firmware ? m_firmware->cpuTime() : time::Duration{}); }

}  // namespace coroboard::simulation
