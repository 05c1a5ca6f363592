// SPDX-License-Identifier: MIT
// Checked access to a VM's linear memory, as far as it is not inline.
#include <fmt/format.h>

#include "micropython/vm.h"

namespace coroboard::micropython {

void Vm::outside(std::uint32_t address) { throw HardFault(fmt::format("address {:#x} is outside the memory", address)); }

std::uint32_t Vm::memorySize() const { return *m_memoryBytes; }

std::span<std::uint8_t> Vm::bytes(std::uint32_t address, std::uint32_t count)
{
    check(address, count);
    return {m_memory + address, count};
}

std::span<const std::uint8_t> Vm::bytes(std::uint32_t address, std::uint32_t count) const
{
    check(address, count);
    return {m_memory + address, count};
}

std::string Vm::text(std::uint32_t address) const
{
    check(address, 1);
    const auto* start = reinterpret_cast<const char*>(m_memory + address);
    return {start, strnlen(start, *m_memoryBytes - address)};
}

}  // namespace coroboard::micropython
