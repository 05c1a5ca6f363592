// SPDX-License-Identifier: MIT
#pragma once
// Snapshot: what a simulation looks like at one instant, as an immutable value. Cheap enough to take sixty times a second.
// Made by Simulation::snapshot(), published by the integration thread, drawn by the GUI, printed by coroboard-cli.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "board/board_profile.h"
#include "board/fault.h"
#include "environment/stimulus.h"
#include "modules/breakpoint.h"
#include "parts/part_view.h"
#include "simulation/message.h"
#include "simulation/replay_state.h"
#include "trace/signal_view.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

struct RunRecord;

// What the program is doing.
enum class ProgramState { Empty, Running, Waiting, Finished, Failed, Stopped, Faulted };

// Why the last run ended; None while it runs.
enum class StopReason { None, Finished, UncaughtException, Stopped, SystemExit, HardFault, WatchdogReset };

struct PinSnapshot {
    std::string name;                        // as printed on the board: "GP16"
    int number = -1;                         // as the program names it
    std::string function;                    // "in", "out", "pwm", "adc", "" when unused
    bool level = false;                      // what a logic probe reads
    double millivolts = 0;                   // what a voltmeter reads
    std::optional<time::VirtualTime> lastEdge;
};

struct PartSnapshot {
    std::string id;                          // the instance's name in the profile
    parts::PartView view;                    // what it looks like and what its sensors say
};

// One coroutine of the loop: a Python task, or a C++ task of a part, a peripheral or the program itself.
struct TaskSnapshot {
    std::uint64_t id = 0;
    std::string name;                        // function name for Python tasks ("blink"), given name for C++ tasks
    std::string kind;                        // "python", "program", "part", "peripheral", "firmware"
    std::string state;                       // inert, ready, running, suspended, cancelling, finished, failed
    std::string waitsFor;                    // "sleep until 1.500 s", "Event ready", "Lock held by reader", ""
    std::optional<time::VirtualTime> deadline;
    std::optional<std::uint64_t> waker;      // the task that will wake it, where one can be named
    struct Local {
        std::string name;
        std::string value;                   // its repr, cut to a readable length
    };
    struct Frame {
        std::string function;
        std::string file;
        int line = 0;
        std::vector<Local> locals;
    };
    std::vector<Frame> chain;                // the await chain, outermost first; the last is where it is suspended
    std::uint64_t resumed = 0;
    time::Duration cpu{};                    // virtual CPU time used
    time::Duration longestStretch{};         // longest run without yielding
    time::Duration readyLatency{};           // longest wait between ready and running
};

// Where the program stands line by line: it stopped there, or the simulation was paused while it executed.
struct StopSnapshot {
    modules::StopCause cause = modules::StopCause::Pause;
    std::uint64_t task = 0;                  // the Python task that executes; 0: the main program, or an interrupt's handler
    std::vector<TaskSnapshot::Frame> frames; // the program's frames, outermost first; the last line has not run yet
    std::string problem{};                   // why a breakpoint's condition could not be worked out; empty: it could
    std::vector<modules::WatchedValue> watches{};   // in the order of SetWatches, in the innermost frame
};

struct Snapshot {
    std::uint64_t sequence = 0;              // grows by one with each snapshot published
    time::VirtualTime now{};
    ProgramState program = ProgramState::Empty;
    StopReason stopReason = StopReason::None;
    std::string problem;                     // one line for the user when Failed or Faulted (last line of the traceback)
    bool paused = false;
    double speed = 1.0;                      // what was asked; 0 = as fast as the host can
    double realTimeFactor = 0.0;             // what is reached, virtual seconds a wall second
    double cpuLoad = 0.0;                    // share of virtual time the emulated chip was executing, 0…1
    std::uint64_t bytecodes = 0;
    std::uint64_t consoleDropped = 0;        // bytes the bounded console had to drop
    std::shared_ptr<const board::BoardProfile> board;    // the profile of the board shown here; a new pointer = another board
    std::uint64_t powerCycle = 0;            // grows with every reset, run or opened board
    std::vector<Message> messages;           // the last 32: refused commands, reports, exceptions
    std::vector<PinSnapshot> pins;
    std::vector<PartSnapshot> parts;
    std::vector<board::Fault> faults;                    // what is broken
    std::vector<environment::Driven> stimuli;            // what moves by itself, sorted by target
    std::vector<TaskSnapshot> tasks;
    trace::SignalCapture signals;            // everything the pins and quantities did since power-on; filled by the runner
    ReplayState replay = ReplayState::None;
    time::VirtualTime replayEnd{};           // of the record that is replayed
    std::shared_ptr<const RunRecord> record; // the last that TakeRecord asked for; a new pointer = a new one
    std::optional<StopSnapshot> stop;        // only while stopped or paused, and only while code of the program is being executed
};

}  // namespace coroboard::simulation
