// SPDX-License-Identifier: MIT
#pragma once
// DecodeRun: a decoder at work on a recording that grows: takes up where it stopped, a bounded number of edges a call, so that whoever draws
// never waits for it. Keeps what was read, the newest up to a limit, and finds what lies in a stretch of time. One thread.

#include <array>
#include <memory>
#include <optional>
#include <span>

#include "trace/decode/protocols.h"
#include "trace/digital_wave.h"

namespace coroboard::trace::decode {

class DecodeRun {
public:
    static constexpr std::size_t rows = 2;
    static constexpr std::size_t defaultLimit = std::size_t{1} << 20;   // annotations a row

    explicit DecodeRun(const DecodeSettings& settings, std::size_t limit = defaultLimit);

    // The waves of the protocol's lines, in order (an unused one is empty), as they are known now. Returns whether everything known is read.
    bool advance(std::span<const DigitalWave> lines, std::size_t edgesAtMost);
    // Up to where it has read.
    time::VirtualTime reached() const { return m_reached; }

    // Those that touch [from, to), in order of time.
    std::span<const Annotation> within(std::size_t row, time::VirtualTime from, time::VirtualTime to) const;
    const std::vector<Annotation>& all(std::size_t row) const { return m_rows[row]; }
    std::uint64_t dropped() const { return m_dropped; }

private:
    void start(std::span<const DigitalWave> lines);
    void keep();

    std::unique_ptr<Decoder> m_decoder;
    std::size_t m_limit;
    bool m_started = false;
    time::VirtualTime m_reached{};
    Decoder::Levels m_levels = 0;
    std::array<std::vector<Annotation>, rows> m_rows;
    std::uint64_t m_dropped = 0;
};

}  // namespace coroboard::trace::decode
