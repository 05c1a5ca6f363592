// SPDX-License-Identifier: MIT
#include "micropython/code_prelude.h"

#include "micropython/vm.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint32_t mostArguments = 1024;
constexpr int mostContinuations = 8;

// Seven bits a byte, most significant first, the top bit saying that more follow.
std::uint32_t readNumber(const Vm& vm, std::uint32_t& at)
{
    std::uint32_t value = 0;
    for (int count = 0; count < mostContinuations; ++count) {
        const std::uint8_t byte = vm.load8(at++);
        value = value << 7 | (byte & 0x7fu);
        if (!(byte & 0x80)) return value;
    }
    throw HardFault("a number in a function's prelude has no end");
}

}  // namespace

CodePrelude readPrelude(const Vm& vm, std::uint32_t bytecode)
{
    std::uint32_t at = bytecode;
    // Signature: xSSSSEAA, then xFSSKAED: state words - 1, exception stack, arguments, flags, keyword-only arguments, defaults.
    std::uint8_t byte = vm.load8(at++);
    std::uint32_t state = (byte >> 3) & 0xfu;
    std::uint32_t positional = byte & 3u;
    std::uint32_t keywordOnly = 0;
    for (int n = 0; byte & 0x80; ++n) {
        if (n == mostContinuations) throw HardFault("a function's signature has no end");
        byte = vm.load8(at++);
        state |= (byte & 0x30u) << (2 * n);
        positional |= (byte & 4u) << n;
        keywordOnly |= ((byte & 8u) >> 3) << n;
    }
    // Sizes: xIIIIIIC: bytes of names and lines, number of cells.
    std::uint32_t information = 0;
    std::uint32_t cells = 0;
    for (int n = 0;; ++n) {
        if (n == mostContinuations / 2) throw HardFault("a function's size has no end");
        byte = vm.load8(at++);
        cells |= (byte & 1u) << n;
        information |= ((byte & 0x7eu) >> 1) << (6 * n);
        if (!(byte & 0x80)) break;
    }
    CodePrelude prelude;
    prelude.stateWords = state + 1;
    prelude.arguments = positional + keywordOnly;
    if (prelude.arguments > mostArguments) throw HardFault("a function has too many arguments");
    prelude.linesEnd = at + information;
    prelude.code = prelude.linesEnd + cells;
    prelude.name = readNumber(vm, at);
    for (std::uint32_t i = 0; i < prelude.arguments; ++i) prelude.argumentNames.push_back(readNumber(vm, at));
    prelude.lines = at;
    return prelude;
}

namespace {

// Calls f(start) in order of offset while it answers true.
template <class F>
void forEachLine(const Vm& vm, const CodePrelude& prelude, F&& f)
{
    if (prelude.lines > prelude.linesEnd) return;
    const auto table = vm.bytes(prelude.lines, prelude.linesEnd - prelude.lines);
    LineStart next;
    // Pairs (bytes of code, lines): 0LLBBBBB, or 1LLLBBBB LLLLLLLL.
    for (std::size_t at = 0; at < table.size();) {
        std::uint32_t bytes = table[at] & 0x1fu;
        int lines = table[at] >> 5;
        if (table[at] & 0x80) {
            if (at + 1 == table.size()) break;
            bytes = table[at] & 0xfu;
            lines = ((table[at] << 4) & 0x700) | table[at + 1];
            ++at;
        }
        ++at;
        next.offset += bytes;
        next.line += lines;
        if (!f(next)) return;
    }
}

}  // namespace

std::vector<LineStart> readLines(const Vm& vm, const CodePrelude& prelude)
{
    std::vector<LineStart> starts{{}};
    forEachLine(vm, prelude, [&](const LineStart& next) {
        if (next.offset == starts.back().offset) starts.back() = next;
        else if (next.line != starts.back().line) starts.push_back(next);
        return true;
    });
    return starts;
}

int lineAt(const Vm& vm, const CodePrelude& prelude, std::uint32_t offset)
{
    int line = 1;
    forEachLine(vm, prelude, [&](const LineStart& start) {
        if (start.offset > offset) return false;
        line = start.line;
        return true;
    });
    return line;
}

}  // namespace coroboard::micropython
