// SPDX-License-Identifier: MIT
// Garbage collection. The webassembly build only notes that a collection is wanted, because its roots live on a stack it cannot see.
// We can: the metering tool lets gc_collect call us at that very moment, and the interpreter's stack is the fibre we are on. So a
// collection happens where it does on a board: inside the allocation that needs it, or in gc.collect().
//
// The roots that only the stacks know (every word of the native stack, saved registers included, that looks like a heap block, whether
// as an offset or as a native pointer; every word of the stack inside linear memory) are put behind the Python stack, which the
// collector scans from its start to its current end: the end is moved over them for the duration. The room there is as many words as
// the heap has blocks, and each block is listed once, so it always suffices. Then the count of external calls is lifted and any
// counted call runs the collector.
#include <cstddef>
#include <cstring>

#include <facts.h>

#include "base/ensure.h"
#include "micropython/module.h"

namespace coroboard::micropython {

namespace {

constexpr std::uint32_t blockBytes = 16;    // MICROPY_BYTES_PER_GC_BLOCK on a 32-bit build

}  // namespace

void Vm::locateCollectorState(std::uint32_t pystackBytes, std::uint32_t pystackAddress, std::uint32_t heapAddress,
                              std::uint32_t heapBytes)
{
    m_heapStart = heapAddress & ~(blockBytes - 1);
    m_heapEnd = heapAddress + heapBytes;
    m_marked.assign((m_heapEnd - m_heapStart) / blockBytes / 64 + 2, 0);

    // mp_state_thread_t: pystack_start, pystack_end, pystack_cur, one after another.
    const std::uint32_t end = pystackAddress + pystackBytes + m_rootsCapacity * 4;
    for (std::uint32_t at = 65536; at + 12 <= pystackAddress; at += 4) {
        if (load(at) != pystackAddress || load(at + 4) != end) continue;
        if (load(at + 8) < pystackAddress || load(at + 8) > end) continue;
        if (m_pystackWords != 0) throw HardFault("the Python stack's pointers were found twice");
        m_pystackWords = at;
    }
    if (m_pystackWords == 0) throw HardFault("the Python stack's pointers were not found");
    // The program may use the front part; the rest is for roots.
    store(m_pystackWords + 4, pystackAddress + pystackBytes);

    // An object just made must lie in what we take for the heap.
    bool poolFound = false;
    for (std::uint32_t at = 65536; at + 8 <= pystackAddress && !poolFound; at += 4) {
        const std::uint32_t poolStart = load(at);
        const std::uint32_t poolEnd = load(at + 4);
        poolFound = poolStart > m_heapStart && poolStart < m_heapEnd && poolEnd > poolStart && poolEnd <= m_heapEnd &&
                    poolEnd + blockBytes > m_heapEnd - blockBytes && poolStart - m_heapStart < heapBytes / 8;
    }
    if (!poolFound) throw HardFault("the Python heap is not where it was expected");
}

// gc_lock_depth, 16 bits, follows the Python stack's pointers in mp_state_thread_t.
void Vm::unlockHeap()
{
    const auto depth = bytes(m_pystackWords + 12, 2);
    depth[0] = depth[1] = 0;
}

// Reads stack memory word by word, whoever wrote it.
__attribute__((no_sanitize("address", "undefined", "thread"), noinline)) void Vm::gatherRoots(const std::byte* from, const std::byte* to,
                                                                                     std::vector<std::uint32_t>& roots)
{
    using Word = std::uint32_t __attribute__((may_alias));
    using Pointer = std::uint64_t __attribute__((may_alias));
    const auto base = reinterpret_cast<std::uint64_t>(translated::memory(&m_module->state).data);
    const auto add = [&](std::uint32_t word) __attribute__((no_sanitize("address", "undefined", "thread"))) {
        // Only pointers to the head of a block count, as in MicroPython itself; others are mostly what calls long gone left behind.
        if (word % blockBytes != 0 || word < m_heapStart || word >= m_heapEnd) return;
        const std::uint32_t index = (word - m_heapStart) / blockBytes;
        std::uint64_t& bits = m_marked[index / 64];
        const std::uint64_t bit = std::uint64_t{1} << (index % 64);
        if (bits & bit) return;
        bits |= bit;
        roots.push_back(word);
    };
    const auto start = (reinterpret_cast<std::uintptr_t>(from) + 7) & ~std::uintptr_t{7};
    for (auto at = start; at + 8 <= reinterpret_cast<std::uintptr_t>(to); at += 8) {
        add(*reinterpret_cast<const Word*>(at));
        add(*reinterpret_cast<const Word*>(at + 4));
        const std::uint64_t pointer = *reinterpret_cast<const Pointer*>(at) - base;
        if (pointer < 0xffffffffu) add(static_cast<std::uint32_t>(pointer));
    }
}

// This frame holds nothing but the interpreter's callee-saved registers, which may be roots; the collector's own variables lie below it
// and are not looked at.
__attribute__((noinline)) void Vm::collect()
{
    __builtin_unwind_init();
    constexpr std::ptrdiff_t registersBytes = 6 * sizeof(void*);
    collectFrom(static_cast<const std::byte*>(__builtin_frame_address(0)) - registersBytes);
    asm volatile("" ::: "memory");    // no tail call: the frame stays
}

__attribute__((noinline)) void Vm::collectFrom(const std::byte* stack)
{
    m_host.beforeCollection();
    translated::State* state = &m_module->state;
    std::fill(m_marked.begin(), m_marked.end(), 0);
    std::vector<std::uint32_t> roots;
    roots.reserve(1024);
    gatherRoots(stack, m_fibre->stackTop(), roots);
    const std::byte* memory = reinterpret_cast<const std::byte*>(translated::memory(state).data);
    gatherRoots(memory + translated::stackCurrent(state), memory + translated::stackBase(state), roots);

    const std::uint32_t current = load(m_pystackWords + 8);
    const std::uint32_t limit = load(m_pystackWords + 4) + m_rootsCapacity * 4;
    ENSURE(current % 4 == 0 && current + roots.size() * 4 <= limit, "every block fits once behind the Python stack");
    if (!roots.empty()) std::memcpy(bytes(current, static_cast<std::uint32_t>(roots.size() * 4)).data(), roots.data(), roots.size() * 4);
    store(m_pystackWords + 8, current + static_cast<std::uint32_t>(roots.size() * 4));

    const std::uint32_t depth = load(facts::externalCallDepthAddress);
    store(facts::externalCallDepthAddress, 0);
    const std::uint32_t out = translated::allocate(state, valueBytes);
    translated::call(state, m_collectorCall, 0, 0, out);
    translated::free(state, out);
    ENSURE(load8(facts::collectPendingAddress) == 0, "the collector ran");
    store(facts::externalCallDepthAddress, depth);
    store(m_pystackWords + 8, current);
    ++m_collections;
    m_host.afterCollection();
}

}  // namespace coroboard::micropython
