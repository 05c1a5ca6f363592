// SPDX-License-Identifier: MIT
// coroboard-cli run with MicroPython programs: bytes, exit codes, signals, and the same trace for every slice.
#include <csignal>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/cli/command_line_process.h"
#include "engine/cli/serial_tool.h"

namespace coroboard::cli {
namespace {

using test::CommandLine;
using test::Outcome;
using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

constexpr const char* blink = R"(
import time
from machine import Pin
led = Pin(16, Pin.OUT)
while True:
    led.toggle()
    time.sleep_ms(500)
)";

constexpr const char* tasks = R"(
import asyncio
from machine import Pin, ADC

async def blink(pin, period):
    led = Pin(pin, Pin.OUT)
    while True:
        led.toggle()
        await asyncio.sleep_ms(period)

async def read():
    dial = ADC(26)
    for n in range(40):
        print(n, dial.read_u16())
        await asyncio.sleep_ms(37)

async def main():
    asyncio.create_task(blink(16, 11))
    asyncio.create_task(blink(17, 13))
    await read()

asyncio.run(main())
)";

class CliRun : public testing::Test {
protected:
    Outcome run(const std::string& program, std::vector<std::string> options = {}, const std::string& input = "")
    {
        std::vector<std::string> words{"run", cli.file("main.py", program)};
        words.insert(words.end(), options.begin(), options.end());
        return cli.run(words, input);
    }
    CommandLine cli{COROBOARD_CLI};
};

TEST_F(CliRun, theConsoleGoesToStdoutByteForByteAndNothingElse)
{
    const auto outcome = run("import sys\nsys.stdout.write('no end of line')\nprint('\\u00b5\\x1b[1m')\n", {"--tasks", "--hash"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "no end of line\u00b5\x1b[1m\n");
    EXPECT_THAT(outcome.errors, MatchesRegex("(.|\n)*trace-hash: [0-9a-f]{16}\n"));
}

TEST_F(CliRun, anUncaughtExceptionPutsTheTracebackOnStderr)
{
    const auto outcome = run("print('before')\ndef f():\n    return 1 / 0\nf()\n");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.output, "before\n");
    EXPECT_THAT(outcome.errors, HasSubstr("Traceback (most recent call last):\n"));
    EXPECT_THAT(outcome.errors, HasSubstr("main.py\", line 3, in f\n"));
    EXPECT_THAT(outcome.errors, EndsWith("ZeroDivisionError: divide by zero\n"));
}

TEST_F(CliRun, aSyntaxErrorIsAnUncaughtException)
{
    const auto outcome = run("print('before')\nx = = 1\n");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("line 2"));
    EXPECT_THAT(outcome.errors, HasSubstr("SyntaxError"));
}

TEST_F(CliRun, awaitOutsideACoroutineIsASyntaxErrorBeforeAnythingRuns)
{
    const auto outcome = run("print('before')\ndef f():\n    await g()\n");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("line 3"));
    EXPECT_THAT(outcome.errors, HasSubstr("SyntaxError"));
}

TEST_F(CliRun, systemExitIsAnOrdinaryEnd)
{
    const auto outcome = run("import sys\nprint('bye')\nsys.exit()\n");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "bye\n");
    EXPECT_EQ(outcome.errors, "");
}

TEST_F(CliRun, endsAfterTheVirtualTimeAsked)
{
    const auto outcome = run("import time\nfor n in range(100):\n    print(n)\n    time.sleep(1)\n", {"--for", "2500ms"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "0\n1\n2\n");
    EXPECT_EQ(outcome.errors, "");
}

TEST_F(CliRun, aBusyLoopEndsToo)
{
    const auto outcome = run("n = 0\nwhile True:\n    n += 1\n", {"--for", "200ms"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
}

TEST_F(CliRun, aProjectFolderRuns)
{
    cli.file("project/boot.py", "print('boot')\n");
    cli.file("project/main.py", "import helper\nprint(helper.answer)\n");
    cli.file("project/lib/helper.py", "answer = 42\n");
    const auto outcome = cli.run({"run", cli.path("project")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "boot\n42\n");
}

TEST_F(CliRun, controlsAreSetAtTheirVirtualTime)
{
    const auto outcome = run("import time\nfrom machine import ADC\nd = ADC(26)\n"
                             "for n in range(3):\n    print(round(d.read_u16() * 10 / 65535))\n    time.sleep(1)\n",
                             {"--set", "dial.position=10", "--set", "dial.position=90@1500ms"});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "1\n1\n9\n");
}

TEST_F(CliRun, quantitiesMoveByThemselves)
{
    const auto outcome = run(R"(
import time
from machine import ADC
for _ in range(3):
    print(ADC(26).read_u16() // 6553)
    time.sleep(1)
)",
                             {"--stimulus", "dial.position=step:25:85:1500ms"});
    EXPECT_EQ(outcome.output, "2\n2\n8\n");
    EXPECT_EQ(outcome.exitCode, 0);
}

TEST_F(CliRun, aRecordedWorldIsPlayed)
{
    const std::string world = cli.file("world.csv", "time,dial.position,temperature\n0,25,20\n1,85,30\n");
    const auto outcome = run("import time\nfrom machine import ADC\ntime.sleep(2)\nprint(ADC(26).read_u16() // 6553)\n",
                             {"--stimulus", world});
    EXPECT_EQ(outcome.output, "8\n");
}

TEST_F(CliRun, somethingBreaksAtItsTime)
{
    const auto outcome = run(R"(
import time
from machine import ADC
for _ in range(2):
    print(ADC(26).read_u16() > 1000)
    time.sleep(1)
)",
                             {"--fault", "wire-cut:dial.wiper@500ms"});
    EXPECT_EQ(outcome.output, "True\nFalse\n");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_THAT(run("print(1)", {"--fault", "part-absent:dail"}).errors, HasSubstr("did you mean \"dial\""));
}

TEST_F(CliRun, aBadStimulusIsBadInput)
{
    EXPECT_THAT(run("print(1)", {"--stimulus", "temperature=sine:15:30"}).errors, HasSubstr("write sine:FROM:TO:PERIOD"));
    EXPECT_THAT(run("print(1)", {"--stimulus", "weight=constant:5"}).errors, HasSubstr("no part of this board senses \"weight\""));
    EXPECT_THAT(run("print(1)", {"--gesture", "shake@1s", "--board", "raspberry-pi-pico"}).errors, HasSubstr("no part of this board senses motion"));
    const std::string world = cli.file("world.csv", "time,dial.position\n0,x\n");
    const auto outcome = run("print(1)", {"--stimulus", world});
    EXPECT_THAT(outcome.errors, HasSubstr("world.csv:2:3: \"x\" is not a number"));
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
}

TEST_F(CliRun, typedTextReachesInput)
{
    const auto outcome = run("name = input('name? ')\nprint('hello,', name)\n", {"--stdin"}, "Alice\n");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_THAT(outcome.output, HasSubstr("name? "));
    EXPECT_THAT(outcome.output, EndsWith("hello, Alice\n"));
}

TEST_F(CliRun, theReplFollowsTheProgramWhenAsked)
{
    const auto outcome = cli.run({"run", "--repl", cli.file("main.py", "x = 20\n")}, "x + 1\r1/0\r");
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.output, HasSubstr("Type \"help()\" for more information.\r\n>>> x + 1\r\n21\r\n>>> 1/0\r\nTraceback"));
    EXPECT_THAT(outcome.output, EndsWith("ZeroDivisionError: divide by zero\r\n>>> "));
    EXPECT_EQ(outcome.errors, "");
}

TEST_F(CliRun, theReplRunsTheProgramAgainAfterASoftReset)
{
    const auto outcome = cli.run({"run", "--repl", cli.file("main.py", "print('main')\nlate\n")}, "\x04");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.output, HasSubstr("MPY: soft reboot\r\nmain\r\nTraceback"));
    EXPECT_THAT(outcome.output, EndsWith(">>> "));
}

// The exchange of mpremote and pyboard.py: interrupt, raw REPL, soft reset, raw paste with its windows.
TEST_F(CliRun, aToolOnThePseudoTerminalUsesRawPaste)
{
    auto started = cli.start({"run", "--serial", "pty", cli.file("main.py", "print('main')\n")});
    ASSERT_TRUE(started.waitFor("; Ctrl-C ends"));
    const std::string said = started.errors();
    const auto begin = said.find("/dev/");
    test::SerialTool tool(test::openTerminal(said.substr(begin, said.find(';') - begin)));
    tool.send("\r\x03\x03\r\x01");
    ASSERT_TRUE(tool.expect("raw REPL; CTRL-B to exit\r\n>"));
    tool.send("\x04");
    ASSERT_TRUE(tool.expect("OK\r\nMPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>"));
    EXPECT_EQ(tool.pasteAndRun("print(len('" + std::string(9000, 'x') + "'))"), "9000\r\n\x04\x04>");
    EXPECT_EQ(tool.pasteAndRun("import asyncio\nasync def f():\n    await asyncio.sleep_ms(5)\n    print('slept')\nasyncio.run(f())"),
              "slept\r\n\x04\x04>");
    started.signal(SIGINT);
    EXPECT_EQ(started.finish().exitCode, 130);
}

TEST_F(CliRun, aToolReachesTheBoardOverTcpAgainAndAgain)
{
    auto started = cli.start({"run", "--serial", "tcp:0", cli.file("main.py", "n = 6\n")});
    ASSERT_TRUE(started.waitFor("; Ctrl-C ends"));
    const std::string said = started.errors();
    const auto number = std::stoi(said.substr(said.find("127.0.0.1:") + 10));
    for (const char* answer : {"7", "8"}) {
        test::SerialTool tool(test::connectTo(number));
        tool.send("n += 1\rn\r");
        EXPECT_TRUE(tool.expect(std::string("n\r\n") + answer + "\r\n>>> ")) << tool.received();
    }
    started.signal(SIGINT);
    EXPECT_EQ(started.finish().exitCode, 130);
}

TEST_F(CliRun, theTraceDoesNotDependOnTheSlices)
{
    std::vector<std::string> options{"--for", "1s", "--hash", "--set", "dial.position=70@333ms"};
    const auto whole = run(tasks, options);
    EXPECT_THAT(whole.errors, HasSubstr("trace-hash: "));
    options.insert(options.end(), {"--slice", ""});
    for (const char* slice : {"1ms", "7ms", "20ms", "333us"}) {
        options.back() = slice;
        const auto sliced = run(tasks, options);
        EXPECT_EQ(sliced.errors, whole.errors) << slice;
        EXPECT_EQ(sliced.output, whole.output) << slice;
    }
}

TEST_F(CliRun, anotherSeedIsAnotherTrace)
{
    const auto one = run(tasks, {"--for", "1s", "--hash"});
    const auto same = run(tasks, {"--for", "1s", "--hash", "--seed", "1"});
    const auto other = run(tasks, {"--for", "1s", "--hash", "--seed", "2"});
    EXPECT_EQ(one.errors, same.errors);
    EXPECT_NE(one.errors, other.errors);
}

TEST_F(CliRun, tasksAreShownAtTheEnd)
{
    const auto outcome = run(tasks, {"--for", "100ms", "--tasks"});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_THAT(outcome.errors, HasSubstr("tasks at 100.000 ms"));
    EXPECT_THAT(outcome.errors, HasSubstr("blink"));
    EXPECT_THAT(outcome.errors, HasSubstr("sleep until"));
}

TEST_F(CliRun, signalsGoToTheVcdFile)
{
    const auto outcome = run(blink, {"--for", "1200ms", "--vcd", cli.path("out.vcd")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    const std::string vcd = cli.read("out.vcd");
    EXPECT_THAT(vcd, HasSubstr("$timescale 1 ns $end"));
    EXPECT_THAT(vcd, HasSubstr(" GP16 $end"));
    EXPECT_THAT(vcd, HasSubstr("#1200000000"));
}

TEST_F(CliRun, signalsGoToTheCsvFileWithUnits)
{
    const auto outcome = run("from machine import ADC, Pin, PWM\nprint(ADC(26).read_u16() > 0)\nPWM(Pin(18), freq=1000, duty_u16=32768)\n",
                             {"--csv", cli.path("out.csv")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    const std::string csv = cli.read("out.csv");
    EXPECT_THAT(csv, HasSubstr("GP26_voltage [mV]"));
    EXPECT_THAT(csv, HasSubstr("GP18_pwm duty [1]"));
    EXPECT_THAT(csv, HasSubstr("1000"));
}

TEST_F(CliRun, tasksGoToTheTraceFile)
{
    const auto outcome = run(tasks, {"--for", "100ms", "--trace", cli.path("out.json")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    const std::string trace = cli.read("out.json");
    EXPECT_THAT(trace, HasSubstr("\"thread_name\""));
    EXPECT_THAT(trace, HasSubstr("\"ph\":\"X\""));
    EXPECT_THAT(trace, HasSubstr("\"then waits for\":\"sleep"));
    EXPECT_THAT(trace, EndsWith("]\n"));
}

TEST_F(CliRun, whatADisplayShowsGoesToAPicture)
{
    cli.file("t.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    cli.file("board.json", R"({"title": "t", "picture": {"file": "t.svg", "width": 10, "height": 10},
"chip": {"name": "RP2040", "platform": "rp2", "clockHz": 125000000, "nanosecondsPerBytecode": 500}, "pins": [{"name": "GP0", "number": 0}],
"parts": [{"id": "strip", "model": "neopixel", "wires": {"din": "GP0"}, "parameters": {"columns": 2}}, {"id": "arm", "model": "servo", "wires": {"signal": "GP0"}}]})");
    const std::string program = "from machine import Pin\nfrom neopixel import NeoPixel\nimport time\np = NeoPixel(Pin(0), 2)\n"
                                "p[1] = (65, 66, 67)\np.write()\ntime.sleep_ms(1)\n";
    const auto outcome = run(program, {"--board", cli.path("board.json"), "--picture", "strip=" + cli.path("strip.ppm")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_EQ(cli.read("strip.ppm"), std::string("P6\n2 1\n255\n\0\0\0ABC", 17));
    for (const auto& [wrong, says] : {std::pair{"strip", "write PART=FILE.ppm"}, {"stripe=a.ppm", "unknown part 'stripe'"}, {"arm=a.ppm", "a servo has no pixels"}}) {
        const auto refused = run("print('ran')\n", {"--board", cli.path("board.json"), "--picture", wrong});
        EXPECT_EQ(refused.exitCode, 2);
        EXPECT_EQ(refused.output, "");
        EXPECT_THAT(refused.errors, HasSubstr(says));
    }
}

TEST_F(CliRun, aFileThatCannotBeWrittenIsBadInputAndNothingRuns)
{
    const auto outcome = run("print('ran')\n", {"--vcd", cli.path("no/such/folder/out.vcd")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("out.vcd: cannot be written"));
}

TEST_F(CliRun, badSettingsLeaveNoFilesBehind)
{
    const auto outcome = run("print('ran')\n", {"--set", "dial.position=101", "--vcd", cli.path("out.vcd")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("--set dial.position:"));
    EXPECT_EQ(cli.read("out.vcd"), "");
}

TEST_F(CliRun, aProgramThatCanNeverGoOnIsSaidSo)
{
    auto started = cli.start({"run", cli.file("main.py", "input('? ')\n")});
    ASSERT_TRUE(started.waitFor("waits for something that cannot come"));
    started.signal(SIGINT);
    EXPECT_EQ(started.finish().exitCode, 130);
}

TEST_F(CliRun, ctrlCRaisesKeyboardInterruptInTheProgram)
{
    auto started = cli.start({"run", cli.file("main.py", "print('ready')\nwhile True:\n    pass\n")});
    ASSERT_TRUE(started.waitFor("ready"));
    started.signal(SIGINT);
    const auto outcome = started.finish();
    EXPECT_EQ(outcome.exitCode, 130);
    EXPECT_THAT(outcome.errors, HasSubstr("KeyboardInterrupt"));
}

TEST_F(CliRun, aSecondCtrlCEndsWhatIgnoresTheFirst)
{
    auto started = cli.start({"run", cli.file("main.py", "import time\nprint('ready')\nwhile True:\n    try:\n        time.sleep_ms(1)\n"
                                                         "    except KeyboardInterrupt:\n        print('no')\n")});
    ASSERT_TRUE(started.waitFor("ready"));
    started.signal(SIGINT);
    ASSERT_TRUE(started.waitFor("no\n"));
    started.signal(SIGINT);
    EXPECT_EQ(started.finish().exitCode, 130);
}

TEST_F(CliRun, aSignalPrintsTheTasksOfARunningProgram)
{
    auto started = cli.start({"run", cli.file("main.py", std::string("print('ready')\n") + blink)});
    ASSERT_TRUE(started.waitFor("ready"));
    started.signal(SIGUSR1);
    EXPECT_TRUE(started.waitFor("tasks at"));
    started.signal(SIGINT);
    EXPECT_EQ(started.finish().exitCode, 130);
}

TEST_F(CliRun, aRecordedRunIsReplayedAndVerified)
{
    const std::string recording = cli.path("run.coro");
    const auto once = run(tasks, {"--seed", "9", "--set", "dial.position=90@333ms", "--record", recording, "--hash"});
    EXPECT_EQ(once.exitCode, 0) << once.errors;
    const auto again = cli.run({"replay", recording, "--verify", "--hash"});
    EXPECT_EQ(again.exitCode, 0) << again.errors;
    EXPECT_EQ(again.output, once.output);
    EXPECT_EQ(again.errors, once.errors);
    const auto part = cli.run({"replay", recording, "--until", "100ms"});
    EXPECT_EQ(part.exitCode, 0);
    EXPECT_EQ(once.output.rfind(part.output, 0), 0u);
    EXPECT_LT(part.output.size(), once.output.size());
}

TEST_F(CliRun, aReplayEndsAsTheRunDid)
{
    const std::string recording = cli.path("run.coro");
    EXPECT_EQ(run("print(1)\nraise ValueError\n", {"--record", recording}).exitCode, 1);
    const auto again = cli.run({"replay", recording});
    EXPECT_EQ(again.exitCode, 1);
    EXPECT_THAT(again.errors, HasSubstr("ValueError"));
    EXPECT_EQ(cli.run({"replay", recording, "--verify"}).exitCode, 0) << "it did what was recorded";
}

TEST_F(CliRun, aReplayThatDiffersIsSaid)
{
    const std::string recording = cli.path("run.coro");
    EXPECT_EQ(run(tasks, {"--for", "500ms", "--set", "dial.position=90@333ms", "--record", recording}).exitCode, 0);
    std::string text = cli.read("run.coro");
    const std::size_t at = text.find("\"to\": 90");
    ASSERT_NE(at, std::string::npos);
    cli.file("run.coro", text.replace(at, 8, "\"to\": 10"));
    const auto again = cli.run({"replay", recording, "--verify"});
    EXPECT_EQ(again.exitCode, 3);
    EXPECT_THAT(again.errors, HasSubstr("not what was recorded"));
}

TEST_F(CliRun, aRecordingThatCannotBeReadOrWrittenIsBadInput)
{
    const auto nowhere = run("print(1)\n", {"--record", "/nonesuch/run.coro"});
    EXPECT_EQ(nowhere.exitCode, 2);
    EXPECT_EQ(nowhere.output, "") << "nothing was run";
    const auto none = cli.run({"replay", cli.path("none.coro")});
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_THAT(none.errors, HasSubstr("none.coro: No such file"));
    EXPECT_EQ(cli.run({"replay", cli.path("none.coro"), "--verify", "--until", "1s"}).exitCode, 2);
}

TEST_F(CliRun, aScenarioIsDoneAndReported)
{
    const std::string steps = cli.file("steps.yaml", "name: dial\nversion: 1\nsteps:\n  - wait-serial: \"5 \"\n"
                                                     "  - set-control: {part-id: dial, control: position, value: 100}\n"
                                                     "  - delay: 50ms\n  - expect-serial: \" 655\"\n");
    const auto outcome = run(tasks, {"--scenario", steps, "--junit", cli.path("report.xml")});
    EXPECT_EQ(outcome.exitCode, 0) << outcome.errors;
    EXPECT_THAT(cli.read("report.xml"), HasSubstr("tests=\"4\" failures=\"0\""));
    const auto tooShort = run(tasks, {"--scenario", steps, "--for", "10ms"});
    EXPECT_EQ(tooShort.exitCode, 3);
    EXPECT_THAT(tooShort.errors, HasSubstr("steps.yaml:4: wait-serial: \"5 \": the run was over before"));
    EXPECT_EQ(cli.run({"check", steps}).exitCode, 0);
}

TEST_F(CliRun, anEndThatTheScenarioDoesNotExpectKeepsItsExitCode)
{
    const std::string steps = "steps:\n  - delay: 1s\n";
    EXPECT_EQ(run("raise ValueError\n", {"--scenario", cli.file("a.yaml", steps)}).exitCode, 1);
    EXPECT_EQ(run("raise ValueError\n", {"--scenario", cli.file("b.yaml", steps + "  - expect-program: exception\n")}).exitCode, 0);
    const char* starving = "import time\nfrom machine import WDT\nWDT(timeout=100)\ntime.sleep(10)\n";
    EXPECT_EQ(run(starving, {"--scenario", cli.file("c.yaml", steps)}).exitCode, 4);
    EXPECT_EQ(run(starving, {"--scenario", cli.file("d.yaml", steps + "  - expect-program: watchdog\n")}).exitCode, 0);
}

TEST_F(CliRun, aScenarioThatIsWrongIsBadInput)
{
    const auto unread = run("print(1)\n", {"--scenario", cli.file("a.yaml", "steps:\n  - dely: 1s\n")});
    EXPECT_EQ(unread.exitCode, 2);
    EXPECT_THAT(unread.errors, HasSubstr("a.yaml:2:5: unknown step 'dely'; did you mean 'delay'"));
    const auto elsewhere = run("print(1)\n", {"--scenario", cli.file("b.yaml", "steps:\n  - expect-pin: {pin: GP77, value: 1}\n")});
    EXPECT_EQ(elsewhere.exitCode, 2);
    EXPECT_EQ(elsewhere.output, "");
}

TEST_F(CliRun, whatGoesInIsNotWrittenOver)
{
    const auto onto = run("print(1)\n", {"--record", cli.path("main.py")});
    EXPECT_EQ(onto.exitCode, 2);
    EXPECT_THAT(onto.errors, HasSubstr("main.py: what comes out would be written over what goes in"));
    EXPECT_EQ(cli.read("main.py"), "print(1)\n");
    EXPECT_EQ(run("print(1)\n", {"--record", "/dev/full"}).exitCode, 2);
}

TEST_F(CliRun, recordingsAreCheckedAndNotTakenForPrograms)
{
    const std::string recording = cli.path("run.coro");
    EXPECT_EQ(run("print(1)\n", {"--set", "dial.position=7@0s", "--record", recording}).exitCode, 0);
    EXPECT_EQ(cli.run({"check", recording}).exitCode, 0);
    EXPECT_THAT(cli.run({"run", recording}).errors, HasSubstr("is a recording: coroboard-cli replay"));
    std::string text = cli.read("run.coro");
    const std::size_t at = text.find("\"part\": \"dial\"");
    ASSERT_NE(at, std::string::npos);
    cli.file("run.coro", text.replace(at, 14, "\"part\": \"dail\""));
    for (const char* command : {"check", "replay"}) {
        const auto outcome = cli.run({command, recording});
        EXPECT_EQ(outcome.exitCode, std::string(command) == "check" ? cli.run({"check", "nonesuch.coro"}).exitCode : 2);
        EXPECT_THAT(outcome.errors, HasSubstr("/commands/0: "));
    }
}

TEST_F(CliRun, aScenarioWaitsWithoutComplaintsAfterTheEnd)
{
    const auto outcome = run("print(1)\n", {"--scenario", cli.file("a.yaml", "steps:\n  - wait-serial: \"1\"\n  - delay: 1s\n")});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_EQ(outcome.errors, "");
}

}  // namespace
}  // namespace coroboard::cli
