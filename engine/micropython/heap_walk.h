// SPDX-License-Identifier: MIT
#pragma once
// Walks the Python heap by its allocation table (py/gc.c: two bits a block of 16 bytes, four blocks a byte, lowest bits first).
// Reads only; while the interpreter is suspended or about to collect.

#include <cstdint>
#include <cstring>

#include "micropython/coroutine_layout.h"
#include "micropython/vm.h"

namespace coroboard::micropython {

inline constexpr std::uint32_t heapBlockBytes = 16;

// Whether an allocated object begins at this address.
inline bool isAllocated(const Vm& vm, const CoroutineLayout& layout, std::uint32_t address)
{
    if (address < layout.firstBlock || address >= layout.endOfBlocks || address % heapBlockBytes != 0) return false;
    const std::uint32_t block = (address - layout.firstBlock) / heapBlockBytes;
    return (vm.load8(layout.blockTable + block / 4) >> (2 * (block % 4))) & 1u;
}

// Calls f(address) for every allocated object whose first word is `type`, in order of address.
template <class F>
void forEachObject(const Vm& vm, const CoroutineLayout& layout, std::uint32_t type, F&& f)
{
    const std::uint32_t blocks = (layout.endOfBlocks - layout.firstBlock) / heapBlockBytes;
    const auto table = vm.bytes(layout.blockTable, (blocks + 3) / 4);
    const auto memory = vm.bytes(layout.firstBlock, layout.endOfBlocks - layout.firstBlock);
    for (std::uint32_t at = 0; at < table.size(); ++at) {
        // Heads are the blocks whose lower bit is set.
        for (std::uint32_t heads = table[at] & 0x55u; heads != 0; heads &= heads - 1) {
            const std::uint32_t block = at * 4 + static_cast<std::uint32_t>(__builtin_ctz(heads)) / 2;
            if (block >= blocks) return;
            std::uint32_t first;
            std::memcpy(&first, memory.data() + std::size_t{block} * heapBlockBytes, 4);
            if (first == type) f(layout.firstBlock + block * heapBlockBytes);
        }
    }
}

}  // namespace coroboard::micropython
