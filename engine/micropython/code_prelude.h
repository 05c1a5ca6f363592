// SPDX-License-Identifier: MIT
#pragma once
// CodePrelude: what stands before the bytecodes of a function (py/bc.h of MicroPython 1.27): sizes, names, the table of lines.
// Names are indices into the module's table of qstrs; index 0 of that table is the source file.

#include <cstdint>
#include <vector>

namespace coroboard::micropython {

class Vm;

struct CodePrelude {
    std::uint32_t stateWords = 0;
    std::uint32_t arguments = 0;               // positional and keyword-only ones
    std::uint32_t name = 0;
    std::vector<std::uint32_t> argumentNames;
    std::uint32_t lines = 0;                   // address of the table of lines
    std::uint32_t linesEnd = 0;
    std::uint32_t code = 0;                    // address of the first bytecode
};

// HardFault when it runs out of memory.
CodePrelude readPrelude(const Vm& vm, std::uint32_t bytecode);

// The source line of the bytecode at this offset from the first one.
int lineAt(const Vm& vm, const CodePrelude& prelude, std::uint32_t offset);

// The whole table, for whoever asks often: from this offset on the code belongs to this line. By offset; the first one is 0.
struct LineStart {
    std::uint32_t offset = 0;
    int line = 1;
};
std::vector<LineStart> readLines(const Vm& vm, const CodePrelude& prelude);

}  // namespace coroboard::micropython
