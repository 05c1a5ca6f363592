// SPDX-License-Identifier: MIT
#pragma once
// PowerCycle: one life of a board, from power-on to power-off: its loop, its board, its firmware and the task that runs it.
// Owned by the Simulation, which makes a new one for every reset, so that nothing survives by accident. A reset that the program itself
// asks for (machine.reset(), the watchdog) and a soft reset are a new firmware on the same board, in the same virtual time.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "board/board.h"
#include "modules/firmware.h"
#include "program/program.h"
#include "simulation/snapshot.h"
#include "time/alarm.h"
#include "time/event.h"
#include "time/event_loop.h"

namespace coroboard::simulation {

struct PowerCycleParts {
    std::shared_ptr<const board::BoardProfile> profile;
    std::shared_ptr<const program::Program> program;
    std::shared_ptr<modules::FlashStorage> flash;            // what stays in flash from one power cycle to the next
    board::BoardOptions world;                               // where controls stand, what moves by itself
    modules::FirmwareFactory firmware;                       // empty: no firmware, the board only lies there
    std::function<void(std::string_view)> console;
    std::function<void(std::string_view)> report;
    board::Board::SignalObserver signals;
    time::LoopObserver* tasks = nullptr;
    std::function<void(modules::FirmwareEnd)> ended;         // inside the loop, when the program ended for good
    modules::AfterProgram afterProgram = modules::AfterProgram::End;
    serial::History history;                                 // the lines typed in earlier power cycles
};

class PowerCycle {
public:
    // How long the chip is held in reset when the program resets it (RP2040 data sheet 2.12: milliseconds).
    static constexpr time::Duration resetDuration = std::chrono::milliseconds{1};
    // How long a program may go on after stopProgram() before it is taken off the board.
    static constexpr time::Duration stopGrace = std::chrono::milliseconds{5};

    static constexpr time::Duration brownOutDuration = std::chrono::milliseconds{20};

    explicit PowerCycle(PowerCycleParts parts);
    ~PowerCycle();
    PowerCycle(const PowerCycle&) = delete;
    PowerCycle& operator=(const PowerCycle&) = delete;

    time::EventLoop& loop() { return m_loop; }
    const time::EventLoop& loop() const { return m_loop; }
    board::Board& board() { return *m_board; }

    void consoleInput(std::string_view bytes);
    const serial::History& history() const { return m_session->history; }
    void stopProgram();
    // The supply dips for brownOutDuration: the chip is held in reset meanwhile and starts anew, whatever the program was doing.
    void brownOut();

    // See modules::Firmware. Breakpoints hold for every program of this power cycle.
    void setBreakpoints(std::vector<modules::Breakpoint> breakpoints);
    void setWatches(std::vector<std::string> expressions);
    void proceed(modules::Proceed how);
    void runTo(const modules::Breakpoint& place);
    bool isStopped() const { return m_firmware && m_firmware->isStopped(); }
    std::optional<modules::CodeStop> place() const;

    ProgramState state() const;
    StopReason stopReason() const;
    std::string exceptionText() const;
    // How often a watchdog that was not fed reset the chip.
    std::uint64_t watchdogResets() const { return m_watchdogResets; }
    std::uint64_t bytecodes() const;
    time::Duration cpuTime() const;

private:
    static time::Task<void> supervise(PowerCycle& cycle);
    std::unique_ptr<modules::Firmware> makeFirmware(modules::StartAt startAt);
    void resetChip(peripherals::ResetCause cause);
    time::Task<void> sleep(modules::Firmware::Wake wake);
    void noteEnd(modules::FirmwareEnd end);
    StopReason reasonOf(modules::FirmwareEnd end) const;
    static time::Task<void> dip(PowerCycle& cycle);

    PowerCycleParts m_parts;
    time::EventLoop m_loop;
    std::unique_ptr<board::Board> m_board;
    std::shared_ptr<serial::Session> m_session = std::make_shared<serial::Session>();
    std::unique_ptr<modules::Firmware> m_firmware;
    std::uint64_t m_earlierBytecodes = 0;                    // of firmware before a reset by the program
    time::Duration m_earlierCpuTime{};
    std::uint64_t m_watchdogResets = 0;
    std::vector<modules::Breakpoint> m_breakpoints;
    std::vector<std::string> m_watches;
    bool m_stopAsked = false;
    StopReason m_stopReason = StopReason::None;              // of the program, also while its successor, the REPL, runs
    std::string m_exceptionText;
    bool m_brownedOut = false;                               // and the chip has not started anew yet
    std::string m_internalError;
    std::optional<time::Alarm> m_stopAlarm;
    std::optional<time::Spawned<void>> m_supervisor;
};

}  // namespace coroboard::simulation
