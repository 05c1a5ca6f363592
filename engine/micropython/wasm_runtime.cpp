// SPDX-License-Identifier: MIT
// The runtime that wasm2c's output calls: memories, tables, function types, traps (interface: wasm-rt.h of the wabt package).
// A memory reserves its whole address range once, so growing never moves it; a trap becomes a HardFault.

#include <sys/mman.h>

#include <cstdarg>
#include <cstdlib>
#include <mutex>
#include <vector>

#include <wasm-rt.h>

#include "micropython/guard_pages.h"
#include "micropython/hard_fault.h"

namespace {

constexpr std::uint64_t pageSize = 65536;
// Boards have kilobytes; a few MiB beside them are the translated program's own data. The heap does not grow past this.
constexpr std::uint64_t largestMemory = 64ull << 20;
#if WASM_RT_MEMCHECK_SIGNAL_HANDLER
constexpr std::uint64_t reservedRange = 8ull << 30;    // every 32-bit address plus every 32-bit offset
#else
constexpr std::uint64_t reservedRange = largestMemory;
#endif

struct FunctionType {
    std::vector<wasm_rt_type_t> types;
    std::uint32_t parameters;
    bool operator==(const FunctionType&) const = default;
};

std::mutex functionTypesMutex;
std::vector<FunctionType>& functionTypes()
{
    static std::vector<FunctionType> types;
    return types;
}

}  // namespace

extern "C" {

void wasm_rt_init() {}
bool wasm_rt_is_initialized() { return true; }
void wasm_rt_free() {}

const char* wasm_rt_strerror(wasm_rt_trap_t trap)
{
    switch (trap) {
        case WASM_RT_TRAP_NONE: return "no error";
        case WASM_RT_TRAP_OOB: return "access outside the memory";
        case WASM_RT_TRAP_INT_OVERFLOW: return "integer overflow in a division or conversion";
        case WASM_RT_TRAP_DIV_BY_ZERO: return "integer division by zero";
        case WASM_RT_TRAP_INVALID_CONVERSION: return "conversion of a number that is none";
        case WASM_RT_TRAP_UNREACHABLE: return "unreachable instruction";
        case WASM_RT_TRAP_CALL_INDIRECT: return "call through a wrong pointer";
        case WASM_RT_TRAP_UNCAUGHT_EXCEPTION: return "uncaught exception";
        case WASM_RT_TRAP_EXHAUSTION: return "stack exhausted";
    }
    return "unknown trap";
}

void wasm_rt_trap(wasm_rt_trap_t code) { throw coroboard::micropython::HardFault(wasm_rt_strerror(code)); }

std::uint32_t wasm_rt_register_func_type(std::uint32_t parameters, std::uint32_t results, ...)
{
    FunctionType type{{}, parameters};
    va_list list;
    va_start(list, results);
    for (std::uint32_t i = 0; i < parameters + results; ++i) type.types.push_back(static_cast<wasm_rt_type_t>(va_arg(list, int)));
    va_end(list);
    const std::lock_guard lock(functionTypesMutex);
    auto& known = functionTypes();
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i] == type) return static_cast<std::uint32_t>(i + 1);
    known.push_back(std::move(type));
    return static_cast<std::uint32_t>(known.size());
}

void wasm_rt_allocate_memory(wasm_rt_memory_t* memory, std::uint32_t initialPages, std::uint32_t maximumPages)
{
    void* range = mmap(nullptr, reservedRange, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) throw std::bad_alloc();
    const std::uint64_t bytes = initialPages * pageSize;
    if (mprotect(range, bytes, PROT_READ | PROT_WRITE) != 0) {
        munmap(range, reservedRange);
        throw std::bad_alloc();
    }
    memory->data = static_cast<std::uint8_t*>(range);
    memory->size = static_cast<std::uint32_t>(bytes);
    memory->pages = initialPages;
    memory->max_pages = maximumPages;
    coroboard::micropython::watchGuardPages(memory->data, reservedRange);
}

std::uint32_t wasm_rt_grow_memory(wasm_rt_memory_t* memory, std::uint32_t delta)
{
    const std::uint32_t old = memory->pages;
    const std::uint64_t pages = std::uint64_t{old} + delta;
    if (pages > memory->max_pages || pages * pageSize > largestMemory) return ~0u;
    if (mprotect(memory->data + old * pageSize, delta * pageSize, PROT_READ | PROT_WRITE) != 0) return ~0u;
    memory->pages = static_cast<std::uint32_t>(pages);
    memory->size = static_cast<std::uint32_t>(pages * pageSize);
    return old;
}

void wasm_rt_free_memory(wasm_rt_memory_t* memory)
{
    coroboard::micropython::forgetGuardPages(memory->data);
    munmap(memory->data, reservedRange);
}

void wasm_rt_allocate_funcref_table(wasm_rt_funcref_table_t* table, std::uint32_t elements, std::uint32_t maximum)
{
    table->data = static_cast<wasm_rt_funcref_t*>(std::calloc(elements, sizeof(wasm_rt_funcref_t)));
    if (!table->data) throw std::bad_alloc();
    table->size = elements;
    table->max_size = maximum;
}

void wasm_rt_free_funcref_table(wasm_rt_funcref_table_t* table) { std::free(table->data); }

}  // extern "C"
