// SPDX-License-Identifier: MIT
#include "base/random.h"

#include "base/ensure.h"

namespace coroboard {

namespace {

constexpr std::uint64_t goldenGamma = 0x9E3779B97F4A7C15ull;

std::uint64_t rotated(std::uint64_t value, int bits)
{
    return (value << bits) | (value >> (64 - bits));
}

// FNV-1a, 64 bit.
std::uint64_t hashed(std::string_view name)
{
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (unsigned char byte : name)
        hash = (hash ^ byte) * 0x100000001B3ull;
    return hash;
}

}  // namespace

std::uint64_t mixed(std::uint64_t value)
{
    value += goldenGamma;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
    return value ^ (value >> 31);
}

Random::Random(std::uint64_t seed) : m_seed(seed)
{
    for (std::size_t i = 0; i < m_state.size(); ++i)
        m_state[i] = mixed(seed + i * goldenGamma);
}

Random Random::stream(std::string_view name) const
{
    return Random(mixed(m_seed ^ hashed(name)));
}

std::uint64_t Random::next()
{
    const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = rotated(m_state[3], 45);
    return result;
}

double Random::uniform()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::uniform(double minimum, double maximum)
{
    return minimum + (maximum - minimum) * uniform();
}

std::int64_t Random::integer(std::int64_t minimum, std::int64_t maximum)
{
    ENSURE(minimum <= maximum, "a range of integers is not empty");
    const std::uint64_t span = static_cast<std::uint64_t>(maximum) - static_cast<std::uint64_t>(minimum) + 1;
    if (span == 0)
        return static_cast<std::int64_t>(next());
    const std::uint64_t limit = ~std::uint64_t{0} - (~std::uint64_t{0} % span + 1) % span;
    std::uint64_t drawn = next();
    while (drawn > limit)
        drawn = next();
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(minimum) + drawn % span);
}

double Random::normal()
{
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += uniform();
    return sum - 6;
}

}  // namespace coroboard
