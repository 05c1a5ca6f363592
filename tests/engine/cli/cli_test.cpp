// SPDX-License-Identifier: MIT
// coroboard-cli as its users meet it: what it writes where, and how it ends.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/cli/command_line_process.h"

namespace coroboard::cli {
namespace {

using test::CommandLine;
using testing::HasSubstr;
using testing::Not;

class Cli : public testing::Test {
protected:
    CommandLine cli{COROBOARD_CLI};
};

TEST_F(Cli, nothingAtAllIsWrongUsage)
{
    const auto outcome = cli.run({});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("--help"));
}

TEST_F(Cli, helpNamesEveryCommandAndExitCode)
{
    const auto outcome = cli.run({"--help"});
    EXPECT_EQ(outcome.exitCode, 0);
    for (const char* word : {"run", "check", "boards", "parts", "modules", "130 interrupted"}) EXPECT_THAT(outcome.output, HasSubstr(word));
}

TEST_F(Cli, aMistypedCommandGetsTheNearestNamed)
{
    const auto outcome = cli.run({"rum", "x.py"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("did you mean 'run'?"));
}

TEST_F(Cli, anUnknownOptionIsWrongUsage)
{
    const auto outcome = cli.run({"run", "--frobnicate", cli.file("main.py", "")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("--frobnicate"));
}

TEST_F(Cli, aMissingProgramIsBadInput)
{
    const auto outcome = cli.run({"run", "nonesuch.py"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("nonesuch.py"));
}

TEST_F(Cli, anUnknownBoardListsTheBoards)
{
    const auto outcome = cli.run({"run", cli.file("main.py", ""), "--board", "sensor-bord"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("did you mean 'sensor-board'?"));
    EXPECT_THAT(outcome.errors, HasSubstr("there are: "));
}

TEST_F(Cli, aBrokenProfileIsBadInputWithItsPlace)
{
    const auto outcome = cli.run({"run", cli.file("main.py", ""), "--board", cli.file("broken.json", "{\n  \"title\": ,\n}")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("broken.json:2:"));
}

struct BadOption {
    std::vector<std::string> words;
    const char* said;
};

class CliBadOption : public testing::TestWithParam<BadOption> {};

TEST_P(CliBadOption, isRefusedBeforeAnythingRuns)
{
    CommandLine cli{COROBOARD_CLI};
    std::vector<std::string> words{"run", cli.file("main.py", "print('ran')\n")};
    words.insert(words.end(), GetParam().words.begin(), GetParam().words.end());
    const auto outcome = cli.run(words);
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr(GetParam().said));
}

INSTANTIATE_TEST_SUITE_P(All, CliBadOption,
                         testing::Values(BadOption{{"--for", "10"}, "the unit is missing"},
                                         BadOption{{"--for", "10x"}, "the unit 'x' is unknown"},
                                         BadOption{{"--for", "-1s"}, "it is negative"},
                                         BadOption{{"--for", "soon"}, "it does not start with a number"},
                                         BadOption{{"--for", "101000d"}, "longer than 100 years"},
                                         BadOption{{"--slice", "0s"}, "longer than nothing"},
                                         BadOption{{"--speed", "fast"}, "or max"}, BadOption{{"--speed", "0.01"}, "from 0.1 to 100"},
                                         BadOption{{"--speed", "nan"}, "from 0.1 to 100"}, BadOption{{"--seed", "minus"}, "--seed"},
                                         BadOption{{"--set", "dial"}, "the '=' is missing"},
                                         BadOption{{"--set", "dial=1"}, "PART.CONTROL is missing"},
                                         BadOption{{"--set", "a.b=tall"}, "is not a number"},
                                         BadOption{{"--set", "a.b=1@noon"}, "is not a duration"},
                                         BadOption{{"--set", "nonesuch.b=1"}, "nonesuch"},
                                         BadOption{{"--scenario", "nonesuch.yaml"}, "nonesuch.yaml: No such file"},
                                         BadOption{{"--junit", "j.xml"}, "requires --scenario"},
                                         BadOption{{"--serial", "usb"}, "write pty, or tcp: and a port number"},
                                         BadOption{{"--serial", "tcp:70000"}, "write pty, or tcp: and a port number"}));

TEST_F(Cli, boardsAreListedAndShown)
{
    const auto list = cli.run({"boards"});
    EXPECT_EQ(list.exitCode, 0) << list.errors;
    EXPECT_THAT(list.output, HasSubstr("sensor-board"));
    EXPECT_EQ(cli.run({"boards", "list"}).output, list.output);
    const auto shown = cli.run({"boards", "show", "sensor-board"});
    EXPECT_EQ(shown.exitCode, 0) << shown.errors;
    EXPECT_THAT(shown.output, HasSubstr("RP2040"));
    EXPECT_EQ(cli.run({"boards", "show", "nonesuch"}).exitCode, 2);
}

TEST_F(Cli, theBoardsFolderCanBeChosen)
{
    cli.setEnvironment("COROBOARD_BOARDS", cli.path("none"));
    const auto outcome = cli.run({"boards"});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("no boards in"));
}

TEST_F(Cli, partsAreListedAndShown)
{
    const auto list = cli.run({"parts"});
    EXPECT_EQ(list.exitCode, 0);
    EXPECT_THAT(list.output, HasSubstr("led "));
    const auto shown = cli.run({"parts", "show", "led"});
    EXPECT_EQ(shown.exitCode, 0);
    EXPECT_THAT(shown.output, HasSubstr("pin"));
    const auto unknown = cli.run({"parts", "show", "lead"});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_THAT(unknown.errors, HasSubstr("did you mean 'led'?"));
}

TEST_F(Cli, checkFindsAwaitOutsideACoroutine)
{
    const std::string file = cli.file("main.py", "import asyncio\n\ndef f():\n    await asyncio.sleep(1)\n");
    const auto outcome = cli.run({"check", file});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("main.py:4:5: SyntaxError:"));
}

TEST_F(Cli, checkReportsEveryProblemOfEveryFile)
{
    cli.file("project/main.py", "def f():\n    await g()\n");
    cli.file("project/lib/driver.py", "\nx = [await y for y in z]\n");
    cli.file("project/coroboard.json", "{\"board\": \"nonesuch\"}");
    const auto outcome = cli.run({"check", cli.path("project"), cli.file("b.json", "{")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_THAT(outcome.errors, HasSubstr("main.py:2:5:"));
    EXPECT_THAT(outcome.errors, HasSubstr("driver.py:2:"));
    EXPECT_THAT(outcome.errors, HasSubstr("nonesuch"));
    EXPECT_THAT(outcome.errors, HasSubstr("b.json:1:"));
}

TEST_F(Cli, checkFindsWhatMicroPythonRefuses)
{
    const auto outcome = cli.run({"check", cli.file("main.py", "print('a\\'b')\nx = 1\nif x\n    pass\n")});
    EXPECT_EQ(outcome.exitCode, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("main.py:3:1: SyntaxError:"));
}

TEST_F(Cli, checkIsSilentOnStderrWhenAllIsWell)
{
    const auto outcome = cli.run({"check", cli.file("main.py", "async def f():\n    await g()\n")});
    EXPECT_EQ(outcome.exitCode, 0);
    EXPECT_EQ(outcome.errors, "");
}

}  // namespace
}  // namespace coroboard::cli
