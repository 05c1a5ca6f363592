// SPDX-License-Identifier: MIT
#pragma once
// I2sBus: the wires of a digital audio line and who is on it (Philips, "I2S bus specification", 1996): a bit clock, a word select that is low
// for the left sample, and data, the most significant bit first, one clock behind the word select. A unit of the chip leads; speakers
// listen, microphones answer. Frames are told in blocks, at the instant at which a block begins on the wires; the data wire carries it as a
// burst, the two clocks are square waves. Found by its bit clock; owned by the Board's Buses; used from the loop's thread only.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

// One sample each way; full scale is that of 32 bits, whatever the line's width.
struct I2sFrame {
    std::int32_t left = 0;
    std::int32_t right = 0;
    bool operator==(const I2sFrame&) const = default;
};

struct I2sFormat {
    int bits = 16;           // of one sample on the line
    std::uint32_t rate = 0;  // frames a second

    // When a frame, or a bit of a frame, begins, counted from the first.
    time::Duration frames(std::int64_t count) const { return time::Duration{(count * 1'000'000'000 + rate / 2) / rate}; }
    time::Duration bit(std::int64_t count) const
    {
        const std::int64_t bitRate = std::int64_t{rate} * bits * 2;
        return time::Duration{(count * 1'000'000'000 + bitRate / 2) / bitRate};
    }
};

// Hears what is sent.
class I2sListener {
public:
    virtual ~I2sListener() = default;
    virtual void heard(std::span<const I2sFrame> frames, const I2sFormat& format) = 0;
};

// Says what it has for the frame that begins then.
class I2sSource {
public:
    virtual ~I2sSource() = default;
    virtual I2sFrame frame(time::VirtualTime when) = 0;
};

class I2sBus {
public:
    I2sBus(time::Timeline& timeline, Wire& clock) : m_timeline(timeline), m_clock(clock) {}
    I2sBus(const I2sBus&) = delete;
    I2sBus& operator=(const I2sBus&) = delete;

    Wire& clock() const { return m_clock; }

    struct Wires {
        Wire* select = nullptr;
        Wire* data = nullptr;
        bool operator==(const Wires&) const = default;
    };
    void attach(I2sListener& listener, Wires wires) { m_listeners.push_back({&listener, wires}); }
    void attach(I2sSource& source, Wires wires) { m_sources.push_back({&source, wires}); }
    void detach(I2sListener& listener);
    void detach(I2sSource& source);

    // -- The leading unit's moves. A block of frames begins now: the waveform for its data output; the listeners have heard it.
    std::shared_ptr<const Burst> send(const Wires& wires, std::span<const I2sFrame> frames, const I2sFormat& format);
    // A block begins now: what the source on these wires says, which the data wire carries. Silence when there is none.
    void listen(const Wires& wires, std::span<I2sFrame> frames, const I2sFormat& format);
    // The clocks stop: a source lets go of the data wire.
    void release() { m_answering.reset(); }

private:
    template <class Partner> struct Attached {
        Partner* partner;
        Wires wires;
    };
    std::shared_ptr<const Burst> burst(const Wires& wires, std::span<const I2sFrame> frames, const I2sFormat& format) const;

    time::Timeline& m_timeline;
    Wire& m_clock;
    std::vector<Attached<I2sListener>> m_listeners;
    std::vector<Attached<I2sSource>> m_sources;
    std::unique_ptr<WireDriver> m_answering;  // a source's data output
};

}  // namespace coroboard::peripherals
