// SPDX-License-Identifier: MIT
#include "scenario/scenario_run.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "simulation/board_files.h"
#include "support/temporary_folder.h"

namespace coroboard::scenario {
namespace {

using namespace std::chrono_literals;
using simulation::Simulation;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;
using time::powerOn;

Scenario read(const std::string& steps)
{
    const auto scenario = parseScenario("name: a test\nversion: 1\nsteps:\n" + steps, "test.yaml");
    EXPECT_TRUE(scenario) << scenario.error().message;
    return scenario.value_or(Scenario{});
}

std::string complaint(const std::string& yaml)
{
    const auto scenario = parseScenario(yaml, "test.yaml");
    return scenario ? "" : scenario.error().message;
}

std::string complaintAbout(const std::string& step) { return complaint("steps:\n  - " + step + "\n"); }

TEST(Scenario, WhatIsWrongIsSaidAndWhere)
{
    EXPECT_THAT(complaint("steps: [\n"), StartsWith("test.yaml:2:"));
    EXPECT_THAT(complaint("nome: x\nsteps:\n  - delay: 1s\n"), HasSubstr("test.yaml:1:1: unknown key 'nome'; did you mean 'name'"));
    EXPECT_THAT(complaint("version: 2\nsteps:\n  - delay: 1s\n"), HasSubstr("test.yaml:1:10: version 1 is allowed"));
    EXPECT_THAT(complaint("name: x\n"), HasSubstr("steps is missing"));
    EXPECT_THAT(complaint(""), HasSubstr("test.yaml:1:1: a scenario is a mapping"));
    EXPECT_THAT(complaint("steps: []\n"), HasSubstr("a list of steps is allowed"));
    EXPECT_THAT(complaintAbout("delay"), HasSubstr("test.yaml:2:5: a step is one name with its value"));
    EXPECT_THAT(complaintAbout("delai: 1s"), HasSubstr("unknown step 'delai'; did you mean 'delay'"));
    EXPECT_THAT(complaintAbout("delay: 10"), HasSubstr("the unit is missing"));
    EXPECT_THAT(complaintAbout("set-control: {part-id: dial, value: 1}"), HasSubstr("control is missing"));
    EXPECT_THAT(complaintAbout("set-control: {part-id: dial, control: position, value: high}"), HasSubstr("a number is allowed"));
    EXPECT_THAT(complaintAbout("set-stimulus: temperature=sin:1:2:3s"), HasSubstr("sine"));
    EXPECT_THAT(complaintAbout("gesture: wave"), HasSubstr("shake"));
    EXPECT_THAT(complaintAbout("set-fault: wire-cat:x"), HasSubstr("wire-cut"));
    EXPECT_THAT(complaintAbout("write-serial: [65, 256]"), HasSubstr("a byte from 0 to 255"));
    EXPECT_THAT(complaintAbout("wait-serial: {txt: a}"), HasSubstr("text is missing"));
    EXPECT_THAT(complaintAbout("expect-pin: {pin: GP1, value: 2}"), HasSubstr("0 or 1"));
    EXPECT_THAT(complaintAbout("expect-part: {part-id: red}"), HasSubstr("nothing is expected"));
    EXPECT_THAT(complaintAbout("expect-part: {part-id: red, brightness: {min: 2, max: 1}}"), HasSubstr("min is greater"));
    EXPECT_THAT(complaintAbout("expect-part: {part-id: red, brightness: .nan}"), HasSubstr("a number is allowed"));
    EXPECT_THAT(complaintAbout("expect-part: {part-id: red, brightness: {}}"), HasSubstr("write min, max, or both"));
    EXPECT_THAT(complaintAbout("expect-pin: {pin: GP1, pin: GP2, value: 0}"), HasSubstr("pin stands here twice"));
    EXPECT_THAT(complaintAbout("wait-serial: \"\""), HasSubstr("not an empty one"));
    EXPECT_THAT(complaintAbout("set-fault: wire-cut:red.anode@2s"), HasSubstr("no time goes here"));
    EXPECT_THAT(complaintAbout("expect-program: done"), HasSubstr("unknown state 'done'"));
    EXPECT_THAT(complaintAbout("take-screenshot: {part-id: oled, save-to: a.png}"), HasSubstr(".ppm"));
    EXPECT_THAT(loadScenario("nonesuch.yaml").error().message, EndsWith("nonesuch.yaml: No such file or directory"));
}

class Running : public testing::Test {
protected:
    // Runs the steps with a program on the default board, in slices of that size.
    const ScenarioRun& run(const std::string& python, const std::string& steps, time::Duration slice = 1h)
    {
        m_scenario = read(steps);
        simulation::SimulationOptions options;
        options.console = [this](std::string_view bytes) {
            if (m_run) m_run->hear(bytes);
        };
        m_run.reset();
        m_simulation = Simulation::create(simulation::findBoard("sensor-board").value(),
                                          std::make_shared<const program::Program>(program::programFromText(python)), std::move(options)).value();
        m_run = std::make_unique<ScenarioRun>(m_scenario, *m_simulation);
        for (m_run->proceed(); !m_run->isOver(); m_run->proceed())
            m_simulation->runUntil(std::min(m_run->nextStop(), m_simulation->now() + slice));
        return *m_run;
    }
    std::string check(const std::string& steps)
    {
        auto board = Simulation::create(simulation::findBoard("sensor-board").value(), nullptr).value();
        const auto checked = checkScenario(read(steps), *board);
        return checked ? "" : checked.error().message;
    }

    Scenario m_scenario;
    std::unique_ptr<Simulation> m_simulation;
    std::unique_ptr<ScenarioRun> m_run;
};

constexpr const char* lamp = R"(
import sys, time
from machine import ADC, PWM, Pin
lamp = PWM(Pin(16), freq=1000, duty_u16=0)
while True:
    value = ADC(0).read_u16()
    lamp.duty_u16(value)
    print('dial', value * 100 // 65535)
    time.sleep_ms(20)
)";

TEST_F(Running, EveryStepIsDoneAfterTheOther)
{
    const ScenarioRun& done = run(lamp, R"(
  - wait-serial: "dial 50"
  - set-control: {part-id: dial, control: position, value: 80}
  - wait-serial: {text: "dial 79", timeout: 100ms}
  - expect-part: {part-id: red, brightness: {min: 0.7, max: 0.9}}
  - set-fault: wire-cut:red.anode
  - delay: 10ms
  - expect-part: {part-id: red, brightness: 0}
  - clear-fault: wire-cut:red.anode
  - set-stimulus: "dial.position=constant:0"
  - delay: 100ms
  - expect-serial: "dial 0"
  - expect-pin: {part-id: red, pin: cathode, value: 0}
  - expect-pin: {pin: GP16, value: false}
  - gesture: tap
  - expect-program: running
)");
    EXPECT_EQ(done.failureText(), "");
    EXPECT_EQ(done.results().size(), 15u);
}

TEST_F(Running, WhatIsTypedIsAnswered)
{
    const ScenarioRun& done = run("print('hello', input('name? '))\nraise ValueError('x')\n", R"(
  - wait-serial: "name? "
  - write-serial: "Ada"
  - write-serial: [13, 10]
  - wait-serial: "hello Ada"
  - delay: 1s
  - expect-program: exception
)");
    EXPECT_EQ(done.failureText(), "");
    EXPECT_TRUE(done.expectsEnd());
}

TEST_F(Running, AnExpectationThatIsNotMetSaysWhatThereIs)
{
    EXPECT_THAT(run(lamp, "  - delay: 100ms\n  - expect-part: {part-id: red, brightness: 0}\n").failureText(),
                testing::AllOf(StartsWith("test.yaml:5: expect-part: "), HasSubstr("brightness is 0.49"), HasSubstr("not 0"), HasSubstr("100.000 ms")));
    EXPECT_THAT(run(lamp, "  - expect-pin: {pin: GP14, value: 1}\n").failureText(), HasSubstr("it is 0"));
    EXPECT_THAT(run(lamp, "  - delay: 25ms\n  - expect-serial: nothing\n").failureText(), HasSubstr("printed was: dial 50\\n"));
    EXPECT_THAT(run(lamp, "  - expect-serial: dial\n").failureText(), HasSubstr("nothing was printed"));
    EXPECT_THAT(run(lamp, "  - wait-serial: {text: dial 99, timeout: 50ms}\n").failureText(), HasSubstr("within 50.000 ms"));
    EXPECT_THAT(run(lamp, "  - expect-program: finished\n").failureText(), HasSubstr("it is running"));
    EXPECT_THAT(run("print(1)\n", "  - wait-serial: two\n").failureText(), HasSubstr("the program has ended; printed was: 1\\n"));
}

TEST_F(Running, TextIsTakenOnceAndInOrder)
{
    EXPECT_EQ(run("print('a b a')\n", "  - wait-serial: a\n  - expect-serial: a\n").failureText(), "");
    EXPECT_NE(run("print('a b')\n", "  - wait-serial: b\n  - expect-serial: a\n").failureText(), "");
}

TEST_F(Running, NothingDependsOnTheSlices)
{
    const char* steps = "  - wait-serial: dial\n  - set-control: {part-id: dial, control: position, value: 3}\n  - wait-serial: dial 3\n  - delay: 333us\n";
    run(lamp, steps);
    const auto hash = m_simulation->traceHash();
    for (const time::Duration slice : {time::Duration(70us), time::Duration(1ms), time::Duration(7ms)}) {
        run(lamp, steps, slice);
        EXPECT_EQ(m_simulation->traceHash(), hash);
    }
}

TEST_F(Running, WhatTheBoardDoesNotHaveIsSaidBefore)
{
    EXPECT_THAT(check("  - set-control: {part-id: dail, control: position, value: 1}\n"), HasSubstr("test.yaml:4: "));
    EXPECT_THAT(check("  - set-control: {part-id: dial, control: position, value: 1000}\n"), HasSubstr("100"));
    EXPECT_THAT(check("  - expect-pin: {pin: GP99, value: 1}\n"), HasSubstr("unknown pin 'GP99'"));
    EXPECT_THAT(check("  - expect-pin: {part-id: redd, pin: GP16, value: 1}\n"), HasSubstr("unknown part 'redd'"));
    EXPECT_EQ(check("  - expect-pin: {part-id: RP2040, pin: GP16, value: 1}\n"), "");
    EXPECT_THAT(check("  - take-screenshot: {part-id: display, compare-with: nonesuch.ppm}\n"), HasSubstr("nonesuch.ppm: there is no such file"));
    EXPECT_THAT(check("  - expect-pin: {part-id: red, pin: anod, value: 1}\n"), HasSubstr("did you mean 'anode'"));
    EXPECT_THAT(check("  - expect-part: {part-id: red, brighness: 1}\n"), HasSubstr("did you mean 'brightness'"));
    EXPECT_THAT(check("  - expect-part: {part-id: rad, brightness: 1}\n  - take-screenshot: {part-id: red, save-to: a.ppm}\n"),
                testing::AllOf(HasSubstr("test.yaml:4: unknown part 'rad'"), HasSubstr("test.yaml:5: red has no pixels")));
    EXPECT_EQ(check("  - expect-pin: {pin: GP16, value: 1}\n"), "");
}

TEST_F(Running, TheReportCountsAndEscapes)
{
    const std::string report = junitReport(run(lamp, "  - delay: 30ms\n  - expect-serial: \"<&>\"\n  - delay: 1s\n"));
    EXPECT_THAT(report, HasSubstr(R"(<testsuite name="a test" tests="3" failures="1" errors="0" skipped="1" time="0.030000000">)"));
    EXPECT_THAT(report, HasSubstr(R"(name="delay: 30ms" file="test.yaml" line="4" time="0.030000000"/>)"));
    EXPECT_THAT(report, HasSubstr("&lt;&amp;&gt;"));
    EXPECT_THAT(report, HasSubstr("<skipped/>"));
}

TEST_F(Running, TheReportIsXmlWhateverIsPrinted)
{
    const std::string report = junitReport(run("print('x' + 'é' * 150)\nimport sys\nsys.stdout.buffer.write(b'\\xff')\n", "  - delay: 1s\n  - expect-serial: a\n"));
    EXPECT_THAT(report, HasSubstr("é"));
    EXPECT_THAT(report, HasSubstr("\xef\xbf\xbd")) << "what is not UTF-8 is replaced";
    EXPECT_EQ(report.find('\xff'), std::string::npos);
}

TEST_F(Running, ATracebackIsHeard)
{
    EXPECT_EQ(run("1 / 0\n", "  - wait-serial: ZeroDivisionError\n").failureText(), "");
}

TEST_F(Running, AnEndBeforeTheLastStepIsAFailure)
{
    run(lamp, "  - delay: 10ms\n");
    m_scenario = read("  - delay: 1h\n");
    ScenarioRun cut(m_scenario, *m_simulation);
    cut.proceed();
    cut.giveUp("the run was over before");
    EXPECT_TRUE(cut.hasFailed());
    EXPECT_THAT(cut.failureText(), HasSubstr("the run was over before"));
}

}  // namespace
}  // namespace coroboard::scenario
