// SPDX-License-Identifier: MIT
#pragma once
// Stimuli as people write them, on the command line and in scenarios, and as they stand in the trace hash:
//
//   temperature=sine:15:30:10s           from 15 to 30 and back every 10 s
//   light=square:0:800:2s:noise=5        half a period each, with noise
//   humidity=ramp:40:90:1m               straight there, and stays
//   dial.position=step:0:100:500ms        after half a second
//   roll=sine:0:20:1s:for=3s:relative    added to where it is, for three seconds
//   pressure=random-walk:990:1020:5s     a step every 5 s
//   weight=constant:250:noise=0.5
//   distance=recorded:0=400:1.5s=350:4s=900

#include <string>
#include <string_view>

#include "base/result.h"
#include "environment/gesture.h"
#include "environment/stimulus.h"

namespace coroboard::simulation {

struct TargetedStimulus {
    std::string target;
    environment::Stimulus stimulus;
};

// "sine:15:30:10s". The Error quotes what is wrong and says what is allowed.
Result<environment::Stimulus> parseStimulus(std::string_view text);
// "temperature=sine:15:30:10s"
Result<TargetedStimulus> parseTargetedStimulus(std::string_view text);

// The exact way back.
std::string stimulusText(const environment::Stimulus& stimulus);

Result<environment::Gesture> parseGesture(std::string_view name);

}  // namespace coroboard::simulation
