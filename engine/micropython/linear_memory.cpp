// SPDX-License-Identifier: MIT
// Checked access to a VM's linear memory.
#include <cstring>

#include <fmt/format.h>

#include "micropython/module.h"

namespace coroboard::micropython {

namespace {

void check(const wasm_rt_memory_t& memory, std::uint32_t address, std::uint64_t count)
{
    if (std::uint64_t{address} + count > memory.size) throw HardFault(fmt::format("address {:#x} is outside the memory", address));
}

template <class T>
T read(const wasm_rt_memory_t& memory, std::uint32_t address)
{
    check(memory, address, sizeof(T));
    T value;
    std::memcpy(&value, memory.data + address, sizeof(T));
    return value;
}

}  // namespace

std::uint32_t Vm::memorySize() const { return translated::memory(&m_module->state).size; }
std::uint32_t Vm::load(std::uint32_t address) const { return read<std::uint32_t>(translated::memory(&m_module->state), address); }
std::uint16_t Vm::load16(std::uint32_t address) const { return read<std::uint16_t>(translated::memory(&m_module->state), address); }
std::uint8_t Vm::load8(std::uint32_t address) const { return read<std::uint8_t>(translated::memory(&m_module->state), address); }

void Vm::store(std::uint32_t address, std::uint32_t word)
{
    const wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    check(memory, address, 4);
    std::memcpy(memory.data + address, &word, 4);
}

std::span<std::uint8_t> Vm::bytes(std::uint32_t address, std::uint32_t count)
{
    const wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    check(memory, address, count);
    return {memory.data + address, count};
}

std::span<const std::uint8_t> Vm::bytes(std::uint32_t address, std::uint32_t count) const
{
    const wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    check(memory, address, count);
    return {memory.data + address, count};
}

std::string Vm::text(std::uint32_t address) const
{
    const wasm_rt_memory_t& memory = translated::memory(&m_module->state);
    check(memory, address, 1);
    const auto* start = reinterpret_cast<const char*>(memory.data + address);
    return {start, strnlen(start, memory.size - address)};
}

}  // namespace coroboard::micropython
