// SPDX-License-Identifier: MIT
#pragma once
// Debugger: decides before which bytecode a program stops: at a breakpoint, or after a step. While it is armed the interpreter asks before
// every bytecode; while it is not, nothing is asked and nothing costs. It only reads the interpreter's memory, so that a program which
// is looked at does exactly what it does alone.
// Conditions and watches are worked out the same way (micropython::Expression). A condition that cannot be is no reason to run on: it stops
// and says why.
// A line begins with the first bytecode of its code. Lines of our own Python modules never stop.
// Owned by the firmware; loop's thread.

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "micropython/coroutine_reader.h"
#include "micropython/expression.h"
#include "micropython/vm.h"
#include "modules/breakpoint.h"
#include "modules/python_tasks.h"

namespace coroboard::modules {

class Debugger {
public:
    explicit Debugger(const PythonTasks& tasks) : m_tasks(tasks) {}

    // Before the program runs.
    void attach(const micropython::Vm& vm, const micropython::CoroutineReader& reader);

    // Those that stay have counted how often they were passed.
    void setBreakpoints(std::vector<Breakpoint> breakpoints);
    void setWatches(std::vector<std::string> expressions) { m_watches = std::move(expressions); }
    void proceed(Proceed how);
    // Like a breakpoint there that is gone after the next stop.
    void runTo(Breakpoint place);
    // Nothing stops any more.
    void dismiss();

    // In the innermost frame of the program. Only while the interpreter is suspended.
    std::vector<WatchedValue> watches() const;
    // Why the breakpoint that stopped it last could not work out its condition; empty: it could.
    const std::string& problem() const { return m_problem; }

    bool isArmed() const { return m_how != Proceed::Run || !m_breakpoints.empty() || m_target; }

    // Whether the program stops before this bytecode. A step that ends is over.
    std::optional<StopCause> stopsBefore(micropython::CodePosition next);

    // The program's own frames, outermost first. Only while the interpreter is suspended.
    std::vector<time::FrameInfo> frames() const;
    // Whether what runs now is the event loop itself, between two tasks.
    bool standsInLoop() const;

private:
    using Frame = micropython::CoroutineReader::Frame;

    // What is known of a function.
    struct Code {
        bool ofProgram = false;
        std::uint32_t start = 0;
        std::vector<micropython::LineStart> lines;
        std::vector<std::size_t> stops;        // the breakpoints in it, by number
        int target = 0;                        // the line of runTo(), if it is here
    };
    // A frame that may have ended meanwhile.
    struct FrameMark {
        std::uint32_t codeState = 0;
        std::uint32_t function = 0;
    };

    struct Armed {
        Breakpoint place;
        std::optional<Result<micropython::Expression>> condition;
        int passed = 0;                        // with its condition true
    };

    bool stopsAt(Armed& breakpoint, micropython::CodePosition next);
    std::vector<Frame> callStack() const;
    const Code& codeOf(std::uint32_t function);
    void forgetCodes();
    bool beginsLine(const Code& code, micropython::CodePosition next) const;
    bool stepEndsAt(const Code& code, micropython::CodePosition next);
    bool hasEnded(const FrameMark& mark) const;
    void markFrames();

    const PythonTasks& m_tasks;
    const micropython::Vm* m_vm = nullptr;
    const micropython::CoroutineReader* m_reader = nullptr;
    std::vector<Armed> m_breakpoints;
    std::vector<std::string> m_watches;
    std::string m_problem;
    std::optional<Breakpoint> m_target;
    Proceed m_how = Proceed::Run;
    std::vector<FrameMark> m_marks;            // the frame that is stepped over and those that called it, outermost first
    bool m_returned = false;                   // the frame that is stepped over, or out of, has ended
    std::unordered_map<std::uint32_t, Code> m_codes;
    std::uint64_t m_collections = 0;           // a collection may give a function's address to another one
    std::uint32_t m_recentFunction = 0;
    const Code* m_recent = nullptr;
};

}  // namespace coroboard::modules
