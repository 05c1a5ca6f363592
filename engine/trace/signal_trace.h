// SPDX-License-Identifier: MIT
#pragma once
// SignalTrace: the recent history of every signal, in memory. Each signal keeps its newest changes up to a fixed number, reserved when
// the signal is declared: adding never allocates. What had to make room is counted, never silently lost.

#include <cstdint>
#include <vector>

#include "trace/signal.h"

namespace coroboard::trace {

class SignalTrace : public SignalSink {
public:
    static constexpr std::size_t defaultCapacity = 65536;

    explicit SignalTrace(std::size_t changesPerSignal = defaultCapacity);

    // Returns the signal's number.
    std::size_t declare(SignalDescription description);
    void add(const SignalChange& change) override;

    const std::vector<SignalDescription>& signals() const { return m_descriptions; }
    // Oldest first.
    std::vector<SignalChange> changes(std::size_t signal) const;
    std::uint64_t dropped(std::size_t signal) const;
    // Hands everything that is kept to another sink, in order of time (of the signals' numbers at equal times).
    void writeTo(SignalSink& sink) const;

private:
    struct Sample {
        time::VirtualTime when{};
        double value = 0;
        double frequency = 0;
    };
    struct History {
        std::vector<Sample> ring;
        std::uint64_t added = 0;
    };

    const Sample& sample(const History& history, std::uint64_t index) const;
    std::uint64_t first(const History& history) const;

    std::size_t m_capacity;
    std::vector<SignalDescription> m_descriptions;
    std::vector<History> m_histories;
};

}  // namespace coroboard::trace
