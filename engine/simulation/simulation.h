// SPDX-License-Identifier: MIT
#pragma once
// Simulation: one board with one program, driven in virtual time. It has no thread and no clock of its own: whoever owns it
// (IntegrationThread, coroboard-cli, TestBench) calls apply() and runUntil() from one thread at a time.
// Same profile, program, seed and commands at the same virtual times: the same trace hash, for every slice size, on every machine.
//
//   auto simulation = Simulation::create(profile, program).value();
//   simulation->runUntil(time::powerOn + 500ms);
//   simulation->apply(SetControl{"button", "pressed", 1});

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "board/board_profile.h"
#include "modules/firmware.h"
#include "program/program.h"
#include "simulation/command.h"
#include "simulation/message.h"
#include "simulation/replay_state.h"
#include "simulation/run_record.h"
#include "simulation/snapshot.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

// Whether a simulation keeps what is needed to play its run again: the files in flash are copied at power-on.
enum class KeepRecord { No, Yes };

struct SimulationOptions {
    std::uint64_t seed = 1;                                  // noise, bounce, the program's random numbers
    modules::FirmwareFactory firmware;                       // empty: MicroPython
    modules::AfterProgram afterProgram = modules::AfterProgram::End;    // Repl: the serial line answers once the program has ended, and
                                                             // on an empty board (MicroPython only); lines then end with CR LF and tracebacks go there
    std::function<void(std::string_view)> console;           // the board's serial port, byte for byte
    std::function<void(std::string_view)> report;            // reports about the program, whole lines
    board::Board::SignalObserver signals;                    // every change on a pin's wire, at once; must only look
    std::function<void()> poweringOn;                        // a power cycle begins: virtual time is zero again
    time::LoopObserver* tasks = nullptr;                     // every step of every task; not owned, outlives the simulation
    std::function<bool()> shouldReturn;                      // asked during runUntil(), every 100 µs of virtual time or more seldom;
                                                             // true makes it return early. Cannot change what the board does
    KeepRecord keepRecord = KeepRecord::No;
    std::shared_ptr<const RunRecord> replay;                 // refused where it does not fit the board; its start takes the place of program, seed and afterProgram; its commands
                                                             // come by themselves, each at its time
};

// Whether runUntil() goes on to the end of its slice when the program ends on the way.
enum class AtProgramEnd { Continue, Return };

enum class TaskDetail { With, Without };

// Whether a record from a file can be played: the Error says what does not fit its board, and where in the record.
Result<void> checkRecord(std::shared_ptr<const RunRecord> record);

class Simulation {
public:
    // Builds the board and puts the program on it (null: a board without a program). Nothing runs yet; virtual time is zero.
    static Result<std::unique_ptr<Simulation>> create(board::BoardProfile profile, std::shared_ptr<const program::Program> program,
                                                      SimulationOptions options = {});
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    // Takes effect now, before anything else that is due at this instant. A bad command (unknown part or control, a value that is not
    // finite or out of range) is refused: the Error says what is allowed, nothing changes, nothing is logged.
    // Pause, Resume, SetSpeed, StepBoard steer a runner and OpenBoard needs a new Simulation: here they are ignored, but for what Pause
    // and Resume mean to a program that stops (see command.h). These and SetBreakpoints, SetWatches, StepLine, RunTo change nothing the board does: no
    // trace, no log.
    Result<void> apply(const Command& command);

    // The same at a virtual time of now or later: for scripts that must not depend on slices. Checked at once. A reset begins a new
    // virtual time; what is still scheduled then refers to the new one.
    Result<void> applyAt(Command command, time::VirtualTime when);

    // Runs everything due before `until` (half-open), then stands at `until`. Returns early, standing at the instant of the last event,
    // when the program ended and `atEnd` says so, or when SimulationOptions::shouldReturn asked for it; or when the program stopped at a
    // line, and then at once until StepLine, RunTo or Resume let it go on.
    void runUntil(time::VirtualTime until, AtProgramEnd atEnd = AtProgramEnd::Continue);

    time::VirtualTime now() const;
    // When something is next due, commands included; time::never if nothing is.
    time::VirtualTime nextDue() const;

    // The program stands at a line (breakpoint, end of a step), and with it the board.
    bool isStopped() const;

    ProgramState programState() const;
    bool programEnded() const;                               // Finished, Failed, Stopped or Faulted
    StopReason stopReason() const;
    std::uint64_t watchdogResets() const;                    // how often the program did not feed its watchdog, in this power cycle
    std::string exceptionText() const;                       // the traceback as MicroPython prints it; empty when none

    // A hash of everything observable since power-on: pin edges, console bytes, commands, ends, with their times.
    std::uint64_t traceHash() const;

    // Everything since power-on. Error: the files in flash could not be copied, or KeepRecord::No.
    Result<RunRecord> record() const;
    ReplayState replayState() const;
    time::VirtualTime replayEnd() const;                     // time::never without one

    // The board and the program as they are now. sequence, paused, speed, realTimeFactor, consoleDropped and messages are the runner's.
    // Looking at every task costs more than the rest: a runner may leave it out of some snapshots.
    Snapshot snapshot(TaskDetail detail = TaskDetail::With) const;
    std::vector<TaskSnapshot> tasks() const;
    time::Duration cpuTime() const;                          // virtual time the chip was executing, in this power cycle

    const std::vector<StampedCommand>& log() const;
    const board::BoardProfile& profile() const;
    std::shared_ptr<const program::Program> program() const;
    board::Board& board();
    time::EventLoop& loop();

private:
    struct State;
    explicit Simulation(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

}  // namespace coroboard::simulation
