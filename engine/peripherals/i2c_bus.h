// SPDX-License-Identifier: MIT
#pragma once
// I2cBus: the two wires of an I2C bus and who listens on them (NXP UM10204, "I2C-bus specification and user manual"). Parts attach as
// I2cTargets; a controller moves bytes with an I2cTransfer. Bytes are told to the targets at the instant at which they begin on the
// wires, which carry the waveform as bursts. Owned by the Board's Buses; used from the loop's thread only.
//
// A controller needs both wires high (a pull-up, and nobody who holds one low) before it can begin. Not modelled: arbitration between
// two controllers; ten-bit addresses; edges that a program makes itself on the two pins.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

enum class I2cDirection : std::uint8_t { Write, Read };
enum class Acknowledge : std::uint8_t { Yes, No };

// A chip that is addressed on the bus. The controller calls in this order: addressed, then written or read for each byte, then
// stopped at the STOP; a repeated START is another addressed without stopped.
class I2cTarget {
public:
    virtual ~I2cTarget() = default;

    // START and an address (7 bits). No: not mine, or busy; nothing more is told until the next START.
    virtual Acknowledge addressed(std::uint8_t address, I2cDirection direction) = 0;
    virtual Acknowledge written(std::uint8_t byte) = 0;
    // The next byte for the controller. `last`: the controller will not acknowledge it.
    enum class Last : std::uint8_t { No, Yes };
    virtual std::uint8_t read(Last last) = 0;
    // STOP, told at its instant. Only to those that acknowledged their address.
    virtual void stopped() {}
    // How long it holds the clock low after what it was just told (clock stretching).
    virtual time::Duration stretch() { return {}; }
    // How many bytes it may be told at the instant of the first: less than a millisecond on a fast bus.
    virtual std::size_t bytesAtOnce() const { return 32; }
};

class I2cBus {
public:
    I2cBus(time::Timeline& timeline, Wire& scl, Wire& sda);
    I2cBus(const I2cBus&) = delete;
    I2cBus& operator=(const I2cBus&) = delete;

    Wire& scl() const { return m_scl.wire(); }
    Wire& sda() const { return m_sda.wire(); }

    void attach(I2cTarget& target) { m_targets.push_back(&target); }
    void detach(I2cTarget& target);

    // Both wires are high: nobody holds them, and something pulls them up.
    bool isFree() const;
    // How many bytes one move of those that are addressed may have.
    std::size_t bytesAtOnce() const;
    // A controller is between its START and the end of its STOP.
    bool isHeld() const { return m_held; }

    // -- A controller's moves; each answers how long it takes. The caller lets that time pass before its next move.
    time::Duration start(time::Duration bit);
    // Address or data bytes, up to the first that is not acknowledged.
    struct Written {
        std::size_t acknowledged = 0;
        time::Duration duration{};
        time::Duration stretched{};  // by a target, in addition to `duration`
    };
    Written address(std::uint8_t address, I2cDirection direction, time::Duration bit);
    Written write(std::span<const std::uint8_t> bytes, time::Duration bit);
    // Fills `bytes` from the addressed target; 0xff where nobody answers (the wire is pulled up).
    time::Duration read(std::span<std::uint8_t> bytes, I2cTarget::Last last, time::Duration bit);
    time::Duration stop(time::Duration bit);
    // The STOP is over.
    void release();

private:
    struct Bits;  // one move's bits on the wires
    Acknowledge offer(std::uint8_t byte);
    time::Duration stretch();
    void play(Bits bits);

    time::Timeline& m_timeline;
    WireDriver m_scl;
    WireDriver m_sda;
    std::vector<I2cTarget*> m_targets;
    std::vector<I2cTarget*> m_addressed;  // since the last START
    std::vector<I2cTarget*> m_engaged;    // since the last STOP
    bool m_held = false;
};

}  // namespace coroboard::peripherals
