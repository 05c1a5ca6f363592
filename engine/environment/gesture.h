// SPDX-License-Identifier: MIT
#pragma once
// Gestures: what a hand does with the board, as stimuli of the pose's quantities. Each begins and ends where the board is; only the turn
// leaves it turned once around.

#include <string_view>
#include <utility>
#include <vector>

#include "environment/stimulus.h"

namespace coroboard::environment {

enum class Gesture {
    Shake,      // to and fro, five times a second for a second, up to 2.5 g
    Tilt,       // right side down by 40° and up again, in two seconds
    Tap,        // one knock from above, 3 g for 8 ms
    DoubleTap,  // two of them, 180 ms apart
    FreeFall,   // falls for 0.4 s (0.8 m) and lands with 8 g
    Rotate,     // once around on the table, in two seconds
};

// By quantity.
std::vector<std::pair<std::string_view, Stimulus>> gestureStimuli(Gesture gesture);

std::string_view gestureName(Gesture gesture);  // "free-fall"
const std::vector<Gesture>& gestures();

}  // namespace coroboard::environment
