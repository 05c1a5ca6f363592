// SPDX-License-Identifier: MIT
#pragma once
// Virtual time: one integer count of nanoseconds since the board was powered on. It moves only when the event loop moves it;
// no host clock ever enters it. std::chrono gives the arithmetic, the literals (500ms) and the unit safety.

#include <chrono>
#include <cstdint>

namespace coroboard::time {

using Duration = std::chrono::nanoseconds;

// The clock of the emulated world. It has no now(): only an EventLoop knows what time it is on its board.
struct VirtualClock {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    using time_point = std::chrono::time_point<VirtualClock, Duration>;
    static constexpr bool is_steady = true;
};

using VirtualTime = VirtualClock::time_point;

inline constexpr VirtualTime powerOn{};
inline constexpr VirtualTime never = VirtualTime::max();

// The instant `duration` after another one; `never` when that is beyond the end of time.
constexpr VirtualTime after(VirtualTime instant, Duration duration)
{
    return duration > never - instant ? never : instant + duration;
}

}  // namespace coroboard::time
