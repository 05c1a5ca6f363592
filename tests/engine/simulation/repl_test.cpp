// SPDX-License-Identifier: MIT
// The REPL on a board: what is typed after the program's end, through the doors everybody uses.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/test_bench.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string banner =
    "MicroPython v1.27.0 on 2025-12-10; Bare pins with RP2040\r\nType \"help()\" for more information.\r\n>>> ";

class Board {
public:
    explicit Board(const char* python)
    {
        SimulationOptions options;
        options.afterProgram = modules::AfterProgram::Repl;
        options.console = [this](std::string_view bytes) { m_console += bytes; };
        options.report = [this](std::string_view text) { reports += text; };
        std::shared_ptr<const program::Program> program;
        if (python) program = std::make_shared<const program::Program>(program::programFromText(python));
        simulation = Simulation::create(test::barePins(), std::move(program), std::move(options)).value();
        run();
    }

    void run(time::Duration duration = 10ms) { simulation->runUntil(simulation->now() + duration); }
    // What the board sends in answer.
    std::string type(std::string bytes, time::Duration duration = 10ms)
    {
        m_console.clear();
        EXPECT_TRUE(simulation->apply(ConsoleInput{std::move(bytes)}).has_value());
        run(duration);
        return m_console;
    }
    const std::string& console() const { return m_console; }

    std::unique_ptr<Simulation> simulation;
    std::string reports;

private:
    std::string m_console;
};

TEST(BoardRepl, GreetsOnAnEmptyBoard)
{
    Board board(nullptr);
    EXPECT_EQ(board.console(), banner);
    EXPECT_EQ(board.simulation->programState(), ProgramState::Empty);
    EXPECT_EQ(board.type("1 + 1\r"), "1 + 1\r\n2\r\n>>> ");
    EXPECT_EQ(board.type("_ * 3\r"), "_ * 3\r\n6\r\n>>> ");
    EXPECT_EQ(board.type("x = 7\r"), "x = 7\r\n>>> ");
    EXPECT_EQ(board.type("x\r"), "x\r\n7\r\n>>> ");
}

TEST(BoardRepl, KeepsWhatTheProgramLeft)
{
    Board board("x = 41\nprint('ready')\n");
    EXPECT_EQ(board.console(), "ready\r\n" + banner);
    EXPECT_EQ(board.simulation->programState(), ProgramState::Finished);
    EXPECT_EQ(board.type("x + 1\r"), "x + 1\r\n42\r\n>>> ");
}

TEST(BoardRepl, ShowsTheTracebackOfTheProgramFirst)
{
    Board board("def f():\n    return 1 / 0\nf()\n");
    EXPECT_EQ(board.console(), "Traceback (most recent call last):\r\n  File \"main.py\", line 3, in <module>\r\n  File \"main.py\", line 2, in f\r\n"
                               "ZeroDivisionError: divide by zero\r\n" + banner);
    EXPECT_EQ(board.simulation->programState(), ProgramState::Failed);
    EXPECT_THAT(board.simulation->exceptionText(), EndsWith("ZeroDivisionError: divide by zero\n"));
}

TEST(BoardRepl, NothingOfOursIsAmongTheProgramsNames)
{
    Board board(nullptr);
    EXPECT_EQ(board.type("dir()\r"), "dir()\r\n['__name__']\r\n>>> ");
}

// Tools wrap what they need in a class.
TEST(BoardRepl, SysCanBeImportedInAClass)
{
    Board board(nullptr);
    EXPECT_THAT(board.type("\x01" "class A:\n  import sys\nprint(A.sys.platform)\x04"), EndsWith("OKrp2\r\n\x04\x04>"));
}

TEST(BoardRepl, BlocksAndTracebacksAsOnABoard)
{
    Board board(nullptr);
    EXPECT_EQ(board.type("for i in range(2):\ri\r\x7f\r"), "for i in range(2):\r\n...     i\r\n...     \b\b\b\b\x1b[K\r\n0\r\n1\r\n>>> ");
    EXPECT_EQ(board.type("1/0\r"), "1/0\r\nTraceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\n"
                                   "ZeroDivisionError: divide by zero\r\n>>> ");
    EXPECT_EQ(board.type("x = \r"), "x = \r\nTraceback (most recent call last):\r\n  File \"<stdin>\", line 1\r\nSyntaxError: invalid syntax\r\n>>> ");
}

TEST(BoardRepl, AwaitOutsideACoroutineIsASyntaxErrorBeforeAnythingRuns)
{
    Board board("ran = []\n");
    EXPECT_THAT(board.type("def f(): await g()\r\r"), HasSubstr("SyntaxError: 'await' outside async function"));
    EXPECT_THAT(board.type("\x05" "ran.append(1)\rdef f():\r  await g()\r\x04"), HasSubstr("line 3\r\nSyntaxError: 'await' outside async function"));
    EXPECT_EQ(board.type("ran\r"), "ran\r\n[]\r\n>>> ");
}

TEST(BoardRepl, PasteModeShowsValues)
{
    Board board(nullptr);
    EXPECT_THAT(board.type("\x05" "a = 4\rif a:\r    a, 1\ra * 2\rdef f():\r    99\rf()\r\x04"), EndsWith("=== \r\n(4, 1)\r\n8\r\n>>> "));
    EXPECT_EQ(board.type("_\r"), "_\r\n8\r\n>>> ");
}

TEST(BoardRepl, CoroutinesRunInIt)
{
    Board board("import asyncio\nasync def work(n):\n    await asyncio.sleep_ms(100)\n    return n * 2\n");
    EXPECT_EQ(board.type("asyncio.run(work(21))\r", 50ms), "asyncio.run(work(21))\r\n");
    EXPECT_EQ(board.simulation->programState(), ProgramState::Waiting);
    board.run(100ms);
    EXPECT_THAT(board.console(), EndsWith("\r\n42\r\n>>> "));
    EXPECT_EQ(board.simulation->programState(), ProgramState::Finished);
}

TEST(BoardRepl, CtrlCEndsTheProgramAndKeepsItsState)
{
    Board board("import asyncio\ncount = 0\nasync def tick():\n    global count\n    while True:\n        count += 1\n        await asyncio.sleep_ms(10)\n"
                "asyncio.run(tick())\n");
    board.run(95ms);
    const std::string answer = board.type("\x03");
    EXPECT_THAT(answer, StartsWith("Traceback (most recent call last):\r\n  File \"main.py\", line 8"));
    EXPECT_THAT(answer, HasSubstr("KeyboardInterrupt: \r\n" + banner));
    EXPECT_EQ(board.simulation->programState(), ProgramState::Failed);
    EXPECT_EQ(board.type("count\r"), "count\r\n11\r\n>>> ");
    EXPECT_THAT(board.type("asyncio.run(tick())\r", 100ms), Not(HasSubstr(">>> ")));
    EXPECT_THAT(board.type("\x03"), EndsWith("KeyboardInterrupt: \r\n>>> "));
}

TEST(BoardRepl, CtrlCEndsAnEndlessLoopTypedAtThePrompt)
{
    Board board(nullptr);
    EXPECT_EQ(board.type("while True: pass\r\r"), "while True: pass\r\n... \r\n");
    EXPECT_EQ(board.simulation->programState(), ProgramState::Running);
    EXPECT_THAT(board.type("\x03"), EndsWith("KeyboardInterrupt: \r\n>>> "));
    EXPECT_EQ(board.type("1\r"), "1\r\n1\r\n>>> ");
}

TEST(BoardRepl, CtrlDIsASoftReset)
{
    Board board("print('main')\n");
    board.type("gone = 1\r");
    EXPECT_EQ(board.type("\x04"), "\r\nMPY: soft reboot\r\nmain\r\n" + banner);
    EXPECT_THAT(board.type("gone\r"), HasSubstr("NameError: name 'gone' isn't defined"));
    EXPECT_THAT(board.type("\x1b[A"), EndsWith("gone"));
    EXPECT_THAT(board.type("\x03import machine\rmachine.soft_reset()\r"), EndsWith("MPY: soft reboot\r\nmain\r\n" + banner));
    EXPECT_THAT(board.type("import sys\rsys.exit()\r"), EndsWith("MPY: soft reboot\r\nmain\r\n" + banner));
}

TEST(BoardRepl, WhatIsTypedAheadOfASoftResetIsKept)
{
    Board board(nullptr);
    EXPECT_EQ(board.type("\x04" "5\r"), "\r\nMPY: soft reboot\r\n" + banner + "5\r\n5\r\n>>> ");
}

TEST(BoardRepl, AHardResetStartsTheProgramAfresh)
{
    Board board("print('main')\n");
    EXPECT_THAT(board.type("import machine\rmachine.reset()\r"), EndsWith("main\r\n" + banner));
    EXPECT_EQ(board.reports, "The program reset the board.\n");
}

// What mpremote and pyboard.py do first: Ctrl-C, raw REPL, soft reset, which must not run main.py.
TEST(BoardRepl, ToolsResetIntoTheRawRepl)
{
    Board board("print('main')\n");
    EXPECT_THAT(board.type("\r\x03\x01"), EndsWith("raw REPL; CTRL-B to exit\r\n>"));
    EXPECT_EQ(board.type("\x04"), "OK\r\nMPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>");
    EXPECT_EQ(board.type("print(1)\x04"), "OK1\r\n\x04\x04>");
    EXPECT_EQ(board.type("1/0\x04"), "OK\x04Traceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\n"
                                     "ZeroDivisionError: divide by zero\r\n\x04>");
    EXPECT_EQ(board.type("\x05" "A\x01"), "R\x01\x00\x08\x01"s);
    EXPECT_EQ(board.type("print('pasted')\x04"), "\x04pasted\r\n\x04\x04>");
    EXPECT_EQ(board.type("while True: pass\x04"), "OK");
    EXPECT_EQ(board.type("\x03"), "\x04Traceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\nKeyboardInterrupt: \r\n\x04>");
    EXPECT_EQ(board.type("\x02"), "\r\n" + banner);
}

TEST(BoardRepl, TabCompletes)
{
    Board board("import machine\nled = machine.Pin(2, machine.Pin.OUT)\n");
    EXPECT_EQ(board.type("led.tog\t"), "led.toggle");
    EXPECT_EQ(board.type("\x03prin\t"), "\r\n>>> print");
    EXPECT_THAT(board.type("\x03led.o\t"), EndsWith("\r\noff  on\r\n>>> led.o"));
    EXPECT_EQ(board.type("\x03import asy\t"), "\r\n>>> import asyncio");
    EXPECT_EQ(board.type("\x03nothing_like_it.\t"), "\r\n>>> nothing_like_it.");
}

TEST(BoardRepl, ReadsWhatTheProgramAsksFor)
{
    Board board("name = input('who? ')\nprint('hello', name)\n");
    EXPECT_EQ(board.console(), "who? ");
    EXPECT_EQ(board.type("Ada\r"), "Ada\r\nhello Ada\r\n" + banner);
    EXPECT_EQ(board.type("import sys\rsys.stdin.read(2)\rok"), "import sys\r\n>>> sys.stdin.read(2)\r\n'ok'\r\n>>> ");
}

TEST(BoardRepl, InterruptHandlersRunAtThePrompt)
{
    Board board("import machine\nn = 0\ndef tick(t):\n    global n\n    n += 1\nt = machine.Timer(period=10, callback=tick)\n");
    board.run(95ms);
    EXPECT_THAT(board.type("n > 8\r"), EndsWith("True\r\n>>> "));
}

TEST(BoardRepl, StopLeavesThePromptWhateverTheProgramDoes)
{
    Board board("while True:\n    try:\n        while True: pass\n    except KeyboardInterrupt:\n        pass\n");
    ASSERT_TRUE(board.simulation->apply(StopProgram{}).has_value());
    board.run();
    EXPECT_EQ(board.simulation->programState(), ProgramState::Stopped);
    EXPECT_THAT(board.console(), EndsWith(banner));
    EXPECT_EQ(board.type("2\r"), "2\r\n2\r\n>>> ");
    EXPECT_EQ(board.simulation->programState(), ProgramState::Stopped);
    // At the prompt there is nothing to stop.
    ASSERT_TRUE(board.simulation->apply(StopProgram{}).has_value());
    board.run();
    EXPECT_EQ(board.type("3\r"), "3\r\n3\r\n>>> ");
}

TEST(BoardRepl, StopEndsWhatWasTyped)
{
    Board board("print('main')\n");
    board.type("while True: pass\r\r");
    ASSERT_TRUE(board.simulation->apply(StopProgram{}).has_value());
    board.run(20ms);
    EXPECT_THAT(board.console(), EndsWith("KeyboardInterrupt: \r\n>>> "));
    EXPECT_EQ(board.type("4\r"), "4\r\n4\r\n>>> ");
}

TEST(BoardRepl, TheHistoryOutlivesARun)
{
    Board board("print('main')\n");
    board.type("'typed before'\r");
    ASSERT_TRUE(board.simulation->apply(ResetBoard{}).has_value());
    board.run();
    EXPECT_THAT(board.type("\x1b[A"), EndsWith("'typed before'"));
}

TEST(BoardRepl, WhatNobodyReadsIsBoundedAndSaid)
{
    Board board("import time\ntime.sleep(10)\n");
    board.type(std::string((std::size_t{1} << 20) + 5, 'x'));
    EXPECT_EQ(board.reports, "5 typed bytes were lost: the program does not read its serial line\n");
}

TEST(BoardRepl, SlicesChangeNothing)
{
    const auto hashOf = [](time::Duration slice) {
        Board board("import asyncio\nasync def f():\n    await asyncio.sleep_ms(3)\n    return 1\n");
        EXPECT_TRUE(board.simulation->applyAt(ConsoleInput{"asyncio.run(f())\r\x04"}, time::powerOn + 50ms).has_value());
        while (board.simulation->now() < time::powerOn + 100ms) board.simulation->runUntil(board.simulation->now() + slice);
        return board.simulation->traceHash();
    };
    EXPECT_EQ(hashOf(90ms), hashOf(1ms));
}

}  // namespace
}  // namespace coroboard::simulation
