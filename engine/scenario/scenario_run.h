// SPDX-License-Identifier: MIT
#pragma once
// ScenarioRun: does the steps of a scenario with a simulation, in virtual time, and keeps what came of each. It drives nothing: whoever runs
// the simulation hands it the console's bytes, never runs beyond nextStop(), and calls proceed() there.
//
//   ScenarioRun scenario(steps, *simulation);
//   for (scenario.proceed(); !scenario.isOver(); scenario.proceed()) simulation->runUntil(scenario.nextStop());

#include <string>
#include <string_view>
#include <vector>

#include "scenario/scenario.h"

namespace coroboard::scenario {

struct StepResult {
    time::VirtualTime began{};
    time::VirtualTime ended{};
    std::string failure;                         // empty: passed
};

class ScenarioRun {
public:
    // Both outlive this object. checkScenario() had nothing to say.
    ScenarioRun(const Scenario& scenario, simulation::Simulation& simulation);

    void hear(std::string_view console);
    time::VirtualTime nextStop() const;
    // Does what is due now.
    void proceed();
    // The run ends here whatever is left: the step under way fails.
    void giveUp(const std::string& why);

    bool isOver() const { return m_failed || m_results.size() == m_scenario.steps.size(); }
    bool hasFailed() const { return m_failed; }
    // It says how the program is to end, so that no end is a surprise.
    bool expectsEnd() const;
    // "FILE:LINE: WORDS: what was expected and what there is"
    std::string failureText() const;
    const Scenario& scenario() const { return m_scenario; }
    // Of the steps that were begun and are over, in order.
    const std::vector<StepResult>& results() const { return m_results; }

private:
    struct Verdict;
    Verdict perform(const Delay& step);
    Verdict perform(const Act& step);
    Verdict perform(const WaitSerial& step);
    Verdict perform(const ExpectSerial& step);
    Verdict perform(const ExpectPin& step);
    Verdict perform(const ExpectPart& step);
    Verdict perform(const ExpectProgram& step);
    Verdict perform(const TakeScreenshot& step);
    bool take(const std::string& text);
    std::string heardLately() const;

    const Scenario& m_scenario;
    simulation::Simulation& m_simulation;
    std::string m_heard;                         // since the last serial step
    time::VirtualTime m_began{};                 // the step under way
    std::vector<StepResult> m_results;
    bool m_failed = false;
    bool m_tracebackHeard = false;
};

// What came of it as a JUnit report: the scenario is a test suite, each step a test case, times are virtual seconds.
std::string junitReport(const ScenarioRun& run);

}  // namespace coroboard::scenario
