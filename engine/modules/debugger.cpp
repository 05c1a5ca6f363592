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
    m_breakpoints = std::move(breakpoints);
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
    const auto add = [&](const Breakpoint& breakpoint) {
        if (withoutSlash(breakpoint.file) == withoutSlash(info.file) && breakpoint.line >= code.lines.front().line &&
            breakpoint.line <= code.lines.back().line)
            code.stops.push_back(breakpoint.line);
    };
    std::for_each(m_breakpoints.begin(), m_breakpoints.end(), add);
    if (m_target) add(*m_target);
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
    if (!code.ofProgram || (m_how == Proceed::Run && code.stops.empty())) return std::nullopt;
    std::optional<StopCause> cause;
    if (!code.stops.empty() && beginsLine(code, next)) {
        const int line = lineOf(code.lines, next.ip - code.start).line;
        if (std::find(code.stops.begin(), code.stops.end(), line) != code.stops.end()) cause = StopCause::Breakpoint;
    }
    if (m_how != Proceed::Run && stepEndsAt(code, next) && !cause) cause = StopCause::Step;
    if (!cause) return cause;
    if (m_target) cause = StopCause::Step;
    proceed(Proceed::Run);
    return cause;
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
