// SPDX-License-Identifier: MIT
#include "peripherals/spi_bus.h"

#include <algorithm>
#include <utility>

namespace coroboard::peripherals {

namespace {

constexpr double outputOhms = 40;

std::uint8_t mirrored(std::uint8_t byte)
{
    std::uint8_t out = 0;
    for (int bit = 0; bit < 8; ++bit)
        out = static_cast<std::uint8_t>(out << 1 | (byte >> bit & 1));
    return out;
}

}  // namespace

struct SpiBus::Attachment {
    Attachment(SpiTarget& target, SpiWires wires) : target(target), wires(wires)
    {
        if (wires.select)
            select.emplace(*wires.select, [this](const WireEvent& event) { follow(event); });
        if (wires.out) {
            output.emplace(*wires.out);
            if (wires.select)
                letGo.emplace(*wires.select, WireListener::Hears::Changes, [this](const WireEvent&) { present(); });
        }
        isSelected = !wires.select || wires.select->level() != wires.selectedLow;
        if (isSelected)
            target.selected();
    }

    void follow(const WireEvent& event)
    {
        const bool now = event.level != wires.selectedLow;
        if (event.kind != WireEvent::Kind::Edge || now == isSelected)
            return;
        isSelected = now;
        bits = 0;
        leaving.reset();
        if (now) {
            target.selected();
        } else {
            target.deselected();
        }
    }

    // One edge of a clock that a program toggles itself: looks at the input, decides the output.
    void clocked(bool rising)
    {
        if (!isSelected || rising != target.samplesRising())
            return;
        if (bits == 0)
            leaving = target.shiftOut();
        gathering = static_cast<std::uint8_t>(gathering << 1 | (wires.in && wires.in->level() ? 1 : 0));
        if (bits == 7)
            target.shiftIn(gathering);
    }
    // The same edge a moment later, when wires may be driven. The bit stays until the other edge.
    void clockedOutput(bool rising)
    {
        if (isSelected && rising != target.samplesRising() && ++bits == 8)
            bits = 0;
        present();
    }
    void present()
    {
        if (!output)
            return;
        if (isSelected && leaving) {
            output->drive(*leaving >> (7 - bits) & 1 ? wires.out->supplyMillivolts() : 0, outputOhms);
        } else {
            output->release();
        }
    }

    SpiTarget& target;
    SpiWires wires;
    std::optional<WireProbe> select;
    std::optional<WireListener> letGo;
    std::optional<WireDriver> output;
    bool isSelected = false;
    int bits = 0;
    std::uint8_t gathering = 0;
    std::optional<std::uint8_t> leaving;
};

SpiBus::SpiBus(time::Timeline& timeline, Wire& clock) : m_timeline(timeline), m_clock(clock)
{
    const auto toggled = [this](const WireEvent& event) { return event.kind == WireEvent::Kind::Edge && !m_clockDriver; };
    m_looking = std::make_unique<WireProbe>(clock, [this, toggled](const WireEvent& event) {
        for (const auto& each : m_attached)
            if (toggled(event))
                each->clocked(event.level);
    });
    m_answering = std::make_unique<WireListener>(clock, WireListener::Hears::Changes, [this, toggled](const WireEvent& event) {
        for (const auto& each : m_attached)
            if (toggled(event))
                each->clockedOutput(event.level);
    });
}

SpiBus::~SpiBus() = default;

void SpiBus::attach(SpiTarget& target, SpiWires wires)
{
    m_attached.push_back(std::make_unique<Attachment>(target, wires));
}

void SpiBus::detach(SpiTarget& target)
{
    std::erase_if(m_attached, [&](const auto& each) { return &each->target == &target; });
}

void SpiBus::open(const Format& format)
{
    if (!m_clockDriver)
        m_clockDriver = std::make_unique<WireDriver>(m_clock);
    m_clockDriver->drive(format.mode.idleHigh ? m_clock.supplyMillivolts() : 0, outputOhms);
    m_outDriver = format.out ? std::make_unique<WireDriver>(*format.out) : nullptr;
    m_inDriver = format.in ? std::make_unique<WireDriver>(*format.in) : nullptr;
}

bool SpiBus::isOpenFor(const Format& format) const
{
    const auto holds = [](const auto& driver, const Wire* wire) { return (driver ? &driver->wire() : nullptr) == wire; };
    return m_clockDriver && holds(m_outDriver, format.out) && holds(m_inDriver, format.in);
}

void SpiBus::release()
{
    m_clockDriver.reset();
    m_outDriver.reset();
    m_inDriver.reset();
}

void SpiBus::shift(std::span<const std::uint8_t> sent, std::span<std::uint8_t> received, const Format& format)
{
    const bool lsbFirst = format.order == BitOrder::LeastSignificantFirst;
    // What nobody drives reads as the level of the wire.
    const std::uint8_t idle = format.in && format.in->level() ? 0xff : 0x00;
    std::fill(received.begin(), received.end(), idle);
    for (const auto& each : m_attached) {
        if (!each->isSelected || each->wires.in != format.out)
            continue;
        const bool heard = each->wires.out && each->wires.out == format.in && !received.empty();
        const bool inTime = each->target.samplesRising() == format.mode.samplesRising();
        if (inTime && !lsbFirst && (each->target.talks() == SpiTarget::Talks::No)) {
            each->target.shiftIn(sent);
            continue;
        }
        // A controller of the other phase changes its output at the very edge at which the target looks: one bit late.
        bool carried = false;
        for (std::size_t i = 0; i < sent.size(); ++i) {
            const auto answer = each->target.shiftOut();
            const std::uint8_t onWire = lsbFirst ? mirrored(sent[i]) : sent[i];
            each->target.shiftIn(inTime ? onWire : static_cast<std::uint8_t>(onWire >> 1 | (carried ? 0x80 : 0)));
            carried = onWire & 1;
            if (heard && answer)
                received[i] = lsbFirst ? mirrored(*answer) : *answer;
        }
    }
}

// The clock, and data that changes at the edge at which nobody samples.
void SpiBus::play(const Format& format, std::span<const std::uint8_t> sent, std::span<const std::uint8_t> received)
{
    const auto now = m_timeline.now();
    const double high = m_clock.supplyMillivolts();
    const auto bytes = static_cast<std::int64_t>(sent.size());
    const time::Duration bit = format.bit;
    const time::Duration length = bit * 8 * bytes;
    const bool idle = format.mode.idleHigh;
    const auto clock = [=] {
        Flips flips;
        flips.reserve(static_cast<std::size_t>(bytes) * 16);
        for (std::int64_t i = 0; i < bytes * 8; ++i) {
            flips.push_back(bit * i + bit / 2);
            flips.push_back(bit * (i + 1));
        }
        return flips;
    };
    Digest clockDigest;
    clockDigest.addNumber(bit.count()).addNumber(bytes);
    m_clockDriver->play(Burst::make(now, {idle, idle, length, clockDigest.value()}, clock), {high, outputOhms}, {0, outputOhms});
    const auto data = [&](WireDriver& driver, std::span<const std::uint8_t> values) {
        const auto ordered = std::make_shared<std::vector<std::uint8_t>>(values.begin(), values.end());
        if (format.order == BitOrder::LeastSignificantFirst)
            for (std::uint8_t& value : *ordered)
                value = mirrored(value);
        Digest digest;
        digest.addNumber(bit.count());
        for (const std::uint8_t value : *ordered)
            digest.addByte(value);
        const bool late = format.mode.secondEdge;
        const bool first = late ? driver.wire().level() : ordered->front() >> 7;
        const auto levels = [=] {
            FlipWriter writer(first);
            time::Duration at = late ? bit / 2 : time::Duration{};
            for (const std::uint8_t value : *ordered)
                for (int i = 7; i >= 0; --i, at += bit)
                    writer.set(at, value >> i & 1);
            return writer.take();
        };
        const bool last = ordered->back() & 1;
        driver.play(Burst::make(now, {first, last, length, digest.value()}, levels), {high, outputOhms}, {0, outputOhms});
    };
    if (m_outDriver)
        data(*m_outDriver, sent);
    const bool answered = format.in && std::any_of(m_attached.begin(), m_attached.end(), [&](const auto& each) {
        return each->isSelected && each->wires.out == format.in;
    });
    if (!m_inDriver)
        return;
    if (answered && !received.empty()) {
        data(*m_inDriver, received);
    } else {
        m_inDriver->release();
    }
}

time::Duration SpiBus::exchange(const Format& format, std::span<const std::uint8_t> sent, std::span<std::uint8_t> received)
{
    if (sent.empty())
        return {};
    if (!isOpenFor(format))
        open(format);
    std::vector<std::uint8_t> arriving;
    if (format.out && format.out->isDisturbed()) {
        arriving.assign(sent.begin(), sent.end());
        std::transform(sent.begin(), sent.end(), arriving.begin(), [&](std::uint8_t byte) { return format.out->carried(byte); });
        sent = arriving;
    }
    shift(sent, received, format);
    if (format.in && format.in->isDisturbed())
        std::transform(received.begin(), received.end(), received.begin(), [&](std::uint8_t byte) { return format.in->carried(byte); });
    play(format, sent, received);
    return format.bit * 8 * static_cast<std::int64_t>(sent.size());
}

}  // namespace coroboard::peripherals
