// SPDX-License-Identifier: MIT
#pragma once
// What the outside sees of recorded signals: SignalView, one signal as it was when somebody looked, and SignalCapture, all of them.
// Immutable values that share the history's blocks: cheap to copy, read from any thread, true while the history grows or forgets.
// Entries are numbered from the first that was ever recorded; those below first() had to make room.

#include <memory>
#include <string_view>
#include <vector>

#include "trace/signal_block.h"

namespace coroboard::trace {

using SignalBlocks = std::vector<std::shared_ptr<const SignalBlock>>;

class SignalView {
public:
    SignalView() = default;
    SignalView(SignalKind kind, std::shared_ptr<const SignalBlocks> blocks, std::uint64_t end);

    SignalKind kind() const { return m_kind; }
    bool empty() const { return first() == m_end; }
    std::uint64_t first() const;
    std::uint64_t end() const { return m_end; }              // one past the newest
    std::uint64_t dropped() const { return first(); }

    // Entries; `at` lies in [first(), end()).
    time::VirtualTime time(std::uint64_t at) const;
    double value(std::uint64_t at) const;
    bool level(std::uint64_t at) const { return value(at) != 0; }
    SignalChange change(std::uint64_t at, std::size_t signal) const;

    // One past the last entry that is not later than `when`; first() if there is none.
    std::uint64_t endAt(time::VirtualTime when) const;
    // Of the entries [from, to).
    ValueRange range(std::uint64_t from, std::uint64_t to) const;

private:
    const SignalBlock& blockOf(std::uint64_t at) const;

    SignalKind m_kind = SignalKind::Digital;
    std::shared_ptr<const SignalBlocks> m_blocks;
    std::uint64_t m_end = 0;
};

struct SignalCapture {
    std::shared_ptr<const std::vector<SignalDescription>> signals;
    std::vector<SignalView> views;                           // one a signal
    time::VirtualTime until{};                               // what happened before this is in it
    std::uint64_t recording = 0;                             // grows when the board is powered on and the history starts afresh

    // The signal's number, or -1.
    int find(std::string_view name) const;
    std::uint64_t dropped() const;                           // of all signals
};

}  // namespace coroboard::trace
