// SPDX-License-Identifier: MIT
#pragma once
// What can be asked of a program that is looked at line by line, and what it answers. Plain values; lines count from 1.

#include <optional>
#include <string>
#include <vector>

#include "time/task_info.h"

namespace coroboard::modules {

struct Breakpoint {
    std::string file;                          // its path in flash, without a leading slash: "main.py", "lib/queue.py"
    int line = 0;
    std::string condition{};                   // stops only when this is true (micropython::Expression); empty: always
    int ignored = 0;                           // so many times it is passed before it stops for the first time
    bool operator==(const Breakpoint&) const = default;
};

// How a stopped program goes on.
enum class Proceed {
    Run,         // to the next breakpoint
    StepInto,    // to the next line that runs at all: in a function that is called, or in another coroutine when this one waits
    StepOver,    // to the next line of this frame, through whatever it awaits; where it returned to, when it ended
    StepOut,     // to where this frame returns to
};

enum class StopCause { Breakpoint, Step, Pause };

// What an expression is worth in the frame where a program stands.
struct WatchedValue {
    std::string expression;
    std::string value;                         // as repr() would write it, or near
    std::string problem;                       // why there is no value; empty: there is one
    bool operator==(const WatchedValue&) const = default;
};

// Where a program stands.
struct CodeStop {
    StopCause cause = StopCause::Pause;
    time::TaskId task = time::TaskId::none;    // the Python task that runs; none: the main program or an interrupt's handler
    std::vector<time::FrameInfo> frames;       // the program's own, outermost first; the last is where it stands, before it runs that line
    std::string problem{};                     // why the condition of the breakpoint could not be worked out; empty: it could
    std::vector<WatchedValue> watches{};
};

}  // namespace coroboard::modules
