// SPDX-License-Identifier: MIT
#pragma once
// SPI (Motorola SPI Block Guide V03.06, section 4.3: clock phase and polarity): words of the two data lines, each in a row of its own, read at
// the clock's edges while the chip is selected (always, when there is no select line).

#include <array>

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

enum class BitOrder { MostFirst, LeastFirst };

struct SpiSettings {
    int mode = 0;                            // polarity in bit 1, phase in bit 0
    int bits = 8;                            // a word, 1 to 32
    BitOrder order = BitOrder::MostFirst;
    bool hasMosi = true;
    bool hasMiso = true;
    bool hasSelect = true;                   // selected while low
};

class SpiDecoder final : public Decoder {
public:
    static constexpr int clock = 0;
    static constexpr int mosi = 1;
    static constexpr int miso = 2;
    static constexpr int select = 3;

    explicit SpiDecoder(SpiSettings settings) : m_settings(settings) {}

    void edge(time::VirtualTime when, int line, Levels levels) override;

private:
    void sample(time::VirtualTime when, Levels levels);
    void endWord();
    void cutShort(time::VirtualTime when);

    SpiSettings m_settings;
    int m_bits = 0;
    std::array<std::uint64_t, 2> m_words{};
    time::VirtualTime m_first{};             // sample of the word
    time::VirtualTime m_last{};
};

}  // namespace coroboard::trace::decode
