// SPDX-License-Identifier: MIT
// The changes the engine makes to MicroPython's module before it is translated to C (reasons: engine/README.md):
// - a countdown at the head of the dispatch loop, one per bytecode: fuel -= 1; if it is 0 or below, fuel = env.on_fuel(code_state, ip),
//   which says which bytecode of which frame is next. `fuel` is an exported mutable global, so the host can read and set it;
// - fuel -= call_cost at the head of the interpreter's function, which every call of a Python function and every resume of
//   a generator enters once; `call_cost` is an exported mutable global. Fuel may fall below 0 thereby;
// - gc_get_max_new_split returns 0: the Python heap never grows of itself, the host decides;
// - gc_collect ends with a call of env.on_collect(), so that the host learns at once that a collection is wanted;
// - nlr_jump_fail traps, which ends the board's run, where it would loop for ever;
// - gc_alloc moves its hint on after every allocation of up to eight blocks (128 bytes: generators, instances, small
//   tables), not of one only, so that it does not search the same used blocks again for each of them.
#pragma once

#include "micropython/meter/wasm_module.h"

#include <cstdint>
#include <string>

namespace coroboard::micropython::meter {

// Addresses in the module's linear memory that the host reads and writes.
struct Facts {
    std::uint32_t externalCallDepthAddress;  // a word: how many calls from outside are on the stack
    std::uint32_t collectPendingAddress;     // a byte: a collection is wanted
};

// Edits the module in place; throws MeterError and leaves it unusable when a shape is missing.
Facts addMeter(WasmModule& module);

// The text of facts.h, the header that hands these facts to the engine.
std::string factsHeader(const Facts& facts);

}  // namespace coroboard::micropython::meter
