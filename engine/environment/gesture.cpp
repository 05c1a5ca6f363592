// SPDX-License-Identifier: MIT
#include "environment/gesture.h"

#include "environment/quantities.h"

namespace coroboard::environment {

namespace {

using namespace std::chrono_literals;

Stimulus added(Shape shape, double to, time::Duration period, time::Duration lasts)
{
    return {.shape = shape, .to = to, .period = period, .lasts = lasts, .reference = Reference::Present};
}

Stimulus swing(double amplitude, time::Duration period, time::Duration lasts)
{
    Stimulus stimulus = added(Shape::Triangle, amplitude, period, lasts);
    stimulus.from = -amplitude;
    return stimulus;
}

Stimulus alongTrack(Track track)
{
    Stimulus stimulus = added(Shape::Recorded, 0, 1s, track.back().when);
    stimulus.track = std::make_shared<const Track>(std::move(track));
    return stimulus;
}

}  // namespace

std::vector<std::pair<std::string_view, Stimulus>> gestureStimuli(Gesture gesture)
{
    using namespace quantity;
    switch (gesture) {
    case Gesture::Shake:
        return {{accelerationX, swing(2.5, 200ms, 1s)}, {accelerationY, swing(0.8, 250ms, 1s)}};
    case Gesture::Tilt:
        return {{pitch, added(Shape::Sine, 40, 2s, 2s)}};
    case Gesture::Tap:
        return {{accelerationZ, alongTrack({{0ms, 0}, {4ms, -3}, {8ms, 0}})}};
    case Gesture::DoubleTap:
        return {{accelerationZ, alongTrack({{0ms, 0}, {4ms, -3}, {8ms, 0}, {180ms, 0}, {184ms, -3}, {188ms, 0}})}};
    case Gesture::FreeFall:
        return {{gravity, {.to = 0, .lasts = 400ms}},
                {accelerationZ, alongTrack({{0ms, 0}, {400ms, 0}, {404ms, 8}, {412ms, 0}})}};
    case Gesture::Rotate:
        return {{rotationZ, {.to = 180, .lasts = 2s}}};
    }
    return {};
}

std::string_view gestureName(Gesture gesture)
{
    switch (gesture) {
    case Gesture::Shake:
        return "shake";
    case Gesture::Tilt:
        return "tilt";
    case Gesture::Tap:
        return "tap";
    case Gesture::DoubleTap:
        return "double-tap";
    case Gesture::FreeFall:
        return "free-fall";
    case Gesture::Rotate:
        return "rotate";
    }
    return "";
}

const std::vector<Gesture>& gestures()
{
    static const std::vector<Gesture> all = {Gesture::Shake,     Gesture::Tilt,     Gesture::Tap,
                                             Gesture::DoubleTap, Gesture::FreeFall, Gesture::Rotate};
    return all;
}

}  // namespace coroboard::environment
