// SPDX-License-Identifier: MIT
#include "peripherals/i2s_bus.h"

#include <algorithm>

namespace coroboard::peripherals {

namespace {

constexpr double outputOhms = 40;

// Samples as the line's bits, the rest cut off.
std::uint32_t onTheLine(std::int32_t sample, int bits)
{
    return static_cast<std::uint32_t>(sample) >> (32 - bits);
}

std::int32_t carried(std::int32_t sample, const Wire& wire)
{
    auto bits = static_cast<std::uint32_t>(sample);
    for (int shift = 0; shift < 32; shift += 8)
        bits = (bits & ~(0xffu << shift)) | std::uint32_t{wire.carried(static_cast<std::uint8_t>(bits >> shift))} << shift;
    return static_cast<std::int32_t>(bits);
}

// What a fault makes of frames on their way.
std::vector<I2sFrame> arriving(std::span<const I2sFrame> frames, const Wire& data)
{
    std::vector<I2sFrame> all(frames.begin(), frames.end());
    if (data.isDisturbed())
        for (I2sFrame& frame : all)
            frame = {carried(frame.left, data), carried(frame.right, data)};
    return all;
}

}  // namespace

void I2sBus::detach(I2sListener& listener)
{
    std::erase_if(m_listeners, [&](const auto& each) { return each.partner == &listener; });
}

void I2sBus::detach(I2sSource& source)
{
    std::erase_if(m_sources, [&](const auto& each) { return each.partner == &source; });
    m_answering.reset();
}

std::shared_ptr<const Burst> I2sBus::burst(const Wires& wires, std::span<const I2sFrame> frames, const I2sFormat& format) const
{
    Digest digest;
    digest.addNumber(format.rate).addNumber(format.bits);
    for (const I2sFrame& frame : frames)
        digest.addNumber(std::int64_t{frame.left} << 32 | static_cast<std::uint32_t>(frame.right));
    const bool before = wires.data->level();
    const bool after = onTheLine(frames.back().right, format.bits) & 1;
    const auto flips = [before, format, all = std::vector<I2sFrame>(frames.begin(), frames.end())] {
        FlipWriter writer(before);
        std::int64_t position = 1;
        for (const I2sFrame& frame : all)
            for (const std::int32_t sample : {frame.left, frame.right})
                for (int bit = format.bits - 1; bit >= 0; --bit)
                    writer.set(format.bit(position++), onTheLine(sample, format.bits) >> bit & 1);
        return writer.take();
    };
    const auto length = format.bit(static_cast<std::int64_t>(frames.size()) * format.bits * 2);
    return Burst::make(m_timeline.now(), {before, after, length, digest.value()}, flips);
}

std::shared_ptr<const Burst> I2sBus::send(const Wires& wires, std::span<const I2sFrame> frames, const I2sFormat& format)
{
    auto waveform = burst(wires, frames, format);
    const auto arrived = arriving(frames, *wires.data);
    for (const auto& [listener, on] : m_listeners)
        if (on == wires)
            listener->heard(arrived, format);
    return waveform;
}

void I2sBus::listen(const Wires& wires, std::span<I2sFrame> frames, const I2sFormat& format)
{
    const auto source = std::find_if(m_sources.begin(), m_sources.end(), [&](const auto& each) { return each.wires == wires; });
    if (source == m_sources.end()) {
        std::fill(frames.begin(), frames.end(), I2sFrame{});
        return;
    }
    for (std::size_t i = 0; i < frames.size(); ++i)
        frames[i] = source->partner->frame(m_timeline.now() + format.frames(static_cast<std::int64_t>(i)));
    if (!m_answering || &m_answering->wire() != wires.data)
        m_answering = std::make_unique<WireDriver>(*wires.data);
    m_answering->play(burst(wires, frames, format), {m_clock.supplyMillivolts(), outputOhms}, {0, outputOhms});
    const auto arrived = arriving(frames, *wires.data);
    std::copy(arrived.begin(), arrived.end(), frames.begin());
}

}  // namespace coroboard::peripherals
