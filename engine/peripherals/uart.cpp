// SPDX-License-Identifier: MIT
#include "peripherals/uart.h"

#include <algorithm>
#include <string>

namespace coroboard::peripherals {

namespace {
constexpr double outputOhms = 40;
// RP2040 data sheet 4.2.6.1: the receive timeout is 32 bit times.
constexpr double idleBits = 32;
}  // namespace

Uart::Uart(time::Timeline& timeline, Pin* tx, Pin* rx, UartSettings settings, std::string_view name)
    : m_timeline(timeline), m_settings(settings), m_tx(tx), m_rx(rx), m_idle(timeline, [this] { tell(Event::Idle); })
{
    if (tx) {
        tx->assign(std::string(name) + " tx");
        m_sender = std::make_unique<SerialSender>(timeline, tx->wire(), settings.format, tx->wire().supplyMillivolts(), outputOhms);
        m_sender->onSent([this] { tell(Event::Sent); });
    }
    if (rx) {
        rx->assign(std::string(name) + " rx", settings.format.inverted ? PinPull::Down : PinPull::Up);
        m_receiver = std::make_unique<SerialReceiver>(timeline, rx->wire(), settings.format,
                                                      [this](std::uint8_t byte, auto fault) { receive(byte, fault); });
    }
}

Uart::~Uart()
{
    m_sender.reset();
    m_receiver.reset();
    for (Pin* pin : {m_tx, m_rx})
        if (pin && pin->mode() == PinMode::Alternate)
            pin->configure(PinMode::In, PinPull::None);
}

std::size_t Uart::room() const
{
    return m_sender ? m_settings.sendBuffer - std::min(m_settings.sendBuffer, m_sender->waiting()) : 0;
}

std::size_t Uart::write(std::span<const std::uint8_t> bytes)
{
    const std::size_t count = std::min(bytes.size(), room());
    if (count > 0)
        m_sender->send(bytes.first(count));
    return count;
}

time::VirtualTime Uart::sentAt() const
{
    return m_sender ? m_sender->idleAt() : m_timeline.now();
}

void Uart::sendBreak()
{
    if (m_sender)
        m_sender->sendBreak();
}

std::size_t Uart::read(std::span<std::uint8_t> into)
{
    const std::size_t count = std::min(into.size(), m_received.size());
    std::copy_n(m_received.begin(), count, into.begin());
    m_received.erase(m_received.begin(), m_received.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

void Uart::receive(std::uint8_t byte, SerialReceiver::Fault fault)
{
    if (fault == SerialReceiver::Fault::Framing && byte == 0) {
        tell(Event::Break);
        return;
    }
    if (m_received.size() < m_settings.receiveBuffer) {
        m_received.push_back(byte);
    } else {
        ++m_lost;
    }
    m_idle.setAfter(m_settings.format.bits(idleBits));
    tell(Event::Received);
}

void Uart::tell(Event event)
{
    if (m_callback)
        m_callback(event);
}

}  // namespace coroboard::peripherals
