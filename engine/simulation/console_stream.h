// SPDX-License-Identifier: MIT
#pragma once
// ConsoleStream: the board's serial output on its way out of the integration thread. One writer thread, one reader thread, neither ever
// waits. Bounded: of a flood the beginning and the end get through (the end holds the traceback and the prompt); what had to be dropped
// between them is counted, and whole lines go on behind it.

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

    // Writer.
    void write(std::string_view bytes);
    // Writer: passes on what write() held back, as far as the reader has made room. True when nothing is held back any more.
    bool settle();

    // Reader: everything there is, at most `limit` bytes; empty when there is nothing.
    std::string read(std::size_t limit = static_cast<std::size_t>(-1));

    // Any thread.
    std::uint64_t dropped() const { return m_dropped.load(std::memory_order_relaxed); }
    std::size_t capacity() const { return m_mask + 1; }

private:
    std::size_t put(std::string_view bytes);
    void holdBack(std::string_view bytes);

    std::size_t m_mask;
    std::unique_ptr<char[]> m_bytes;
    std::string m_heldBack;                      // the writer's: the newest bytes, for which there was no room
    alignas(64) std::atomic<std::uint64_t> m_written{0};
    alignas(64) std::atomic<std::uint64_t> m_read{0};
    alignas(64) std::atomic<std::uint64_t> m_dropped{0};
};

}  // namespace coroboard::simulation
