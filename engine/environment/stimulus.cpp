// SPDX-License-Identifier: MIT
#include "environment/stimulus.h"

#include <algorithm>

#include "base/exact_math.h"
#include "base/random.h"

namespace coroboard::environment {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr int samplesPerPeriod = 128;
constexpr int samplesBetweenPoints = 16;  // of a recording
constexpr double walkShare = 0.1;
constexpr time::Duration nothingMore{-1};

time::Duration withinSample(time::Duration interval)
{
    return std::clamp(interval, shortestSample, longestSample);
}

// How much of the period has passed, [0, 1).
double phase(const Stimulus& stimulus, time::Duration when)
{
    return static_cast<double>((when % stimulus.period).count()) / static_cast<double>(stimulus.period.count());
}

double between(double from, double to, double share)
{
    return from + (to - from) * share;
}

double recordedAt(const Track& track, time::Duration when)
{
    const auto next =
        std::upper_bound(track.begin(), track.end(), when,
                         [](time::Duration instant, const TrackPoint& point) { return instant < point.when; });
    if (next == track.begin())
        return track.front().value;
    const TrackPoint& before = *(next - 1);
    if (next == track.end())
        return before.value;
    const double share =
        static_cast<double>((when - before.when).count()) / static_cast<double>((next->when - before.when).count());
    return between(before.value, next->value, share);
}

// When the recording is next looked at: between two equal values there is nothing to see.
time::Duration nextOfTrack(const Track& track, time::Duration when)
{
    const auto next =
        std::upper_bound(track.begin(), track.end(), when,
                         [](time::Duration instant, const TrackPoint& point) { return instant < point.when; });
    if (next == track.end())
        return nothingMore;
    if (next == track.begin() || (next - 1)->value == next->value)
        return std::max(next->when, when + shortestSample);
    const auto interval = withinSample((next->when - (next - 1)->when) / samplesBetweenPoints);
    return std::max(std::min(next->when, when + interval), when + shortestSample);
}

// When the shape next takes another value than at `when`.
time::Duration nextOfShape(const Stimulus& stimulus, time::Duration when)
{
    const time::Duration period = stimulus.period;
    const time::Duration ordinary = when + withinSample(period / samplesPerPeriod);
    switch (stimulus.shape) {
    case Shape::Constant:
        return nothingMore;
    case Shape::Step:
        return when < period ? period : nothingMore;
    case Shape::Ramp:
        return when < period ? std::min(ordinary, period) : nothingMore;
    case Shape::Square:
        return (when / (period / 2) + 1) * (period / 2);
    case Shape::RandomWalk:
        return when + std::max(period, shortestSample);
    case Shape::Recorded:
        return nextOfTrack(*stimulus.track, when);
    case Shape::Sine:
    case Shape::Triangle:
    case Shape::Sawtooth:
        return std::min(ordinary, (when / period + 1) * period);
    }
    return nothingMore;
}

time::Duration nextSample(const Stimulus& stimulus, time::Duration when)
{
    const time::Duration next = nextOfShape(stimulus, when);
    if (stimulus.noise == 0)
        return next;
    const time::Duration nextNoise = (when / noiseStep + 1) * noiseStep;
    return next == nothingMore ? nextNoise : std::min(next, nextNoise);
}

// A way between two walls.
class Walk {
public:
    explicit Walk(const Stimulus& stimulus)
        : m_low(std::min(stimulus.from, stimulus.to)),
          m_high(std::max(stimulus.from, stimulus.to)),
          m_value((m_low + m_high) / 2)
    {}
    double value() const { return m_value; }
    void step(Random& random)
    {
        m_value += random.normal() * (m_high - m_low) * walkShare;
        if (m_value > m_high)
            m_value = 2 * m_high - m_value;
        if (m_value < m_low)
            m_value = 2 * m_low - m_value;
        m_value = std::clamp(m_value, m_low, m_high);
    }

private:
    double m_low;
    double m_high;
    double m_value;
};

}  // namespace

bool operator==(const Stimulus& left, const Stimulus& right)
{
    const bool sameTrack = left.track == right.track || (left.track && right.track && *left.track == *right.track);
    return left.shape == right.shape && left.from == right.from && left.to == right.to && left.period == right.period &&
           left.noise == right.noise && left.lasts == right.lasts && left.reference == right.reference && sameTrack;
}

double valueAt(const Stimulus& stimulus, time::Duration when)
{
    const double from = stimulus.from;
    const double to = stimulus.to;
    switch (stimulus.shape) {
    case Shape::Constant:
        return to;
    case Shape::Step:
        return when < stimulus.period ? from : to;
    case Shape::Ramp:
        return when < stimulus.period ? between(from, to, phase(stimulus, when)) : to;
    case Shape::Sine:
        return between(from, to, (1 - cosine(2 * pi * phase(stimulus, when))) / 2);
    case Shape::Square:
        return when / (stimulus.period / 2) % 2 == 0 ? from : to;
    case Shape::Triangle:
        return between(from, to, 1 - std::max(2 * phase(stimulus, when) - 1, 1 - 2 * phase(stimulus, when)));
    case Shape::Sawtooth:
        return between(from, to, phase(stimulus, when));
    case Shape::RandomWalk:
        return (from + to) / 2;
    case Shape::Recorded:
        return recordedAt(*stimulus.track, when);
    }
    return to;
}

time::Generator<StimulusSample> samples(Stimulus stimulus, std::uint64_t seed)
{
    Random random(seed);
    Walk walk(stimulus);
    time::Duration stepDue = stimulus.period;
    for (time::Duration when{}; when != nothingMore && (stimulus.lasts.count() == 0 || when < stimulus.lasts);) {
        const bool walks = stimulus.shape == Shape::RandomWalk;
        const double course = walks ? walk.value() : valueAt(stimulus, when);
        co_yield StimulusSample{when, stimulus.noise == 0 ? course : course + stimulus.noise * random.normal()};
        when = nextSample(stimulus, when);
        if (walks && when >= stepDue) {
            walk.step(random);
            stepDue = when + stimulus.period;
        }
    }
}

std::string_view shapeName(Shape shape)
{
    switch (shape) {
    case Shape::Constant:
        return "constant";
    case Shape::Step:
        return "step";
    case Shape::Ramp:
        return "ramp";
    case Shape::Sine:
        return "sine";
    case Shape::Square:
        return "square";
    case Shape::Triangle:
        return "triangle";
    case Shape::Sawtooth:
        return "sawtooth";
    case Shape::RandomWalk:
        return "random-walk";
    case Shape::Recorded:
        return "recorded";
    }
    return "";
}

const std::vector<Shape>& shapes()
{
    static const std::vector<Shape> all = {Shape::Constant, Shape::Step,       Shape::Ramp,
                                           Shape::Sine,     Shape::Square,     Shape::Triangle,
                                           Shape::Sawtooth, Shape::RandomWalk, Shape::Recorded};
    return all;
}

}  // namespace coroboard::environment
