// SPDX-License-Identifier: MIT
#pragma once
// 1-Wire at standard speed (Maxim application note 126): reset and presence, bytes least bit first, the ROM commands by name, the result of a
// ROM search. A bit is 1 when the line is high again 15 µs after it fell, whoever held it. Overdrive speed is not decoded.

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

class OneWireDecoder final : public Decoder {
public:
    void begin(time::VirtualTime when, Levels levels) override;
    void edge(time::VirtualTime when, int line, Levels levels) override;

private:
    // What the next byte is.
    enum class Expects { Nothing, RomCommand, RomCode, FunctionCommand, Data, Search };
    void lowEnded(time::VirtualTime when);
    void bit(bool value, time::VirtualTime end);
    void searchBit(bool value, time::VirtualTime end);
    void byte(time::VirtualTime end);

    bool m_level = true;
    time::VirtualTime m_fell{};
    bool m_afterReset = false;
    Expects m_expects = Expects::Nothing;
    int m_bits = 0;
    int m_bytes = 0;                         // of a ROM code
    std::uint64_t m_value = 0;
    time::VirtualTime m_from{};
};

}  // namespace coroboard::trace::decode
