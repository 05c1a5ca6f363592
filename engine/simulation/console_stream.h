// SPDX-License-Identifier: MIT
#pragma once
// ConsoleStream: the board's serial output on its way out of the integration thread. One writer thread, one reader thread, neither ever
// waits. Bounded: what does not fit is dropped (the newest bytes) and counted.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace coroboard::simulation {

class ConsoleStream {
public:
    // The capacity is rounded up to a power of two.
    explicit ConsoleStream(std::size_t capacity = std::size_t{1} << 20);

    // Writer: returns how many bytes were taken.
    std::size_t write(std::string_view bytes);

    // Reader: everything there is, at most `limit` bytes; empty when there is nothing.
    std::string read(std::size_t limit = static_cast<std::size_t>(-1));

    // Any thread.
    std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }
    std::size_t capacity() const { return m_mask + 1; }

private:
    std::size_t m_mask;
    std::unique_ptr<char[]> m_bytes;
    alignas(64) std::atomic<std::uint64_t> m_written{0};
    alignas(64) std::atomic<std::uint64_t> m_read{0};
    alignas(64) std::atomic<std::uint64_t> m_dropped{0};
};

}  // namespace coroboard::simulation
