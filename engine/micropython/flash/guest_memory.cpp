// SPDX-License-Identifier: MIT
#include "micropython/flash/guest_memory.h"

#include <algorithm>

#include <fmt/format.h>

namespace coroboard::micropython {

std::span<std::uint8_t> GuestMemory::range(std::uint32_t address, std::uint32_t size) const
{
    const std::span<std::uint8_t> memory = m_view();
    if (std::uint64_t{address} + size > memory.size()) {
        throw BadAddress(fmt::format("a file call was given {} bytes at 0x{:x}, outside the memory of {} bytes", size, address, memory.size()));
    }
    return memory.subspan(address, size);
}

std::string GuestMemory::text(std::uint32_t address, std::size_t longest) const
{
    const std::span<std::uint8_t> memory = m_view();
    if (address >= memory.size()) {
        throw BadAddress(fmt::format("a file call was given a path at 0x{:x}, outside the memory of {} bytes", address, memory.size()));
    }
    const auto start = memory.begin() + address;
    const auto stop = start + static_cast<std::ptrdiff_t>(std::min(longest, memory.size() - address));
    const auto end = std::find(start, stop, std::uint8_t{0});
    if (end == memory.end()) {
        throw BadAddress(fmt::format("a file call was given a path at 0x{:x} that does not end", address));
    }
    return {start, end};
}

}  // namespace coroboard::micropython
