// SPDX-License-Identifier: MIT
#pragma once
// SensedQuantity: one quantity of the world as one sensor feels it: it follows with a lag, may warm itself, and is off by an offset, a
// drift and noise. A pure function of time between two changes: looking changes nothing and costs no events. It freezes with its Senses.
// Owned by the part; used from the loop's thread only.
//
//   m_temperature(context.senses, quantity::temperature, {.timeConstant = 2s, .noise = 0.02});
//   const double celsius = m_temperature.at(now());

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>

#include "environment/drift.h"
#include "environment/environment.h"
#include "environment/lag.h"
#include "environment/noise.h"
#include "environment/senses.h"

namespace coroboard::environment {

struct Sensing {
    time::Duration timeConstant{};                // of the first-order lag; 0: at once
    time::Duration fallingTimeConstant{-1};       // when it differs from the rising one
    double offset = 0;                            // in the quantity's unit
    double noise = 0;                             // standard deviation
    time::Duration noiseStep{1'000'000};          // how long one value of the noise stays
    double noiseShare = 0;                        // noise as a share of the value
    double drift = 0;                             // standard deviation of the drift's corners …
    time::Duration driftStep{3'600'000'000'000};  // … this far apart
};

class SensedQuantity final : private Sense {
public:
    // `changed` is called whenever the course of at() is another one from now on.
    SensedQuantity(Senses& senses, std::string_view quantity, Sensing sensing = {}, std::function<void()> changed = {});

    // What a perfect converter behind this sensor would read.
    double at(time::VirtualTime when) const;
    // Where the sensing element really is: the lag and its own heat, without noise, drift and offset.
    double element(time::VirtualTime when) const;
    // From then on element() no longer moves noticeably.
    time::VirtualTime settled() const { return std::max(m_lag.settled(), m_warmth.settled()); }

    // The element warms itself by this much from now on, once settled (negative: it cools).
    void warm(double difference, time::Duration timeConstant);

private:
    void freezeAt(time::VirtualTime when) override;
    void thaw() override;
    void follow(double value);
    void tell() const;

    Sensing m_sensing;
    std::function<void()> m_changed;
    Noise m_noise;
    Drift m_drift;
    Lag m_lag;
    Lag m_warmth{0};
    std::optional<double> m_frozen;
    Following m_following;
};

}  // namespace coroboard::environment
