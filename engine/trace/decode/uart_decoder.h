// SPDX-License-Identifier: MIT
#pragma once
// UART: asynchronous characters: a low start bit, data bits least first, a parity bit or none, a high stop bit, read in the middle of each bit.
// A rate of 0 is found out: the shortest pulse among the first edges is one bit, and the nearest usual rate is taken.

#include <optional>

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

enum class Parity { None, Even, Odd };

struct UartSettings {
    int rate = 0;                            // bits a second
    int bits = 8;                            // 5 to 9
    Parity parity = Parity::None;
    bool inverted = false;                   // idles low
};

class UartDecoder final : public Decoder {
public:
    explicit UartDecoder(UartSettings settings) : m_settings(settings) {}

    void begin(time::VirtualTime when, Levels levels) override;
    void edge(time::VirtualTime when, int line, Levels levels) override;
    void pass(time::VirtualTime now) override;

    // 0 while it is not known yet.
    int rate() const { return m_settings.rate; }

private:
    struct Change {
        time::VirtualTime when{};
        bool level = false;
    };
    void changed(Change change);
    void guess();
    void sampleUntil(time::VirtualTime when);
    void sample(bool bit);
    void endCharacter(bool stop);
    time::VirtualTime middle(int bit) const;
    int samples() const { return 1 + m_settings.bits + (m_settings.parity != Parity::None ? 1 : 0) + 1; }

    UartSettings m_settings;
    std::vector<Change> m_waiting;           // for the rate to be known
    bool m_level = true;
    std::optional<time::VirtualTime> m_start;   // of the character under way
    int m_sampled = 0;
    std::uint64_t m_word = 0;
    bool m_parityBit = false;
};

}  // namespace coroboard::trace::decode
