// SPDX-License-Identifier: MIT
#pragma once
// Interference: what a fault does to the bytes that travel on a wire: a line that is stuck carries nothing but its level, a noisy one flips a
// bit now and then. Buses ask their data wires; with no interference a byte arrives as it was sent. Owned by the Board's Faults.

#include <cstdint>

#include "base/random.h"

namespace coroboard::peripherals {

class Interference {
public:
    virtual ~Interference() = default;
    // What arrives of a byte.
    virtual std::uint8_t carried(std::uint8_t byte) = 0;
    virtual bool carried(bool bit) { return carried(static_cast<std::uint8_t>(bit ? 0xff : 0)) & 1; }
    // It carries one level only, whatever is sent.
    virtual bool isStuck() const { return false; }
};

class StuckLine final : public Interference {
public:
    explicit StuckLine(bool level) : m_level(level) {}
    std::uint8_t carried(std::uint8_t) override { return m_level ? 0xff : 0; }
    bool isStuck() const override { return true; }

private:
    bool m_level;
};

// Each bit flips with a chance of one in `oneIn`.
class BitNoise final : public Interference {
public:
    BitNoise(Random random, double oneIn) : m_random(random), m_chance(1 / oneIn) {}
    std::uint8_t carried(std::uint8_t byte) override
    {
        for (int bit = 0; bit < 8; ++bit)
            if (m_random.uniform() < m_chance)
                byte = static_cast<std::uint8_t>(byte ^ 1 << bit);
        return byte;
    }

private:
    Random m_random;
    double m_chance;
};

}  // namespace coroboard::peripherals
