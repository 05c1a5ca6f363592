// SPDX-License-Identifier: MIT
#pragma once
// Commands: everything the world outside may ask of a simulation, as plain values. A command is stamped with virtual time when the
// simulation applies it, and logged, so that a run can be replayed. GUI, command line, scenarios and tests all speak through these.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "board/board_profile.h"
#include "board/fault.h"
#include "environment/gesture.h"
#include "environment/stimulus.h"
#include "modules/breakpoint.h"
#include "program/program.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

// Moves one control of one part (or of the environment), in the control's own unit. Buttons: 1 = pressed, 0 = released.
// Values out of the described range, or not finite, are refused (see Simulation::apply).
struct SetControl {
    std::string part;
    std::string control;
    double value = 0;
};

// Lets a quantity ("temperature") or a control (PART.CONTROL) move by itself, from now on. It takes the place of the stimulus before; a
// SetControl of what it moves ends it. It begins anew with every power cycle, unless it is one that lasts.
struct SetStimulus {
    std::string target;
    environment::Stimulus stimulus;
};
// Ends one, or all if `target` is empty; what it moved stays where it is.
struct ClearStimulus {
    std::string target;
};
// What a hand does with the board: stimuli of its pose.
struct PerformGesture {
    environment::Gesture gesture = environment::Gesture::Shake;
};

// Breaks something on the board, until it is repaired; stays broken through power cycles.
struct SetFault {
    board::Fault fault;
};
// Repairs it.
struct ClearFault {
    board::Fault fault;
};
// Repairs everything.
struct ClearFaults {};

// Bytes typed on the board's serial port. Ctrl-C (0x03) interrupts the program unless the program asked for raw input.
struct ConsoleInput {
    std::string bytes;
};

// Starts the given program from a clean board: hardware reset, then boot.py and main.py.
struct RunProgram {
    std::shared_ptr<const program::Program> program;
    modules::Proceed how = modules::Proceed::Run;            // StepInto: it stops at its first line
    std::optional<modules::Breakpoint> until{};              // it stops there once, or at a breakpoint before
};

// Ends the program as KeyboardInterrupt would; a program that has not ended 5 ms (virtual) later is taken off the board. A second
// StopProgram takes it off at once.
struct StopProgram {};

// A power cycle: the machine, the parts and virtual time start afresh, the files in flash stay. A program runs again.
struct ResetBoard {};

// Where the program stops, in place of those set before; they stay from one power cycle to the next. A program that stops stands still
// with the whole board, in virtual time, just before it runs the line.
struct SetBreakpoints {
    std::vector<modules::Breakpoint> breakpoints;
};

// Expressions over the frame where a program stands: StopSnapshot tells their values. In place of those set before.
struct SetWatches {
    std::vector<std::string> expressions;
};

// A program that stopped, or that is paused, runs on and stops again: see modules::Proceed.
struct StepLine {
    modules::Proceed how = modules::Proceed::StepInto;
};

// It runs on and stops at that line, or at a breakpoint before.
struct RunTo {
    modules::Breakpoint place;
};

// Runner commands: they steer the integration thread, not the board; the simulation itself ignores them, but for the steps and stops
// of its program: Pause ends a step that is under way, Resume lets a stopped program go on.
struct Pause {};
struct Resume {};
// Virtual seconds a wall second; 0 or less = as fast as the host can.
struct SetSpeed {
    double factor = 1.0;
};
// Pauses if need be, and advances by one step: to the next instant at which anything is due (and until the program waits again, at most
// 1 ms more), to the next resume of one of the program's coroutines, or by a millisecond.
enum class StepTo { NextEvent, NextResume, Millisecond };
struct StepBoard {
    StepTo to = StepTo::NextEvent;
};
// Puts another board under the program (the current one if null). With a record its board and program, and everything happens again.
struct RunRecord;
struct OpenBoard {
    board::BoardProfile profile;
    std::shared_ptr<const program::Program> program;
    std::shared_ptr<const RunRecord> replay{};
};
// Asks for the record of the run up to now: Snapshot::record.
struct TakeRecord {};

using Command = std::variant<SetControl, SetStimulus, ClearStimulus, PerformGesture, SetFault, ClearFault, ClearFaults, ConsoleInput,
                             RunProgram, StopProgram, ResetBoard, SetBreakpoints, SetWatches, StepLine, RunTo, Pause, Resume, SetSpeed,
                             StepBoard, OpenBoard, TakeRecord>;

}  // namespace coroboard::simulation
