// SPDX-License-Identifier: MIT
#pragma once
// NeoPixel (Worldsemi WS2812B data sheet, "Data transfer time"): each bit is a high pulse, 0.4 µs for 0 and 0.8 µs for 1; a pixel is 24 bits,
// 32 with white, in the order green, red, blue (white) or red, green, blue; a low of 50 µs latches, and the next pixel is the first again.

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

enum class ColourOrder { Grb, Rgb };

struct PixelSettings {
    int bits = 24;                           // or 32
    ColourOrder order = ColourOrder::Grb;
};

class PixelDecoder final : public Decoder {
public:
    explicit PixelDecoder(PixelSettings settings) : m_settings(settings) {}

    void begin(time::VirtualTime, Levels levels) override { m_level = high(levels, 0); }
    void edge(time::VirtualTime when, int line, Levels levels) override;
    void pass(time::VirtualTime now) override;

private:
    void bit(bool value, time::VirtualTime when);
    std::uint64_t colour() const;

    PixelSettings m_settings;
    bool m_level = false;
    bool m_sending = false;                  // bits came since the last latch
    time::VirtualTime m_rose{};
    time::VirtualTime m_fell{};
    time::VirtualTime m_from{};
    int m_bits = 0;
    std::uint64_t m_word = 0;
    std::uint64_t m_index = 0;
};

}  // namespace coroboard::trace::decode
