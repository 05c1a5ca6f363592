// SPDX-License-Identifier: MIT
#pragma once
// The two ends of an asynchronous serial line (UART): SerialSender puts frames on a wire as bursts, SerialReceiver samples whatever
// happens on a wire in the middle of its own bits, so that two ends that disagree about the speed read garbage, as on a bench.
// A frame: a start bit (low), 5 to 9 data bits with the least significant first, an optional parity bit, one or two stop bits (high).
// Owned by a Uart of the chip or by a part; used from the loop's thread only.

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <span>

#include "peripherals/wire.h"
#include "time/alarm.h"
#include "time/timeline.h"

namespace coroboard::peripherals {

enum class Parity : std::uint8_t { None, Even, Odd };

struct SerialFormat {
    double baud = 9600;
    int dataBits = 8;
    Parity parity = Parity::None;
    int stopBits = 1;
    bool inverted = false;  // idle low

    int frameBits() const { return 1 + dataBits + (parity == Parity::None ? 0 : 1) + stopBits; }
    time::Duration bits(double count) const { return time::Duration{static_cast<std::int64_t>(count * 1e9 / baud + 0.5)}; }
    time::Duration frame() const { return bits(frameBits()); }
};

class SerialSender {
public:
    SerialSender(time::Timeline& timeline, Wire& wire, SerialFormat format, double millivolts, double ohms);

    // Queues words (a byte each, or nine bits). They leave one after the other at the speed of the format.
    void send(std::span<const std::uint8_t> bytes);
    std::size_t waiting() const { return m_queue.size(); }
    bool isIdle() const { return m_queue.empty() && m_timeline.now() >= m_busyUntil; }
    // When the last bit of everything that is queued has left.
    time::VirtualTime idleAt() const;
    // Called when a block has left and room came.
    void onSent(std::function<void()> callback) { m_sent = std::move(callback); }
    // Somebody may stop it between two bytes (flow control): from the first call on they leave one by one, and only through an open gate.
    enum class Gate : std::uint8_t { Open, Closed };
    void setGate(Gate gate);
    // Holds the line low for so many frames (a break).
    void sendBreak();

private:
    void next();
    void play(std::vector<std::uint8_t> bytes);

    time::Timeline& m_timeline;
    WireDriver m_driver;
    SerialFormat m_format;
    Thevenin m_high;
    Thevenin m_low;
    std::optional<Gate> m_gate;
    std::deque<std::uint8_t> m_queue;
    time::VirtualTime m_busyUntil{};
    time::Alarm m_next;
    std::function<void()> m_sent;
};

class SerialReceiver {
public:
    enum class Fault : std::uint8_t { None, Framing, Parity };
    // A frame came in; called through the loop at the middle of its stop bit.
    using Callback = std::function<void(std::uint8_t byte, Fault fault)>;

    SerialReceiver(time::Timeline& timeline, Wire& wire, SerialFormat format, Callback callback);

private:
    void hear(const WireEvent& event);
    void beginFrame(time::VirtualTime start);
    void sample();
    void deliver();

    time::Timeline& m_timeline;
    Wire& m_wire;
    SerialFormat m_format;
    Callback m_callback;
    time::Alarm m_sampler;                 // of a frame made of plain edges
    std::optional<time::VirtualTime> m_frameStart;
    int m_position = 0;
    std::uint32_t m_bits = 0;
    struct Frame {
        time::VirtualTime when{};
        std::uint8_t byte = 0;
        Fault fault = Fault::None;
    };
    Frame decode(std::uint32_t bits, time::VirtualTime when) const;
    std::deque<Frame> m_frames;            // read from a burst, on their way
    time::Alarm m_delivery;
    WireListener m_listener;
};

}  // namespace coroboard::peripherals
