// SPDX-License-Identifier: MIT
#include "peripherals/serial_line.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace coroboard::peripherals {

namespace {

// Sent as one burst; a longer text is several.
constexpr std::size_t bytesAtOnce = 32;

bool isOdd(std::uint32_t bits)
{
    return __builtin_parity(bits) != 0;
}

}  // namespace

SerialSender::SerialSender(time::Timeline& timeline, Wire& wire, SerialFormat format, double millivolts, double ohms)
    : m_timeline(timeline),
      m_driver(wire),
      m_format(format),
      m_high{millivolts, ohms},
      m_low{0, ohms},
      m_next(timeline, [this] { next(); })
{
    const Thevenin& idle = m_format.inverted ? m_low : m_high;
    m_driver.drive(idle.millivolts, idle.ohms);
}

void SerialSender::send(std::span<const std::uint8_t> bytes)
{
    m_queue.insert(m_queue.end(), bytes.begin(), bytes.end());
    if (!m_next.isSet() && !m_queue.empty())
        m_next.setAt(std::max(m_timeline.now(), m_busyUntil));
}

void SerialSender::setGate(Gate gate)
{
    m_gate = gate;
    send({});
}

time::VirtualTime SerialSender::idleAt() const
{
    const auto from = std::max(m_timeline.now(), m_busyUntil);
    return from + m_format.frame() * static_cast<std::int64_t>(m_queue.size());
}

void SerialSender::sendBreak()
{
    const auto now = m_timeline.now();
    const auto length = m_format.bits(m_format.frameBits() + 3);
    m_driver.play(Burst::make(now, m_format.inverted, {length}), m_high, m_low);
    m_busyUntil = now + length + m_format.bits(1);
}

void SerialSender::next()
{
    if (m_gate == Gate::Closed && !m_queue.empty())
        return;
    if (!m_queue.empty()) {
        const auto count = static_cast<std::ptrdiff_t>(std::min(m_queue.size(), m_gate ? std::size_t{1} : bytesAtOnce));
        std::vector<std::uint8_t> bytes(m_queue.begin(), m_queue.begin() + count);
        m_queue.erase(m_queue.begin(), m_queue.begin() + count);
        play(std::move(bytes));
        m_next.setAt(m_busyUntil);
    }
    if (m_sent)
        m_sent();
}

void SerialSender::play(std::vector<std::uint8_t> bytes)
{
    const auto now = m_timeline.now();
    const auto length = m_format.bits(static_cast<double>(m_format.frameBits()) * static_cast<double>(bytes.size()));
    Digest digest;
    digest.addNumber(static_cast<std::int64_t>(m_format.baud)).addNumber(m_format.frameBits());
    for (const std::uint8_t byte : bytes)
        digest.addByte(byte);
    const bool idle = !m_format.inverted;
    const auto levels = [format = m_format, bytes = std::move(bytes), idle] {
        FlipWriter writer(!idle);  // the first start bit
        double at = 0;
        for (const std::uint8_t byte : bytes) {
            const auto put = [&](bool level, int bits) {
                if (at > 0)
                    writer.set(format.bits(at), level == idle);
                at += bits;
            };
            put(false, 1);
            for (int i = 0; i < format.dataBits; ++i)
                put(byte >> i & 1, 1);
            const std::uint32_t data = byte & ((1u << format.dataBits) - 1);
            if (format.parity != Parity::None)
                put(isOdd(data) == (format.parity == Parity::Even), 1);
            put(true, format.stopBits);
        }
        return writer.take();
    };
    m_driver.play(Burst::make(now, {!idle, idle, length, digest.value()}, levels), m_high, m_low);
    m_busyUntil = now + length;
}

SerialReceiver::SerialReceiver(time::Timeline& timeline, Wire& wire, SerialFormat format, Callback callback)
    : m_timeline(timeline),
      m_wire(wire),
      m_format(format),
      m_callback(std::move(callback)),
      m_sampler(timeline, [this] { sample(); }),
      m_delivery(timeline, [this] { deliver(); }),
      m_listener(wire, WireListener::Hears::Changes, [this](const WireEvent& event) { hear(event); })
{}

SerialReceiver::Frame SerialReceiver::decode(std::uint32_t bits, time::VirtualTime when) const
{
    Frame frame{when, static_cast<std::uint8_t>(bits & ((1u << m_format.dataBits) - 1)), Fault::None};
    int position = m_format.dataBits;
    if (m_format.parity != Parity::None) {
        const bool sent = bits >> position++ & 1;
        if (sent != (isOdd(frame.byte) == (m_format.parity == Parity::Even)))
            frame.fault = Fault::Parity;
    }
    if (!(bits >> position & 1))
        frame.fault = Fault::Framing;
    return frame;
}

void SerialReceiver::hear(const WireEvent& event)
{
    if (event.kind == WireEvent::Kind::Edge && event.level == m_format.inverted && !m_frameStart) {
        beginFrame(event.when);
        return;
    }
    if (event.kind != WireEvent::Kind::Burst)
        return;
    const Burst& burst = *event.burst;
    const bool idle = !m_format.inverted;
    const int samples = m_format.frameBits() - m_format.stopBits;  // data, parity and the first stop bit
    // Every frame begins where the line leaves its idle level.
    auto at = std::max(burst.start(), event.when);
    bool active = at == burst.start() && burst.firstLevel() != idle;
    for (;;) {
        if (!active) {
            auto edge = burst.edgeAfter(at);
            while (edge && edge->rising == idle)
                edge = burst.edgeAfter(edge->when);
            if (!edge)
                break;
            at = edge->when;
        }
        std::uint32_t bits = 0;
        for (int i = 0; i < samples; ++i)
            bits |= (burst.levelAt(at + m_format.bits(1.5 + i)) == idle ? 1u : 0u) << i;
        const auto middleOfStop = at + m_format.bits(0.5 + samples);
        m_frames.push_back(decode(bits, middleOfStop));
        at = middleOfStop;
        active = false;
    }
    if (!m_frames.empty() && !m_delivery.isSet())
        m_delivery.setAt(m_frames.front().when);
}

void SerialReceiver::deliver()
{
    while (!m_frames.empty() && m_frames.front().when <= m_timeline.now()) {
        const Frame frame = m_frames.front();
        m_frames.pop_front();
        m_callback(m_wire.carried(frame.byte), frame.fault);
    }
    if (!m_frames.empty())
        m_delivery.setAt(m_frames.front().when);
}

void SerialReceiver::beginFrame(time::VirtualTime start)
{
    m_frameStart = start;
    m_position = 0;
    m_bits = 0;
    m_sampler.setAt(start + m_format.bits(1.5));
}

void SerialReceiver::sample()
{
    m_bits |= (m_wire.level() != m_format.inverted ? 1u : 0u) << m_position;
    if (++m_position < m_format.frameBits() - m_format.stopBits) {
        m_sampler.setAt(*m_frameStart + m_format.bits(1.5 + m_position));
        return;
    }
    m_frameStart.reset();
    const Frame frame = decode(m_bits, m_timeline.now());
    m_callback(m_wire.carried(frame.byte), frame.fault);
}

}  // namespace coroboard::peripherals
