// SPDX-License-Identifier: MIT
#pragma once
// CoroutineReader: what a suspended coroutine tells of itself: its name, its await chain with file, line and local variables, read from
// the interpreter's memory without running a bytecode. Layouts are those of MicroPython 1.27 on a 32-bit machine (py/objgenerator.c,
// py/bc.h, py/objfun.h, py/qstr.c); locals get their names from the source text.

#include <cstdint>
#include <string>
#include <vector>

#include "time/task_info.h"

namespace coroboard::micropython {

class Vm;

// Where in memory the interpreter keeps what reading needs; the same for every clone of a boot image.
struct CoroutineLayout {
    std::uint32_t generatorType = 0;

    // On the fibre of a booting VM. HardFault when something is not found.
    static CoroutineLayout locate(Vm& vm);
};

class CoroutineReader {
  public:
    CoroutineReader(const Vm& vm, const CoroutineLayout& layout) : m_vm(vm), m_layout(layout) {}

    // The function's name: "blink"; "?" when the address is no generator object.
    std::string name(std::uint32_t coroutine) const;

    // Outermost frame first; the last one is where it is suspended. Empty when it has ended.
    std::vector<time::FrameInfo> chain(std::uint32_t coroutine) const;

  private:
    const Vm& m_vm;
    CoroutineLayout m_layout;
};

}  // namespace coroboard::micropython
