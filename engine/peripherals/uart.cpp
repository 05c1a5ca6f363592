// SPDX-License-Identifier: MIT
#include "peripherals/uart.h"

#include <algorithm>
#include <string>

namespace coroboard::peripherals {

namespace {
constexpr double outputOhms = 40;
// RP2040 data sheet 4.2.6.1: the receive timeout is 32 bit times.
constexpr double idleBits = 32;
// RP2040 data sheet 4.2.3: 32 bytes behind the buffer.
constexpr std::size_t controllerQueue = 32;
}  // namespace

Uart::Uart(time::Timeline& timeline, Pins pins, UartSettings settings, std::string_view name)
    : m_timeline(timeline), m_settings(settings), m_pins(pins), m_idle(timeline, [this] { tell(Event::Idle); })
{
    if (Pin* tx = pins.tx) {
        tx->assign(std::string(name) + " tx");
        m_sender = std::make_unique<SerialSender>(timeline, tx->wire(), settings.format, tx->wire().supplyMillivolts(), outputOhms);
        m_sender->onSent([this] {
            if (m_sender->isIdle())
                tell(Event::Sent);
        });
    }
    if (Pin* rx = pins.rx) {
        SerialFormat heard = settings.format;
        heard.inverted = settings.hearsInverted;
        rx->assign(std::string(name) + " rx", heard.inverted ? PinPull::Down : PinPull::Up);
        m_receiver = std::make_unique<SerialReceiver>(timeline, rx->wire(), heard,
                                                      [this](std::uint8_t byte, auto fault) { receive(byte, fault); });
    }
    if (pins.rts) {
        pins.rts->assign(std::string(name) + " rts");
        askForMore();
    }
    if (Pin* cts = pins.cts) {
        cts->assign(std::string(name) + " cts", PinPull::Down);
        const auto follow = [this](bool stop) { m_sender->setGate(stop ? SerialSender::Gate::Closed : SerialSender::Gate::Open); };
        if (m_sender) {
            follow(cts->wire().level());
            m_clearToSend = std::make_unique<WireListener>(cts->wire(), WireListener::Hears::Edges,
                                                           [follow](const WireEvent& event) { follow(event.level); });
        }
    }
}

Uart::~Uart()
{
    m_clearToSend.reset();
    m_sender.reset();
    m_receiver.reset();
    for (Pin* pin : {m_pins.tx, m_pins.rx, m_pins.rts, m_pins.cts})
        if (pin && pin->mode() == PinMode::Alternate)
            pin->configure(PinMode::In, PinPull::None);
}

// What is on its way when the buffer is full still finds room in the controller's queue.
void Uart::askForMore()
{
    if (m_pins.rts)
        m_pins.rts->hold(m_received.size() >= m_settings.receiveBuffer);
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
    askForMore();
    return count;
}

void Uart::receive(std::uint8_t byte, SerialReceiver::Fault fault)
{
    if (fault == SerialReceiver::Fault::Framing && byte == 0) {
        tell(Event::Break);
        return;
    }
    if (m_received.size() < m_settings.receiveBuffer + (m_pins.rts ? controllerQueue : 0)) {
        m_received.push_back(byte);
        askForMore();
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
