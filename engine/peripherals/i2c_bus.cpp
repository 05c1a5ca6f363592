// SPDX-License-Identifier: MIT
#include "peripherals/i2c_bus.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace coroboard::peripherals {

namespace {

// A line that is let go is pulled up by resistors; one that is held goes through a transistor.
constexpr double pullUpOhms = 4700;
constexpr double transistorOhms = 40;

}  // namespace

// The bits of one move, one byte is nine of them. In each the data changes a quarter after the clock went low and the clock is high for
// the second half.
struct I2cBus::Bits {
    time::Duration bit;
    std::vector<std::uint16_t> words;  // eight bits of data, then the acknowledge bit (0: acknowledged)
};

I2cBus::I2cBus(time::Timeline& timeline, Wire& scl, Wire& sda) : m_timeline(timeline), m_scl(scl), m_sda(sda) {}

void I2cBus::detach(I2cTarget& target)
{
    for (auto* list : {&m_targets, &m_addressed, &m_engaged})
        std::erase(*list, &target);
}

bool I2cBus::isFree() const
{
    return scl().level() && sda().level();
}

std::size_t I2cBus::bytesAtOnce() const
{
    std::size_t least = 32;
    for (const I2cTarget* target : m_addressed)
        least = std::min(least, target->bytesAtOnce());
    return least;
}

void I2cBus::play(Bits bits)
{
    const auto now = m_timeline.now();
    const double high = scl().supplyMillivolts();
    const auto count = static_cast<std::int64_t>(bits.words.size()) * 9;
    Digest digest;
    digest.addNumber(bits.bit.count());
    for (const auto word : bits.words)
        digest.addByte(static_cast<std::uint8_t>(word >> 8)).addByte(static_cast<std::uint8_t>(word));
    const time::Duration length = bits.bit * count;
    const auto clock = [bit = bits.bit, count] {
        Flips flips;
        for (std::int64_t i = 0; i < count; ++i) {
            flips.push_back(bit * i + bit / 2);
            flips.push_back(bit * (i + 1));
        }
        return flips;
    };
    const bool dataBefore = sda().level();
    const bool dataAfter = bits.words.back() & 1;
    const auto data = [bits = std::move(bits), dataBefore] {
        FlipWriter writer(dataBefore);
        time::Duration at = bits.bit / 4;
        for (const auto word : bits.words)
            for (int i = 8; i >= 0; --i, at += bits.bit)
                writer.set(at, word >> i & 1);
        return writer.take();
    };
    m_scl.play(Burst::make(now, {false, false, length, digest.value()}, clock), {high, pullUpOhms}, {0, transistorOhms});
    m_sda.play(Burst::make(now, {dataBefore, dataAfter, length, digest.value()}, data), {high, pullUpOhms}, {0, transistorOhms});
}

time::Duration I2cBus::start(time::Duration bit)
{
    const auto now = m_timeline.now();
    const double high = scl().supplyMillivolts();
    m_addressed.clear();
    m_held = true;
    // Data falls while the clock is high; a repeated START first lets both go.
    if (scl().level() && sda().level()) {
        m_sda.drive(0, transistorOhms);
        m_scl.play(Burst::make(now, true, {bit / 2}), {high, pullUpOhms}, {0, transistorOhms});
        return bit / 2;
    }
    const bool data = sda().level();
    m_sda.play(Burst::make(now, data, data ? Flips{bit} : Flips{bit / 4, bit}), {high, pullUpOhms}, {0, transistorOhms});
    m_scl.play(Burst::make(now, false, {bit / 2, bit + bit / 2}), {high, pullUpOhms}, {0, transistorOhms});
    return bit + bit / 2;
}

I2cBus::Written I2cBus::address(std::uint8_t address, I2cDirection direction, time::Duration bit)
{
    const bool carries = !scl().isStuck() && !sda().isStuck();
    address = carries ? sda().carried(static_cast<std::uint8_t>(address << 1)) >> 1 : address;
    for (I2cTarget* target : m_targets) {
        if (!carries || target->addressed(address, direction) == Acknowledge::No)
            continue;
        m_addressed.push_back(target);
        if (std::find(m_engaged.begin(), m_engaged.end(), target) == m_engaged.end())
            m_engaged.push_back(target);
    }
    const bool answered = !m_addressed.empty();
    const auto word = static_cast<std::uint16_t>(address << 2 | (direction == I2cDirection::Read ? 2 : 0) | (answered ? 0 : 1));
    play({bit, {word}});
    return {answered ? 1u : 0u, bit * 9, stretch()};
}

Acknowledge I2cBus::offer(std::uint8_t byte)
{
    Acknowledge answer = Acknowledge::No;
    for (I2cTarget* target : m_addressed)
        if (target->written(byte) == Acknowledge::Yes)
            answer = Acknowledge::Yes;
    return answer;
}

time::Duration I2cBus::stretch()
{
    time::Duration longest{};
    for (I2cTarget* target : m_addressed)
        longest = std::max(longest, target->stretch());
    return longest;
}

I2cBus::Written I2cBus::write(std::span<const std::uint8_t> bytes, time::Duration bit)
{
    Written written;
    Bits bits{bit, {}};
    for (const std::uint8_t sent : bytes) {
        const std::uint8_t byte = sda().carried(sent);
        const Acknowledge answer = offer(byte);
        bits.words.push_back(static_cast<std::uint16_t>(byte << 1 | (answer == Acknowledge::Yes ? 0 : 1)));
        written.stretched += stretch();
        if (answer == Acknowledge::No)
            break;
        ++written.acknowledged;
    }
    written.duration = bit * 9 * static_cast<std::int64_t>(bits.words.size());
    if (!bits.words.empty())
        play(std::move(bits));
    return written;
}

time::Duration I2cBus::read(std::span<std::uint8_t> bytes, I2cTarget::Last last, time::Duration bit)
{
    Bits bits{bit, {}};
    time::Duration stretched{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool isLast = last == I2cTarget::Last::Yes && i + 1 == bytes.size();
        std::uint8_t byte = 0xff;
        for (I2cTarget* target : m_addressed)
            byte &= target->read(isLast ? I2cTarget::Last::Yes : I2cTarget::Last::No);
        stretched += stretch();
        byte = sda().carried(byte);
        bytes[i] = byte;
        bits.words.push_back(static_cast<std::uint16_t>(byte << 1 | (isLast ? 1 : 0)));
    }
    if (!bits.words.empty())
        play(std::move(bits));
    return bit * 9 * static_cast<std::int64_t>(bytes.size()) + stretched;
}

time::Duration I2cBus::stop(time::Duration bit)
{
    const auto now = m_timeline.now();
    const double high = scl().supplyMillivolts();
    // Data rises while the clock is high.
    const bool data = sda().level();
    m_sda.play(Burst::make(now, data, data ? Flips{bit / 4, bit} : Flips{bit}), {high, pullUpOhms}, {0, transistorOhms});
    m_scl.play(Burst::make(now, false, {bit / 2}), {high, pullUpOhms}, {0, transistorOhms});
    return bit + bit / 2;
}

void I2cBus::release()
{
    m_held = false;
    m_scl.release();
    m_sda.release();
    m_addressed.clear();
    for (I2cTarget* target : std::exchange(m_engaged, {}))
        target->stopped();
}

}  // namespace coroboard::peripherals
