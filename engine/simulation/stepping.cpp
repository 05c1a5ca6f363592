// SPDX-License-Identifier: MIT
#include "simulation/stepping.h"

#include <chrono>

namespace coroboard::simulation {

namespace {

using namespace std::chrono_literals;

constexpr time::Duration longestEvent = 1ms;             // of a program that computes after the event
constexpr time::Duration grain = 20us;

void runDue(Simulation& simulation)
{
    if (const time::VirtualTime due = simulation.nextDue(); due != time::never) simulation.runUntil(due + 1ns, AtProgramEnd::Return);
}

void stepEvent(Simulation& simulation, const std::function<bool()>& giveUp)
{
    runDue(simulation);
    const time::VirtualTime began = simulation.now();
    while (simulation.programState() == ProgramState::Running && !simulation.isStopped() && simulation.now() - began < longestEvent &&
           !giveUp())
        simulation.runUntil(simulation.now() + grain, AtProgramEnd::Return);
}

// How often the program's own coroutines have been resumed.
std::uint64_t resumes(Simulation& simulation)
{
    std::uint64_t sum = 0;
    for (const time::TaskInfo& task : simulation.loop().inspect())
        if (task.kind == time::TaskKind::pythonTask || task.kind == time::TaskKind::task) sum += task.resumed;
    return sum;
}

void stepResume(Simulation& simulation, const std::function<bool()>& giveUp)
{
    const std::uint64_t before = resumes(simulation);
    do {
        if (simulation.programEnded() || simulation.isStopped() || simulation.nextDue() == time::never) return;
        runDue(simulation);
    } while (resumes(simulation) <= before && !giveUp());
}

}  // namespace

void step(Simulation& simulation, StepTo to, const std::function<bool()>& giveUp)
{
    switch (to) {
    case StepTo::NextEvent: return stepEvent(simulation, giveUp);
    case StepTo::NextResume: return stepResume(simulation, giveUp);
    case StepTo::Millisecond: return simulation.runUntil(simulation.now() + 1ms, AtProgramEnd::Return);
    }
}

}  // namespace coroboard::simulation
