// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "simulation/board_files.h"
#include "simulation/simulation.h"

namespace coroboard::simulation {
namespace {

using namespace std::chrono_literals;
using time::powerOn;

// Reads what a hand moves, writes what the replay must write again, and answers what is typed.
constexpr const char* watcher = R"(
import asyncio, random, sys
from machine import ADC, Pin
dial = ADC(0)
led = Pin(16, Pin.OUT)
async def watch():
    while True:
        value = dial.read_u16()
        led.value(value > 30000)
        print(value, random.random())
        open('last.txt', 'w').write(str(value))
        await asyncio.sleep_ms(7)
async def main():
    asyncio.create_task(watch())
    reader = asyncio.StreamReader(sys.stdin)
    while True:
        line = await reader.readline()
        print('typed', line)
        if b'end' in line:
            return
asyncio.run(main())
)";

class Recorded : public testing::Test {
protected:
    void start(std::shared_ptr<const program::Program> program, modules::AfterProgram after = modules::AfterProgram::End)
    {
        SimulationOptions options;
        options.seed = 42;
        options.keepRecord = KeepRecord::Yes;
        options.afterProgram = after;
        m_simulation = make(std::move(program), std::move(options));
    }
    void start(std::string python, modules::AfterProgram after = modules::AfterProgram::End)
    {
        start(std::make_shared<const program::Program>(program::programFromText(std::move(python))), after);
    }
    static std::unique_ptr<Simulation> make(std::shared_ptr<const program::Program> program, SimulationOptions options)
    {
        auto made = Simulation::create(findBoard("sensor-board").value(), std::move(program), std::move(options));
        EXPECT_TRUE(made.has_value());
        return std::move(*made);
    }
    void apply(const Command& command) { ASSERT_TRUE(m_simulation->apply(command).has_value()); }
    void runFor(time::Duration duration, AtProgramEnd atEnd = AtProgramEnd::Continue)
    {
        m_simulation->runUntil(m_simulation->now() + duration, atEnd);
    }
    std::shared_ptr<RunRecord> record()
    {
        auto taken = m_simulation->record();
        EXPECT_TRUE(taken.has_value());
        return std::make_shared<RunRecord>(std::move(*taken));
    }
    static ReplayState replay(const std::shared_ptr<RunRecord>& record, time::Duration slice = 1s)
    {
        SimulationOptions options;
        options.replay = record;
        auto again = Simulation::create(*record->profile, nullptr, std::move(options)).value();
        while (again->replayState() == ReplayState::Running) again->runUntil(again->now() + slice);
        return again->replayState();
    }

    std::unique_ptr<Simulation> m_simulation;
};

TEST_F(Recorded, aRunWithCommandsIsReplayedExactlyInSlicesOfAnySize)
{
    start(watcher);
    runFor(20ms);
    apply(SetControl{"dial", "position", 90});
    runFor(13ms + 77ns);
    apply(ConsoleInput{"hello\n"});
    runFor(50ms);
    const auto taken = record();
    EXPECT_EQ(taken->commands.size(), 2u);
    EXPECT_EQ(replay(taken), ReplayState::Exact);
    EXPECT_EQ(replay(taken, 333us), ReplayState::Exact);
}

TEST_F(Recorded, aDifferenceIsSaid)
{
    start(watcher);
    runFor(20ms);
    apply(SetControl{"dial", "position", 90});
    runFor(20ms);
    auto taken = record();
    std::get<SetControl>(taken->commands[0].command).value = 10;
    EXPECT_EQ(replay(taken), ReplayState::Different);
    taken = record();
    taken->start.seed = 43;
    EXPECT_EQ(replay(taken), ReplayState::Different);
}

TEST_F(Recorded, theEndOfTheProgramIsTheEndOfTheRecord)
{
    start(watcher);
    runFor(20ms);
    apply(ConsoleInput{"end\n"});
    runFor(1s, AtProgramEnd::Return);
    ASSERT_TRUE(m_simulation->programEnded());
    auto taken = record();
    EXPECT_TRUE(taken->endsWithProgram);
    EXPECT_EQ(replay(taken), ReplayState::Exact);
    taken->commands.clear();
    EXPECT_EQ(replay(taken), ReplayState::Different) << "this time it does not end";
}

TEST_F(Recorded, whatIsTypedAtThePromptIsReplayed)
{
    start("print('done')\n", modules::AfterProgram::Repl);
    runFor(1s);
    apply(ConsoleInput{"1 + 1\r\n"});
    runFor(1s);
    EXPECT_FALSE(record()->inexactSince);
    EXPECT_EQ(replay(record()), ReplayState::Exact);
}

TEST_F(Recorded, aCommandInTheMomentOfTheEndMakesTheRecordInexact)
{
    start("print('done')\n", modules::AfterProgram::Repl);
    runFor(1s, AtProgramEnd::Return);
    apply(ConsoleInput{"1 + 1\r\n"});
    EXPECT_EQ(record()->inexactSince, m_simulation->now());
}

TEST_F(Recorded, everyPowerCycleIsARecordOfItsOwn)
{
    start(watcher);
    apply(SetControl{"dial", "position", 10});
    apply(SetFault{{board::FaultKind::WireCut, "red.anode"}});
    apply(SetStimulus{"temperature", {.shape = environment::Shape::Sine, .from = 10, .to = 20, .noise = 1}});
    runFor(30ms);
    apply(ResetBoard{});
    runFor(30ms);
    apply(SetControl{"dial", "position", 30});
    runFor(30ms);
    const auto taken = record();
    EXPECT_EQ(taken->commands.size(), 1u);
    EXPECT_EQ(taken->end, powerOn + 60ms);
    EXPECT_TRUE(taken->start.flash.files.contains("/last.txt")) << "the program wrote it in its first life";
    EXPECT_EQ(replay(taken), ReplayState::Exact);
}

TEST_F(Recorded, aProjectIsReplayedWithoutItsFolder)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / "replayed-project";
    std::filesystem::create_directories(folder / "lib" / "empty");
    std::ofstream(folder / "main.py") << "import gain\nprint(gain.value)\nopen('made.txt', 'w').write('here')\n";
    std::ofstream(folder / "lib" / "gain.py") << "value = 17\n";
    start(std::make_shared<const program::Program>(program::loadProgram(folder).value()));
    runFor(1s);
    const auto taken = record();
    EXPECT_TRUE(std::filesystem::exists(folder / "made.txt"));
    std::filesystem::remove_all(folder);
    EXPECT_EQ(replay(taken), ReplayState::Exact);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(Recorded, textsThatAreNotSavedAreRecordedAsTheyRan)
{
    const auto folder = std::filesystem::path(testing::TempDir()) / "edited-project";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "main.py") << "print('old')\n";
    auto program = program::loadProgram(folder).value();
    program.edited = {{"main.py", "print('new')\n"}};
    start(std::make_shared<const program::Program>(program));
    runFor(1s);
    const auto taken = record();
    std::filesystem::remove_all(folder);
    EXPECT_EQ(taken->start.flash.files["/main.py"], "print('new')\n");
    EXPECT_EQ(replay(taken), ReplayState::Exact);
}

TEST_F(Recorded, aCommandFromOutsideTakesAReplayOver)
{
    start(watcher);
    runFor(20ms);
    apply(SetControl{"dial", "position", 90});
    runFor(20ms);
    SimulationOptions options;
    options.replay = record();
    m_simulation = make(nullptr, std::move(options));
    runFor(10ms);
    apply(Pause{});
    EXPECT_EQ(m_simulation->replayState(), ReplayState::Running);
    apply(SetControl{"dial", "position", 20});
    EXPECT_EQ(m_simulation->replayState(), ReplayState::TakenOver);
    runFor(20ms);
    EXPECT_EQ(m_simulation->board().controlPositions()["dial"]["position"], 20) << "the recorded move does not come any more";
}

TEST_F(Recorded, aCommandWhileTheProgramStandsAtALineMakesTheRecordInexact)
{
    start(watcher);
    apply(SetBreakpoints{{modules::Breakpoint{"main.py", 10}}});
    runFor(1s);
    ASSERT_TRUE(m_simulation->isStopped());
    EXPECT_FALSE(record()->inexactSince);
    EXPECT_EQ(replay(record()), ReplayState::Exact) << "taken while it stands";
    apply(SetControl{"dial", "position", 90});
    EXPECT_EQ(record()->inexactSince, m_simulation->now());
}

TEST_F(Recorded, nothingIsKeptUnlessAskedFor)
{
    m_simulation = make(nullptr, {});
    EXPECT_FALSE(m_simulation->record());
}

}  // namespace
}  // namespace coroboard::simulation
