// SPDX-License-Identifier: MIT
#pragma once
// SpiBus: a clock wire and the chips that shift on it (the four modes as the RP2040 data sheet, 4.4, and every SPI part name them).
// Parts attach as SpiTargets with their select wire; a controller exchanges bytes. Bytes are told to the selected targets at the
// instant at which their block begins on the wires, which carry the waveform as bursts. Owned by the Board's Buses; loop's thread only.
//
// A program that toggles the clock pin itself is understood too: every eight plain edges are a byte.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

// Clock polarity (level when idle) and phase (0: sampled at the first edge, 1: at the second).
struct SpiMode {
    bool idleHigh = false;
    bool secondEdge = false;
    bool operator==(const SpiMode&) const = default;
    // Modes 0 and 3 sample at the rising edge, 1 and 2 at the falling one.
    bool samplesRising() const { return idleHigh == secondEdge; }
};

enum class BitOrder : std::uint8_t { MostSignificantFirst, LeastSignificantFirst };

// A chip with a select input. The select wire is followed at once: selected() and deselected() must not drive any wire.
class SpiTarget {
public:
    virtual ~SpiTarget() = default;

    virtual void selected() {}
    virtual void deselected() {}
    // The byte it shifts out while the next one comes in; nothing: it does not drive its output now.
    virtual std::optional<std::uint8_t> shiftOut() { return std::nullopt; }
    virtual void shiftIn(std::uint8_t byte) = 0;
    // Many bytes at once for chips that only listen.
    virtual void shiftIn(std::span<const std::uint8_t> bytes)
    {
        for (const std::uint8_t byte : bytes)
            shiftIn(byte);
    }
    // Whether it ever shifts anything out.
    enum class Talks : std::uint8_t { No, Yes };
    virtual Talks talks() const { return Talks::No; }
    // Whether it samples its input at the rising edge of the clock (modes 0 and 3) or at the falling one.
    virtual bool samplesRising() const { return true; }
};

// The wires of a target. `out` is null for chips without a data output, `select` for chips that are always selected.
struct SpiWires {
    Wire* select = nullptr;
    Wire* in = nullptr;
    Wire* out = nullptr;
    bool selectedLow = true;
};

class SpiBus {
public:
    explicit SpiBus(time::Timeline& timeline, Wire& clock);
    ~SpiBus();
    SpiBus(const SpiBus&) = delete;
    SpiBus& operator=(const SpiBus&) = delete;

    Wire& clock() const { return m_clock; }

    void attach(SpiTarget& target, SpiWires wires);
    void detach(SpiTarget& target);

    // How a controller shifts. Null wires: it does not drive or does not read.
    struct Format {
        Wire* out = nullptr;
        Wire* in = nullptr;
        SpiMode mode;
        BitOrder order = BitOrder::MostSignificantFirst;
        time::Duration bit{1'000};
    };
    // Takes the clock and the output wire: the clock rests at its idle level. release() lets go.
    void open(const Format& format);
    void release();
    // Shifts a block; both spans have one length (`received` may be empty). How long it takes; the caller lets that time pass.
    time::Duration exchange(const Format& format, std::span<const std::uint8_t> sent, std::span<std::uint8_t> received);

private:
    struct Attachment;
    bool isOpenFor(const Format& format) const;
    void shift(std::span<const std::uint8_t> sent, std::span<std::uint8_t> received, const Format& format);
    void play(const Format& format, std::span<const std::uint8_t> sent, std::span<const std::uint8_t> received);

    time::Timeline& m_timeline;
    Wire& m_clock;
    std::vector<std::unique_ptr<Attachment>> m_attached;
    std::unique_ptr<WireDriver> m_clockDriver;
    std::unique_ptr<WireDriver> m_outDriver;
    std::unique_ptr<WireDriver> m_inDriver;  // what the selected target puts on its output during a block
    std::unique_ptr<WireProbe> m_looking;       // at a clock that a program toggles itself
    std::unique_ptr<WireListener> m_answering;  // and, a moment later, driving what the targets put out
};

}  // namespace coroboard::peripherals
