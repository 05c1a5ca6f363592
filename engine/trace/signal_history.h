// SPDX-License-Identifier: MIT
#pragma once
// SignalHistory: every change of every signal since power-on, within a fixed amount of memory, shared with whoever draws it. Fed by one
// thread; capture() hands out an immutable view that needs no lock and costs about a microsecond. When memory runs out the oldest block of
// all signals goes (a signal's newest stays), and what went is counted.

#include <cstdint>
#include <memory>
#include <vector>

#include "trace/signal_view.h"

namespace coroboard::trace {

class SignalHistory : public SignalSink {
public:
    // Twelve and a half million digital edges.
    static constexpr std::size_t defaultBytes = std::size_t{100} * 1000 * 1000;

    explicit SignalHistory(std::vector<SignalDescription> signals, std::size_t bytes = defaultBytes);

    // Changes of one signal arrive in order of time. A digital level or an analog value that is there already is no change.
    void add(const SignalChange& change) override;
    // Forgets everything: virtual time begins anew.
    void restart();

    SignalCapture capture(time::VirtualTime until) const;
    std::size_t bytes() const { return m_bytes; }

private:
    struct Track {
        std::shared_ptr<SignalBlocks> blocks;
        std::shared_ptr<SignalBlock> newest;
        std::uint64_t end = 0;
        double value = 0;
    };
    void grow(Track& track, const SignalChange& change);
    void makeRoom();

    std::shared_ptr<const std::vector<SignalDescription>> m_signals;
    std::vector<Track> m_tracks;
    std::size_t m_limit;
    std::size_t m_bytes = 0;
    std::uint64_t m_recording = 1;
};

}  // namespace coroboard::trace
