// SPDX-License-Identifier: MIT
#pragma once
// Burst: a finite waveform on one wire, described instead of played: the traffic of a bus, a frame of a serial port, a train of pulses.
// From start() on the wire's level flips at known instants; after the last flip it stays. Nobody pays for the flips unless somebody
// looks: they are worked out at the first question. Immutable and shared between the driver, the wire and whoever records it.
//
//   auto burst = Burst::make(now, {.length = 90us, .digest = …}, [bytes] { return flipsOf(bytes); });
//   driver.play(burst, {3300, 40}, {0, 40});

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "time/square_wave.h"
#include "time/virtual_time.h"

namespace coroboard::peripherals {

// Instants since the beginning of a burst, ascending and above zero, at which the level flips.
using Flips = std::vector<time::Duration>;

struct BurstShape {
    bool firstLevel = true;    // from the beginning to the first flip
    bool lastLevel = true;     // after the last flip
    time::Duration length{};   // no flip comes later
    std::uint64_t digest = 0;  // equal for equal flips; enters the trace hash in their place
};

class Burst {
public:
    using Render = std::function<Flips()>;

    static std::shared_ptr<const Burst> make(time::VirtualTime start, BurstShape shape, Render render)
    {
        return std::make_shared<const Burst>(start, shape, std::move(render));
    }
    // Flips that are known already; the digest is worked out from them.
    static std::shared_ptr<const Burst> make(time::VirtualTime start, bool firstLevel, Flips flips);

    Burst(time::VirtualTime start, BurstShape shape, Render render)
        : m_start(start), m_shape(shape), m_render(std::move(render))
    {}

    time::VirtualTime start() const { return m_start; }
    time::VirtualTime end() const { return m_start + m_shape.length; }
    bool firstLevel() const { return m_shape.firstLevel; }
    bool lastLevel() const { return m_shape.lastLevel; }
    std::uint64_t digest() const { return m_shape.digest; }
    const Flips& flips() const;

    bool levelAt(time::VirtualTime when) const;
    using Edge = time::Edge;
    // The first flip later than `when`; the last at or before `when`.
    std::optional<Edge> edgeAfter(time::VirtualTime when) const;
    std::optional<Edge> edgeBefore(time::VirtualTime when) const;

private:
    Edge edge(std::size_t index) const;
    std::size_t flipsUntil(time::VirtualTime when) const;

    time::VirtualTime m_start;
    BurstShape m_shape;
    Render m_render;
    mutable std::optional<Flips> m_flips;
};

// Collects levels, one after the other, into flips.
class FlipWriter {
public:
    explicit FlipWriter(bool firstLevel) : m_level(firstLevel) {}
    // The level from `at` on. `at` does not go back.
    void set(time::Duration at, bool level)
    {
        if (level == m_level)
            return;
        m_level = level;
        m_flips.push_back(at);
    }
    bool level() const { return m_level; }
    Flips take() { return std::move(m_flips); }

private:
    bool m_level;
    Flips m_flips;
};

// A digest of bytes and numbers: FNV-1a over 64 bits (G. Fowler, L. Noll, K.-P. Vo).
class Digest {
public:
    Digest& addByte(std::uint8_t byte)
    {
        m_value = (m_value ^ byte) * 0x100000001b3ull;
        return *this;
    }
    Digest& addNumber(std::int64_t number)
    {
        for (int shift = 0; shift < 64; shift += 8)
            addByte(static_cast<std::uint8_t>(number >> shift & 0xff));
        return *this;
    }
    std::uint64_t value() const { return m_value; }

private:
    std::uint64_t m_value = 0xcbf29ce484222325ull;
};

}  // namespace coroboard::peripherals
