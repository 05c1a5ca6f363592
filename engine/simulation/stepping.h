// SPDX-License-Identifier: MIT
#pragma once
// Stepping: advances a paused simulation by one step (command.h says what the steps are). Runner's thread. A step ends when it is done,
// when the program ends or stops at a breakpoint, when nothing more can happen, or when `giveUp` says so (a program that computes for long).

#include <functional>

#include "simulation/command.h"
#include "simulation/simulation.h"

namespace coroboard::simulation {

void step(Simulation& simulation, StepTo to, const std::function<bool()>& giveUp);

}  // namespace coroboard::simulation
