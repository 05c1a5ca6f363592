// SPDX-License-Identifier: MIT
#pragma once
// Random: the only source of chance on a board, seeded by the user and the same on every machine. The generator is xoshiro256**
// (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2018), its state filled by SplitMix64 (Steele, Lea and Flood, 2014).
// A named stream depends on the board's seed and its own name only: adding a part does not change another part's noise.

#include <array>
#include <cstdint>
#include <string_view>

namespace coroboard {

class Random {
public:
    explicit Random(std::uint64_t seed);

    // The stream of that name under this seed, whatever was drawn from this one before.
    Random stream(std::string_view name) const;

    std::uint64_t next();

    // Uniform in [0, 1), in steps of 2^-53.
    double uniform();

    // Uniform in [minimum, maximum).
    double uniform(double minimum, double maximum);

    // Uniform over minimum, minimum + 1 … maximum, both included.
    std::int64_t integer(std::int64_t minimum, std::int64_t maximum);

    // Bell-shaped around 0 with standard deviation 1: the sum of twelve uniforms less six. Never outside ±6; needs no library function.
    double normal();

    std::uint64_t seed() const { return m_seed; }

private:
    std::uint64_t m_seed;
    std::array<std::uint64_t, 4> m_state;
};

// One SplitMix64 step: turns a number into a well-mixed one. Stateless noise is mixed(seed ^ instant).
std::uint64_t mixed(std::uint64_t value);

}  // namespace coroboard
