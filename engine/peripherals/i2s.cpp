// SPDX-License-Identifier: MIT
#include "peripherals/i2s.h"

#include <algorithm>
#include <string>

namespace coroboard::peripherals {

namespace {
constexpr std::int64_t blocksASecond = 200;
constexpr int masterClocks = 256;
}  // namespace

I2s::I2s(time::Timeline& timeline, I2sBus& bus, Pins pins, I2sSettings settings, std::string_view name, std::function<void()> moved)
    : m_timeline(timeline), m_bus(bus), m_pins(pins), m_wires{&pins.select->wire(), &pins.data->wire()}, m_settings(settings),
      m_moved(std::move(moved)), m_blockFrames(std::max<std::int64_t>(1, settings.format.rate / blocksASecond)), m_begin(timeline.now()),
      m_next(timeline, [this] { block(); })
{
    const I2sFormat& format = m_settings.format;
    const double rate = format.rate;
    const auto run = [&](Pin* pin, const char* signal, double frequency) {
        if (!pin)
            return;
        pin->assign(std::string(name) + " " + signal);
        // Low first: the left half of a frame, the half of a bit before it is sampled.
        pin->play(DutySignal{frequency, 0.5, m_begin + time::Duration{static_cast<std::int64_t>(0.5e9 / frequency)}});
    };
    run(m_pins.clock, "sck", rate * format.bits * 2);
    run(m_pins.select, "ws", rate);
    run(m_pins.master, "mck", rate * masterClocks);
    m_pins.data->assign(std::string(name) + " sd");
    if (m_settings.mode == I2sMode::Transmit)
        m_pins.data->hold(false);
    m_next.setAt(m_begin);
}

I2s::~I2s()
{
    m_next.cancel();
    m_bus.release();
    for (Pin* pin : {m_pins.clock, m_pins.select, m_pins.data, m_pins.master})
        if (pin && pin->mode() == PinMode::Alternate)
            pin->configure(PinMode::In, PinPull::None);
}

std::size_t I2s::write(std::span<const std::uint8_t> bytes)
{
    const std::size_t count = std::min(bytes.size(), room());
    m_ring.insert(m_ring.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
    if (count > 0 && !m_next.isSet()) {
        // Silence needs no blocks; the clocks have gone on.
        while (nextBlock() < m_timeline.now())
            m_frames += m_blockFrames;
        m_next.setAt(nextBlock());
    }
    return count;
}

std::size_t I2s::read(std::span<std::uint8_t> into)
{
    const std::size_t count = std::min(into.size(), m_ring.size());
    std::copy_n(m_ring.begin(), count, into.begin());
    m_ring.erase(m_ring.begin(), m_ring.begin() + static_cast<std::ptrdiff_t>(count));
    return count;
}

std::int32_t I2s::takeSample()
{
    std::uint32_t sample = 0;
    for (int shift = 32 - m_settings.format.bits; shift < 32; shift += 8) {
        sample |= std::uint32_t{m_ring.front()} << shift;
        m_ring.pop_front();
    }
    return static_cast<std::int32_t>(sample);
}

void I2s::putSample(std::int32_t sample)
{
    for (int shift = 32 - m_settings.format.bits; shift < 32; shift += 8)
        m_ring.push_back(static_cast<std::uint8_t>(static_cast<std::uint32_t>(sample) >> shift));
}

I2sFrame I2s::takeFrame()
{
    const std::int32_t left = takeSample();
    return {left, m_settings.channels == I2sChannels::Stereo ? takeSample() : left};
}

void I2s::putFrame(const I2sFrame& frame)
{
    putSample(frame.left);
    if (m_settings.channels == I2sChannels::Stereo)
        putSample(frame.right);
}

void I2s::transmit(std::size_t count)
{
    std::vector<I2sFrame> frames(static_cast<std::size_t>(m_blockFrames));
    for (std::size_t i = 0; i < count; ++i)
        frames[i] = takeFrame();
    if (count > 0)
        m_lost += frames.size() - count;
    m_pins.data->play(m_bus.send(m_wires, frames, m_settings.format));
}

// What was on the wires until now; then the next block.
void I2s::receive()
{
    for (const I2sFrame& frame : m_receiving) {
        if (room() < m_settings.frameBytes())
            ++m_lost;
        else
            putFrame(frame);
    }
    m_receiving.resize(static_cast<std::size_t>(m_blockFrames));
    m_bus.listen(m_wires, m_receiving, m_settings.format);
}

void I2s::block()
{
    if (m_settings.mode == I2sMode::Receive) {
        receive();
    } else {
        const std::size_t count = std::min(m_ring.size() / m_settings.frameBytes(), static_cast<std::size_t>(m_blockFrames));
        const bool silence = count == 0 && !m_sounding;
        m_sounding = count > 0;
        if (silence)
            return;
        transmit(count);
    }
    m_frames += m_blockFrames;
    m_next.setAt(nextBlock());
    if (m_moved)
        m_moved();
}

}  // namespace coroboard::peripherals
