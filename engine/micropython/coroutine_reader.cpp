// SPDX-License-Identifier: MIT
#include "micropython/coroutine_reader.h"

#include <algorithm>

#include "micropython/vm.h"

namespace coroboard::micropython {

namespace {

// A generator object: type, pending exception, then its code state. A code state: function, ip, sp, state words (16 bits) and exception
// stack, globals of the caller, state. The code state of a plain function stands on the Python stack.
constexpr std::uint32_t pendingWord = 4;    // 0 while it runs
constexpr std::uint32_t codeState = 8;
constexpr std::uint32_t ipWord = 4;
constexpr std::uint32_t spWord = 8;
constexpr std::uint32_t countWord = 12;
constexpr std::uint32_t stateStart = 20;

constexpr std::size_t longestChain = 200;
constexpr std::size_t mostGlobals = 100;

}  // namespace

CoroutineReader::CoroutineReader(const Vm& vm, const CoroutineLayout& layout, SourceOf sourceOf)
    : m_vm(vm), m_layout(layout), m_objects(vm, m_layout), m_functions(vm, m_layout, m_objects, std::move(sourceOf))
{
}

bool CoroutineReader::isCoroutine(std::uint32_t object) const
{
    return ObjectReader::isAddress(object) && std::uint64_t{object} + codeState + stateStart <= m_vm.memorySize() &&
           m_vm.load(object) == m_layout.generatorType;
}

const FunctionInfo& CoroutineReader::functionOf(std::uint32_t coroutine) const
{
    return m_functions.at(functionAddress(coroutine));
}

std::uint32_t CoroutineReader::functionAddress(std::uint32_t coroutine) const
{
    return isCoroutine(coroutine) ? m_vm.load(coroutine + codeState) : 0;
}

std::string CoroutineReader::name(std::uint32_t coroutine) const { return functionOf(coroutine).name; }

bool CoroutineReader::isNeverStarted(std::uint32_t coroutine) const
{
    if (!isCoroutine(coroutine) || m_vm.load(coroutine + pendingWord) == 0) return false;    // no: it runs
    if (m_vm.load(coroutine + codeState + ipWord) == 0) return false;
    return m_vm.load(coroutine + codeState + spWord) == coroutine + codeState + stateStart - 4;
}

std::uint32_t CoroutineReader::innerOf(std::uint32_t coroutine) const
{
    if (!isCoroutine(coroutine)) return 0;
    const std::uint32_t state = coroutine + codeState;
    const std::uint32_t sp = m_vm.load(state + spWord);
    const std::uint32_t count = m_vm.load16(state + countWord);
    const std::uint32_t first = state + stateStart;
    if (m_vm.load(coroutine + pendingWord) == 0) return runningInnerOf(coroutine, first, count);
    // What it yielded lies on top; below it, while it awaits, the awaited object.
    if (sp % 4 != 0 || sp < first + 4 || sp >= first + 4 * count || std::uint64_t{sp} + 4 > m_vm.memorySize()) return 0;
    const std::uint32_t inner = m_vm.load(sp - 4);
    return isCoroutine(inner) && m_vm.load(inner + codeState + ipWord) != 0 ? inner : 0;
}

// While it runs, its stack pointer is not in memory, but what it awaits is somewhere in its state and is running too.
std::uint32_t CoroutineReader::runningInnerOf(std::uint32_t coroutine, std::uint32_t state, std::uint32_t count) const
{
    if (std::uint64_t{state} + 4 * count > m_vm.memorySize()) return 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t inner = m_vm.load(state + 4 * i);
        if (inner != coroutine && isCoroutine(inner) && m_vm.load(inner + pendingWord) == 0 && m_vm.load(inner + codeState + ipWord) != 0) return inner;
    }
    return 0;
}

void CoroutineReader::readFrames(std::uint32_t coroutine, std::vector<Frame>& frames) const
{
    frames.clear();
    while (isCoroutine(coroutine) && frames.size() < longestChain) {
        const std::uint32_t state = coroutine + codeState;
        const std::uint32_t ip = m_vm.load(state + ipWord);
        if (ip == 0) return;
        const FunctionInfo& function = m_functions.at(m_vm.load(state));
        if (!function.isCode || function.prelude.stateWords != m_vm.load16(state + countWord)) return;
        if (std::uint64_t{state} + stateStart + 4 * function.prelude.stateWords > m_vm.memorySize()) return;
        const bool started = !isNeverStarted(coroutine);
        const int line = started ? lineAt(m_vm, function.prelude, ip - function.prelude.code) : function.firstLine;
        frames.push_back({&function, state + stateStart, line});
        coroutine = innerOf(coroutine);
    }
}

std::uint32_t CoroutineReader::codeStateOf(std::uint32_t coroutine) { return coroutine + codeState; }

std::uint32_t CoroutineReader::codeStateOf(const Frame& frame) { return frame.state - stateStart; }

bool CoroutineReader::readFrame(std::uint32_t at, Frame& frame) const
{
    const FunctionInfo& function = m_functions.at(m_vm.load(at));
    const std::uint32_t ip = m_vm.load(at + ipWord);
    if (!function.isCode || function.prelude.stateWords != m_vm.load16(at + countWord) || ip < function.prelude.code) return false;
    frame = {&function, at + stateStart, lineAt(m_vm, function.prelude, ip - function.prelude.code)};
    return true;
}

bool CoroutineReader::readCall(std::uint32_t at, std::uint32_t end, Frame& frame) const
{
    return m_objects.typeOf(m_vm.load(at)) == m_layout.functionType && at + stateStart + 4 * m_vm.load16(at + countWord) <= end &&
           readFrame(at, frame);
}

void CoroutineReader::readCalls(std::vector<Frame>& frames) const
{
    frames.clear();
    const std::uint32_t end = m_vm.pythonStackEnd();
    for (std::uint32_t at = m_vm.pythonStackStart(); at + stateStart <= end;) {
        Frame frame;
        if (!readCall(at, end, frame)) {
            at += 4;
            continue;
        }
        frames.push_back(frame);
        at = frame.state + 4 * frame.function->prelude.stateWords;
    }
}

// Local number i is the i-th word from the end.
Object CoroutineReader::local(const Frame& frame, std::uint32_t index) const
{
    const std::uint32_t words = frame.function->prelude.stateWords;
    return index < words ? m_objects.throughCell(m_vm.load(frame.state + 4 * (words - 1 - index))) : 0;
}

time::FrameInfo CoroutineReader::describe(const Frame& frame) const
{
    const FunctionInfo& function = *frame.function;
    time::FrameInfo info;
    info.function = function.name;
    info.file = function.file;
    info.line = frame.line;
    if (function.isModule) return info;
    const auto count = std::min<std::size_t>(function.slots.size(), function.prelude.stateWords);
    info.locals.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (function.slots[i].empty()) continue;
        const Object value = local(frame, i);
        if (value != 0) m_objects.appendText(info.locals.emplace_back(function.slots[i], std::string()).second, value);
    }
    return info;
}

time::FrameInfo CoroutineReader::describeWhole(const Frame& frame) const
{
    time::FrameInfo info = describe(frame);
    if (!frame.function->isModule) return info;
    m_objects.findEntry(frame.function->globals, [&](Object key, Object value) {
        const auto name = m_objects.string(key);
        if (!name || name->substr(0, 2) == "__" || isPartOfTheText(m_objects.typeOf(value))) return false;
        m_objects.appendText(info.locals.emplace_back(std::string(*name), std::string()).second, value);
        return info.locals.size() == mostGlobals;
    });
    return info;
}

// Modules, functions and classes: what the program's text says already.
bool CoroutineReader::isPartOfTheText(std::uint32_t type) const
{
    return type == m_layout.moduleType || type == m_layout.functionType || type == m_layout.generatorFunctionType ||
           type == m_layout.closureType || type == m_layout.typeType;
}

std::vector<time::FrameInfo> CoroutineReader::chain(std::uint32_t coroutine) const
{
    std::vector<time::FrameInfo> infos;
    try {
        readFrames(coroutine, m_scratch);
        infos.reserve(m_scratch.size());
        for (const Frame& frame : m_scratch) infos.push_back(describe(frame));
    } catch (const HardFault&) {
    }
    return infos;
}

}  // namespace coroboard::micropython
