// SPDX-License-Identifier: MIT
#pragma once
// I2s: one digital audio unit of the chip, which leads its bus: machine.I2S. Samples wait in a ring of fixed size, in the program's own
// format; a block of them crosses the wires every few milliseconds without anybody's help. A ring that runs dry sends silence, one that is
// full drops what comes; both are counted. Owned by whoever made it; used from the loop's thread only.
// https://docs.micropython.org/en/v1.27.0/library/machine.I2S.html

#include <cstdint>
#include <deque>
#include <functional>
#include <span>

#include "peripherals/i2s_bus.h"
#include "peripherals/pin.h"
#include "time/alarm.h"

namespace coroboard::peripherals {

enum class I2sMode : std::uint8_t { Receive, Transmit };
enum class I2sChannels : std::uint8_t { Mono, Stereo };

struct I2sSettings {
    I2sMode mode = I2sMode::Transmit;
    I2sChannels channels = I2sChannels::Mono;
    I2sFormat format;
    std::size_t buffer = 20'000;  // bytes

    std::size_t frameBytes() const { return static_cast<std::size_t>(format.bits) / 8 * (channels == I2sChannels::Stereo ? 2 : 1); }
};

class I2s {
public:
    struct Pins {
        Pin* clock = nullptr;
        Pin* select = nullptr;
        Pin* data = nullptr;
        Pin* master = nullptr;  // 256 clocks a frame; may be null
    };
    // `moved` is called through the loop after each block: room came, or samples did.
    I2s(time::Timeline& timeline, I2sBus& bus, Pins pins, I2sSettings settings, std::string_view name, std::function<void()> moved);
    ~I2s();
    I2s(const I2s&) = delete;
    I2s& operator=(const I2s&) = delete;

    const I2sSettings& settings() const { return m_settings; }

    // As many bytes as there is room for, or as there are.
    std::size_t write(std::span<const std::uint8_t> bytes);
    std::size_t read(std::span<std::uint8_t> into);
    std::size_t waiting() const { return m_ring.size(); }
    std::size_t room() const { return m_settings.buffer - m_ring.size(); }
    // Frames of silence sent in the middle of sound, frames received and dropped.
    std::uint64_t lost() const { return m_lost; }
    // When the next block begins.
    time::VirtualTime nextBlock() const { return m_begin + m_settings.format.frames(m_frames); }

private:
    void block();
    void transmit(std::size_t count);
    void receive();
    I2sFrame takeFrame();
    void putFrame(const I2sFrame& frame);
    std::int32_t takeSample();
    void putSample(std::int32_t sample);

    time::Timeline& m_timeline;
    I2sBus& m_bus;
    Pins m_pins;
    I2sBus::Wires m_wires;
    I2sSettings m_settings;
    std::function<void()> m_moved;
    std::int64_t m_blockFrames;
    std::deque<std::uint8_t> m_ring;
    std::vector<I2sFrame> m_receiving;  // the block that is on the wires
    time::VirtualTime m_begin;
    std::int64_t m_frames = 0;          // since m_begin, in whole blocks
    std::uint64_t m_lost = 0;
    bool m_sounding = false;
    time::Alarm m_next;
};

}  // namespace coroboard::peripherals
