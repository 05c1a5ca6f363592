// SPDX-License-Identifier: MIT
// Finds, in the official WebAssembly build of MicroPython, the places the engine has to know or change. The package has
// no symbols, so each place is known by its shape; a shape that is not there exactly once throws MeterError, because
// then the version has changed and every figure derived from it would be wrong.
#pragma once

#include "micropython/meter/wasm_module.h"

#include <cstdint>

namespace coroboard::micropython::meter {

// The interpreter: the function with the only jump table of more than 64 targets (91 in 1.27.0; the next largest has 37),
// and its dispatch loop: the innermost loop around that table.
struct Dispatch {
    wabt::Func* function;
    wabt::LoopExpr* loop;
};
Dispatch findDispatch(WasmModule& module);

// The local that holds the address of the next bytecode at the head of that loop: the first thing it does is to note it in its first
// parameter, `code_state->ip = ip`.
wabt::Index findInstructionPointer(const wabt::LoopExpr& dispatch);

struct Collector {
    wabt::Func* largestGrowth;  // gc_get_max_new_split: by how many bytes the heap may grow of itself; a lone constant
                                // of 128 MiB
    wabt::Func* collect;        // gc_collect, the next function: only notes that a collection is wanted
    std::uint32_t pendingAddress;  // the byte it notes that in
};
Collector findCollector(WasmModule& module);

// gc_alloc's hint where to look first: it is moved on after an allocation of one block only. The comparison that says so, in
// `if (n_free == 1) { gc_last_used_heap = area; area->gc_last_free_atb_index = (end_block + 1) / BLOCKS_PER_ATB; }`.
struct SearchHint {
    wabt::ConstExpr* blocks;     // the 1
    wabt::CompareExpr* skips;    // n_free != 1: leave the hint alone
};
SearchHint findSearchHint(WasmModule& module);

// nlr_jump_fail and __fatal_error, one function in this build: what the interpreter does when it cannot go on is to
// loop for ever, without a bytecode.
wabt::Func& findEndlessLoop(WasmModule& module);

// The address of external_call_depth: mp_js_repl_process_char begins by adding one to it.
std::uint32_t findExternalCallDepth(WasmModule& module);

}  // namespace coroboard::micropython::meter
