// SPDX-License-Identifier: MIT
#include "environment/noise.h"

#include "base/random.h"

namespace coroboard::environment {

double Noise::at(time::VirtualTime when) const
{
    // The sum of twelve uniforms of 16 bits, four from each of three words: variance 1, mean 6.
    const auto step = static_cast<std::uint64_t>(when.time_since_epoch() / m_step);
    std::uint64_t word = mixed(m_seed ^ step);
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
        for (int shift = 0; shift < 64; shift += 16)
            sum += static_cast<double>((word >> shift) & 0xFFFF) + 0.5;
        word = mixed(word);
    }
    return sum / 65536 - 6;
}

}  // namespace coroboard::environment
