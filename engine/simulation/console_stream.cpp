// SPDX-License-Identifier: MIT
#include "simulation/console_stream.h"

#include <algorithm>
#include <cstring>

namespace coroboard::simulation {

namespace {

// How much of the capacity is held back beside it.
constexpr std::size_t heldShare = 16;

std::size_t powerOfTwoAtLeast(std::size_t size)
{
    std::size_t power = 1;
    while (power < size) power <<= 1;
    return power;
}

}  // namespace

ConsoleStream::ConsoleStream(std::size_t capacity) : m_mask(powerOfTwoAtLeast(capacity) - 1), m_bytes(new char[m_mask + 1]) {}

void ConsoleStream::write(std::string_view bytes)
{
    const std::size_t taken = settle() ? put(bytes) : 0;
    if (taken < bytes.size()) holdBack(bytes.substr(taken));
}

bool ConsoleStream::settle()
{
    if (!m_heldBack.empty()) m_heldBack.erase(0, put(m_heldBack));
    return m_heldBack.empty();
}

// Trimmed at twice its size, so that a flood of single bytes does not move it each time.
void ConsoleStream::holdBack(std::string_view bytes)
{
    const std::size_t limit = capacity() / heldShare;
    m_heldBack.append(bytes);
    if (m_heldBack.size() <= 2 * limit) return;
    std::size_t cut = m_heldBack.size() - limit;
    if (const std::size_t line = m_heldBack.find('\n', cut); line != std::string::npos) cut = line;
    m_heldBack.erase(0, cut);
    m_dropped.fetch_add(cut, std::memory_order_relaxed);
}

std::size_t ConsoleStream::put(std::string_view bytes)
{
    const std::uint64_t written = m_written.load(std::memory_order_relaxed);
    const std::uint64_t free = capacity() - (written - m_read.load(std::memory_order_acquire));
    const std::size_t taken = static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), free));
    const std::size_t start = static_cast<std::size_t>(written) & m_mask;
    const std::size_t first = std::min(taken, capacity() - start);
    std::memcpy(m_bytes.get() + start, bytes.data(), first);
    std::memcpy(m_bytes.get(), bytes.data() + first, taken - first);
    m_written.store(written + taken, std::memory_order_release);
    return taken;
}

std::string ConsoleStream::read(std::size_t limit)
{
    const std::uint64_t read = m_read.load(std::memory_order_relaxed);
    const std::uint64_t available = m_written.load(std::memory_order_acquire) - read;
    const std::size_t count = static_cast<std::size_t>(std::min<std::uint64_t>(available, limit));
    const std::size_t start = static_cast<std::size_t>(read) & m_mask;
    const std::size_t first = std::min(count, capacity() - start);
    std::string bytes;
    bytes.reserve(count);
    bytes.append(m_bytes.get() + start, first);
    bytes.append(m_bytes.get(), count - first);
    m_read.store(read + count, std::memory_order_release);
    return bytes;
}

}  // namespace coroboard::simulation
