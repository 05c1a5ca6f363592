// SPDX-License-Identifier: MIT
#include "simulation/trace_hash.h"

#include <cmath>

namespace coroboard::simulation {

namespace {

std::uint64_t whole(double value) { return static_cast<std::uint64_t>(std::llround(value)); }

}  // namespace

void TraceHash::add(std::string_view text)
{
    add(text.size());
    for (const char byte : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(byte)));
}

void TraceHash::addConsole(time::VirtualTime when, std::string_view bytes)
{
    for (const char byte : bytes) {
        add(when);
        add(static_cast<std::uint64_t>(static_cast<unsigned char>(byte)));
    }
}

void TraceHash::addSignal(std::string_view wire, const peripherals::WireEvent& event)
{
    add(event.when);
    add(wire);
    add(static_cast<std::uint64_t>(event.kind) | std::uint64_t{event.level} << 8 | std::uint64_t{event.floating} << 9 |
        std::uint64_t{event.contention} << 10);
    add(whole(event.millivolts * 100));
    if (!event.signal) return;
    add(whole(event.signal->frequency * 1000));
    add(whole(event.signal->duty * 1'000'000));
    add(event.signal->start);
}

}  // namespace coroboard::simulation
