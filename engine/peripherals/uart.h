// SPDX-License-Identifier: MIT
#pragma once
// Uart: one asynchronous serial controller of the chip, on a transmit and a receive pin: machine.UART. Received bytes wait in a buffer of
// fixed size; what does not fit is lost and counted, as in the chips. Owned by whoever made it; loop's thread only.

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <span>

#include "peripherals/pin.h"
#include "peripherals/serial_line.h"

namespace coroboard::peripherals {

struct UartSettings {
    SerialFormat format;
    bool hearsInverted = false;  // what it receives; what it sends is in the format
    std::size_t receiveBuffer = 256;
    std::size_t sendBuffer = 256;
};

class Uart {
public:
    enum class Event : std::uint8_t { Received, Idle, Sent, Break };
    using Callback = std::function<void(Event)>;

    // Null pins: that direction is not used. Request to send and clear to send: low means go on; null: nobody is asked.
    struct Pins {
        Pin* tx = nullptr;
        Pin* rx = nullptr;
        Pin* rts = nullptr;
        Pin* cts = nullptr;
    };
    Uart(time::Timeline& timeline, Pins pins, UartSettings settings, std::string_view name);
    ~Uart();
    Uart(const Uart&) = delete;
    Uart& operator=(const Uart&) = delete;

    const UartSettings& settings() const { return m_settings; }

    // As many of the bytes as the send buffer has room for; how many that were.
    std::size_t write(std::span<const std::uint8_t> bytes);
    std::size_t room() const;
    bool hasSent() const { return !m_sender || m_sender->isIdle(); }
    time::VirtualTime sentAt() const;
    void sendBreak();

    std::size_t available() const { return m_received.size(); }
    std::size_t read(std::span<std::uint8_t> into);
    std::uint64_t lost() const { return m_lost; }

    // Called through the loop: a byte came in; the line has been idle for a while after the last; everything has left; a break came in.
    void onEvent(Callback callback) { m_callback = std::move(callback); }

private:
    void receive(std::uint8_t byte, SerialReceiver::Fault fault);
    void tell(Event event);
    void askForMore();

    time::Timeline& m_timeline;
    UartSettings m_settings;
    Pins m_pins;
    std::unique_ptr<SerialSender> m_sender;
    std::unique_ptr<SerialReceiver> m_receiver;
    std::unique_ptr<WireListener> m_clearToSend;
    std::deque<std::uint8_t> m_received;
    std::uint64_t m_lost = 0;
    time::Alarm m_idle;
    Callback m_callback;
};

}  // namespace coroboard::peripherals
