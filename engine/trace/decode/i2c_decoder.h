// SPDX-License-Identifier: MIT
#pragma once
// I2C (NXP UM10204, sections 3.1.4 to 3.1.6): start, address with direction, bytes, acknowledge bits, stop. Ten-bit addresses are shown as
// the two bytes they are.

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

class I2cDecoder final : public Decoder {
public:
    static constexpr int scl = 0;
    static constexpr int sda = 1;

    void begin(time::VirtualTime, Levels levels) override { m_levels = levels; }
    void edge(time::VirtualTime when, int line, Levels levels) override;

private:
    void condition(time::VirtualTime when, bool stop);
    void bitEnds(time::VirtualTime when);

    Levels m_levels = 0;
    bool m_talking = false;                  // between start and stop
    bool m_startOpen = false;                // a start whose clock has not fallen yet
    bool m_address = false;                  // the next byte is an address
    int m_bits = 0;
    std::uint64_t m_byte = 0;
    time::VirtualTime m_rise{};              // of the clock, for the bit under way
    bool m_bitOpen = false;
    bool m_bit = false;
    time::VirtualTime m_byteFrom{};
    Annotation m_start;
};

}  // namespace coroboard::trace::decode
