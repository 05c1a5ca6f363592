// SPDX-License-Identifier: MIT
#pragma once
// CoroutineReader: what a suspended coroutine tells of itself: its name, its await chain with file, line and local variables, read from
// the interpreter's memory without running a bytecode. Layouts are those of MicroPython 1.27 on a 32-bit machine (py/objgenerator.c,
// py/bc.h, py/objfun.h, py/qstr.c); locals get their names from the source text.
// Owned by the firmware; loop's thread, while the interpreter is suspended. Anything at all may be handed in as an address: what is no
// coroutine has the name "?" and no frames.

#include <cstdint>
#include <string>
#include <vector>

#include "micropython/coroutine_layout.h"
#include "micropython/function_table.h"
#include "micropython/object_reader.h"
#include "time/task_info.h"

namespace coroboard::micropython {

class CoroutineReader {
public:
    CoroutineReader(const Vm& vm, const CoroutineLayout& layout, SourceOf sourceOf = {});
    CoroutineReader(const CoroutineReader&) = delete;
    CoroutineReader& operator=(const CoroutineReader&) = delete;

    // One frame, of a coroutine or of a plain function, as it stands in memory.
    struct Frame {
        const FunctionInfo* function = nullptr;    // good until the next garbage collection
        std::uint32_t state = 0;                   // address of the words of its stack and locals
        int line = 0;

    };

    // The function's name: "blink"; "?" when the address is no generator object.
    std::string name(std::uint32_t coroutine) const;

    // Outermost frame first; the last one is where it is suspended. Empty when it has ended.
    std::vector<time::FrameInfo> chain(std::uint32_t coroutine) const;
    void readFrames(std::uint32_t coroutine, std::vector<Frame>& frames) const;
    // The frames of plain functions that are being called now, outermost first: the program itself.
    void readCalls(std::vector<Frame>& frames) const;
    // Everything that executes now, plain functions and running coroutines, outermost first (call_stack.cpp).
    void readCallStack(std::vector<Frame>& frames) const;
    // The frame with this code state. False when there is none.
    bool readFrame(std::uint32_t codeState, Frame& frame) const;
    static std::uint32_t codeStateOf(std::uint32_t coroutine);
    static std::uint32_t codeStateOf(const Frame& frame);
    time::FrameInfo describe(const Frame& frame) const;
    // The same with the variables of a module, which are no locals.
    time::FrameInfo describeWhole(const Frame& frame) const;
    // The value of local number i; 0 when it is not set.
    Object local(const Frame& frame, std::uint32_t index) const;

    bool isCoroutine(std::uint32_t object) const;
    // Made, but never resumed.
    bool isNeverStarted(std::uint32_t coroutine) const;
    // The function a coroutine runs; its address, 0 when there is no coroutine.
    std::uint32_t functionAddress(std::uint32_t coroutine) const;
    const FunctionInfo& functionOf(std::uint32_t coroutine) const;
    // The coroutine this one awaits; 0 when it awaits none.
    std::uint32_t innerOf(std::uint32_t coroutine) const;

    const ObjectReader& objects() const { return m_objects; }
    const CoroutineLayout& layout() const { return m_layout; }
    const FunctionInfo& function(std::uint32_t address) const { return m_functions.at(address); }

private:
    std::uint32_t runningInnerOf(std::uint32_t coroutine, std::uint32_t state, std::uint32_t count) const;
    bool isPartOfTheText(std::uint32_t type) const;
    bool readCall(std::uint32_t at, std::uint32_t end, Frame& frame) const;

    const Vm& m_vm;
    CoroutineLayout m_layout;
    ObjectReader m_objects;
    mutable FunctionTable m_functions;
    mutable std::vector<Frame> m_scratch;
};

}  // namespace coroboard::micropython
