// SPDX-License-Identifier: MIT
#pragma once
// Stimulus: how a quantity moves by itself: a shape between two values, a recording, noise. A plain value; samples() makes of it a
// generator that says which value holds from when on. Every shape begins at `from` when the stimulus begins. Samples are never closer than
// shortestSample, and a period gets at most 128 of them, so that a stimulus cannot flood the loop.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "time/generator.h"
#include "time/virtual_time.h"

namespace coroboard::environment {

enum class Shape {
    Constant,    // `to`
    Step,        // from `from` to `to` after `period`
    Ramp,        // straight from `from` to `to` in `period`, and stays there
    Sine,        // from `from` to `to` and back in `period`
    Square,      // half a `period` each
    Triangle,    // straight there and back in `period`
    Sawtooth,    // straight there in `period`, then at once back
    RandomWalk,  // from the middle, a step of a tenth of the way every `period`, turned back at `from` and `to`
    Recorded,    // `track`, straight between its points
};

// A recording: values at instants after its begin, in order of time.
struct TrackPoint {
    time::Duration when{};
    double value = 0;
    bool operator==(const TrackPoint&) const = default;
};
using Track = std::vector<TrackPoint>;

enum class Reference {
    Zero,     // values are what the quantity is
    Present,  // values are added to what it was when the stimulus began
};

struct Stimulus {
    Shape shape = Shape::Constant;
    double from = 0;
    double to = 0;
    time::Duration period{1'000'000'000};
    double noise = 0;        // standard deviation of what is added, anew every noiseStep
    time::Duration lasts{};  // then the quantity is what it was before; 0: for ever
    Reference reference = Reference::Zero;
    std::shared_ptr<const Track> track = {};  // of a recorded one
};
bool operator==(const Stimulus& left, const Stimulus& right);

inline constexpr time::Duration shortestSample{500'000};
inline constexpr time::Duration longestSample{1'000'000'000};
inline constexpr time::Duration noiseStep{20'000'000};
inline constexpr time::Duration shortestPeriod{1'000'000};

struct StimulusSample {
    time::Duration when{};  // after the begin
    double value = 0;
};

// A target on a board with the stimulus that moves it.
struct Driven {
    std::string target;  // "temperature", or PART.CONTROL
    Stimulus stimulus;
    time::VirtualTime begin{};
};

// The first sample is at 0. Ends when the value will never change again, or with `lasts`.
time::Generator<StimulusSample> samples(Stimulus stimulus, std::uint64_t seed);

// Where shape and track stand, without noise; a random walk, whose way is drawn, in the middle.
double valueAt(const Stimulus& stimulus, time::Duration sinceBegin);

std::string_view shapeName(Shape shape);  // "sine", "random-walk" …
const std::vector<Shape>& shapes();

}  // namespace coroboard::environment
