// SPDX-License-Identifier: MIT
#include "modules/debugger.h"

#include <algorithm>
#include <string_view>

#include "modules/source_texts.h"

namespace coroboard::modules {

namespace {

constexpr std::uint32_t ipInCodeState = 4;

std::string_view withoutSlash(std::string_view file)
{
    while (!file.empty() && file.front() == '/') file.remove_prefix(1);
    return file;
}

bool isOurs(const micropython::CoroutineReader::Frame& frame) { return ownerOf(frame.function->file) == SourceOwner::Ours; }

bool isOfAsyncio(const micropython::CoroutineReader::Frame& frame)
{
    return isOurs(frame) && frame.function->file.find("asyncio/") != std::string::npos;
}

const micropython::LineStart& lineOf(const std::vector<micropython::LineStart>& lines, std::uint32_t offset)
{
    const auto after = std::upper_bound(lines.begin(), lines.end(), offset,
                                        [](std::uint32_t at, const micropython::LineStart& start) { return at < start.offset; });
    return *std::prev(after);
}

}  // namespace

void Debugger::attach(const micropython::Vm& vm, const micropython::CoroutineReader& reader)
{
    m_vm = &vm;
    m_reader = &reader;
    forgetCodes();
}

void Debugger::setBreakpoints(std::vector<Breakpoint> breakpoints)
{
    std::vector<Armed> armed;
    for (Breakpoint& breakpoint : breakpoints) {
        const auto known = std::find_if(m_breakpoints.begin(), m_breakpoints.end(), [&](const Armed& each) { return each.place == breakpoint; });
        if (known != m_breakpoints.end()) {
            armed.push_back(std::move(*known));
            continue;
        }
        Armed& made = armed.emplace_back();
        if (!breakpoint.condition.empty()) made.condition = micropython::Expression::read(breakpoint.condition);
        made.place = std::move(breakpoint);
    }
    m_breakpoints = std::move(armed);
    forgetCodes();
}

void Debugger::runTo(Breakpoint place)
{
    m_how = Proceed::Run;
    m_target = std::move(place);
    forgetCodes();
}

void Debugger::proceed(Proceed how)
{
    m_how = how;
    m_target.reset();
    forgetCodes();
    m_marks.clear();
    m_returned = false;
    if (how == Proceed::StepOver || how == Proceed::StepOut) markFrames();
}

void Debugger::dismiss()
{
    proceed(Proceed::Run);
    setBreakpoints({});
}

void Debugger::forgetCodes()
{
    m_codes.clear();
    m_recent = nullptr;
}

// The innermost frame of the program and its callers, up to the event loop (or whatever else of ours) that runs them.
void Debugger::markFrames()
{
    if (!m_vm || standsInLoop()) return;
    std::vector<Frame> frames = callStack();
    while (!frames.empty() && isOurs(frames.back())) frames.pop_back();
    const auto ours = std::find_if(frames.rbegin(), frames.rend(), isOurs);
    frames.erase(frames.begin(), ours.base());
    for (const Frame& frame : frames) {
        const std::uint32_t codeState = micropython::CoroutineReader::codeStateOf(frame);
        m_marks.push_back({codeState, m_vm->load(codeState)});
    }
}

bool Debugger::hasEnded(const FrameMark& mark) const
{
    if (m_vm->load(mark.codeState) != mark.function) return true;
    const bool onHeap = mark.codeState >= m_vm->heapStart() && mark.codeState < m_vm->heapEnd();
    return onHeap ? m_vm->load(mark.codeState + ipInCodeState) == 0 : mark.codeState >= m_vm->pythonStackEnd();
}

const Debugger::Code& Debugger::codeOf(std::uint32_t function)
{
    if (m_collections != m_vm->collections()) {
        m_collections = m_vm->collections();
        forgetCodes();
    }
    if (m_recent && m_recentFunction == function) return *m_recent;
    const auto [known, isNew] = m_codes.try_emplace(function);
    Code& code = known->second;
    m_recentFunction = function;
    m_recent = &code;
    if (!isNew) return code;
    const micropython::FunctionInfo& info = m_reader->function(function);
    code.ofProgram = info.isCode && ownerOf(info.file) == SourceOwner::Program;
    if (!code.ofProgram) return code;
    code.start = info.prelude.code;
    code.lines = micropython::readLines(*m_vm, info.prelude);
    const auto isHere = [&](const Breakpoint& breakpoint) {
        return withoutSlash(breakpoint.file) == withoutSlash(info.file) && breakpoint.line >= code.lines.front().line &&
               breakpoint.line <= code.lines.back().line;
    };
    for (std::size_t i = 0; i < m_breakpoints.size(); ++i)
        if (isHere(m_breakpoints[i].place)) code.stops.push_back(i);
    if (m_target && isHere(*m_target)) code.target = m_target->line;
    return code;
}

// The condition of a loop is compiled behind its body, as part of the body's last line: only where a line's code starts does it begin.
bool Debugger::beginsLine(const Code& code, micropython::CodePosition next) const
{
    const micropython::LineStart& line = lineOf(code.lines, next.ip - code.start);
    if (line.offset != next.ip - code.start) return false;
    // A wait that goes on executes its bytecode once more.
    return next.ip == code.start || m_vm->load(next.codeState + ipInCodeState) != next.ip;
}

bool Debugger::stepEndsAt(const Code& code, micropython::CodePosition next)
{
    if (m_how == Proceed::StepInto) return beginsLine(code, next);
    while (!m_marks.empty() && hasEnded(m_marks.back())) {
        m_marks.pop_back();
        m_returned = true;
    }
    if (m_marks.empty()) return beginsLine(code, next);
    if (next.codeState != m_marks.back().codeState) return false;
    return m_returned || (m_how == Proceed::StepOver && beginsLine(code, next));
}

std::optional<StopCause> Debugger::stopsBefore(micropython::CodePosition next)
{
    const Code& code = codeOf(m_vm->load(next.codeState));
    const bool mayStop = !code.stops.empty() || code.target != 0;
    if (!code.ofProgram || (m_how == Proceed::Run && !mayStop)) return std::nullopt;
    std::optional<StopCause> cause;
    if (mayStop && beginsLine(code, next)) {
        const int line = lineOf(code.lines, next.ip - code.start).line;
        m_problem.clear();
        for (const std::size_t number : code.stops)
            if (Armed& breakpoint = m_breakpoints[number]; breakpoint.place.line == line && stopsAt(breakpoint, next)) cause = StopCause::Breakpoint;
        if (code.target == line) cause = StopCause::Step;
    }
    if (m_how != Proceed::Run && stepEndsAt(code, next) && !cause) cause = StopCause::Step;
    if (!cause) return cause;
    if (cause == StopCause::Step) m_problem.clear();
    proceed(Proceed::Run);
    return cause;
}

bool Debugger::stopsAt(Armed& breakpoint, micropython::CodePosition next)
{
    if (breakpoint.condition) {
        Frame frame;
        const auto& condition = *breakpoint.condition;
        Result<bool> holds = failure("the frame cannot be read");
        if (!condition)
            holds = failure(condition.error().message);
        else if (m_reader->readFrame(next.codeState, frame))
            holds = condition->truthIn(*m_reader, frame);
        if (!holds) m_problem = holds.error().message;
        if (holds && !*holds) return false;
    }
    return breakpoint.passed++ >= breakpoint.place.ignored;
}

std::vector<WatchedValue> Debugger::watches() const
{
    std::vector<WatchedValue> watches;
    if (m_watches.empty()) return watches;
    const std::vector<Frame> frames = callStack();
    const auto innermost = std::find_if(frames.rbegin(), frames.rend(), [](const Frame& frame) { return !isOurs(frame); });
    for (const std::string& text : m_watches) {
        WatchedValue& watch = watches.emplace_back(WatchedValue{text, {}, {}});
        const auto expression = micropython::Expression::read(text);
        Result<std::string> value = failure("no code of the program is being executed");
        if (!expression)
            value = failure(expression.error().message);
        else if (innermost != frames.rend())
            value = expression->textIn(*m_reader, *innermost);
        if (value) watch.value = *value;
        else watch.problem = value.error().message;
    }
    return watches;
}

bool Debugger::standsInLoop() const
{
    if (m_tasks.current() != noTask) return false;
    const std::vector<Frame> frames = callStack();
    return !frames.empty() && isOfAsyncio(frames.back());
}

std::vector<time::FrameInfo> Debugger::frames() const
{
    std::vector<time::FrameInfo> infos;
    for (const Frame& frame : callStack())
        if (!isOurs(frame)) infos.push_back(m_reader->describeWhole(frame));
    return infos;
}

std::vector<Debugger::Frame> Debugger::callStack() const
{
    std::vector<Frame> frames;
    try {
        m_reader->readCallStack(frames);
    } catch (const micropython::HardFault&) {
        frames.clear();
    }
    return frames;
}

}  // namespace coroboard::modules
