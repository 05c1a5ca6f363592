// SPDX-License-Identifier: MIT
#pragma once
// TraceHash: one number for everything observable of a run, in order. Equal runs have equal hashes, on every machine: only integers
// and whole hundredths of a millivolt go in.

#include <cstdint>
#include <string_view>

#include "base/random.h"
#include "peripherals/wire.h"
#include "time/virtual_time.h"

namespace coroboard::simulation {

class TraceHash {
public:
    void add(std::uint64_t value) { m_hash = mixed(m_hash ^ value) + value; }
    void add(time::VirtualTime when) { add(static_cast<std::uint64_t>(when.time_since_epoch().count())); }
    void add(std::string_view text);

    // Byte by byte with the time: how the console happened to be cut into pieces does not matter.
    void addConsole(time::VirtualTime when, std::string_view bytes);
    void addSignal(std::string_view wire, const peripherals::WireEvent& event);

    std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0;
};

}  // namespace coroboard::simulation
