// SPDX-License-Identifier: MIT
#include "recording/recording_file.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "recording/plain_bytes.h"
#include "simulation/board_files.h"
#include "simulation/simulation.h"
#include "support/temporary_folder.h"

namespace coroboard::recording {
namespace {

using namespace std::chrono_literals;
using namespace simulation;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;

constexpr const char* prints = R"(
import random, sys, time
from machine import ADC
while True:
    print(ADC(0).read_u16(), ADC(1).read_u16(), ADC(2).read_u16(), random.random())
    time.sleep_ms(5)
)";

class RecordingFile : public testing::Test {
protected:
    static std::unique_ptr<Simulation> boardWith(const std::string& python)
    {
        SimulationOptions options;
        options.seed = 7;
        options.keepRecord = KeepRecord::Yes;
        auto program = std::make_shared<const program::Program>(program::programFromText(python, "prints.py"));
        return Simulation::create(findBoard("sensor-board").value(), program, std::move(options)).value();
    }
    // Every command there is, one every 10 ms.
    static RunRecord eventful()
    {
        auto simulation = boardWith(prints);
        const environment::Stimulus track{.shape = environment::Shape::Recorded,
                                          .track = std::make_shared<environment::Track>(environment::Track{{0ms, 1.0 / 3}, {30ms, 900}})};
        const std::vector<Command> commands = {
            SetControl{"dial", "position", 1.0 / 3},
            SetStimulus{"temperature", {.shape = environment::Shape::Sine, .from = 10, .to = 30.7, .period = 33ms, .noise = 0.25}},
            SetStimulus{"light", track},
            ClearStimulus{"temperature"},
            PerformGesture{environment::Gesture::Shake},
            SetFault{{board::FaultKind::StuckHigh, "GP26"}},
            ClearFault{{board::FaultKind::StuckHigh, "GP26"}},
            SetFault{{board::FaultKind::WireCut, "red.anode"}},
            ClearFaults{},
            ConsoleInput{std::string("\0\xff\xc3\xa9", 4)},
            ClearStimulus{},
            StopProgram{},
        };
        for (const Command& command : commands) {
            simulation->runUntil(simulation->now() + 10ms);
            EXPECT_TRUE(simulation->apply(command).has_value());
        }
        simulation->runUntil(simulation->now() + 10ms);
        return simulation->record().value();
    }
    std::filesystem::path file(const std::string& name = "run.coro") const { return m_folder.path() / name; }
    std::string text() const
    {
        std::ostringstream text;
        text << std::ifstream(file()).rdbuf();
        return text.str();
    }
    // The message when the recording has `from` replaced by `to`.
    std::string complaint(const std::string& from, const std::string& to) const
    {
        std::string changed = text();
        const std::size_t at = changed.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        changed.replace(at, from.size(), to);
        std::ofstream(file("changed.coro")) << changed;
        const auto loaded = loadRecording(file("changed.coro"));
        return loaded ? "" : loaded.error().message;
    }
    static ReplayState replay(std::shared_ptr<const RunRecord> record)
    {
        SimulationOptions options;
        options.replay = record;
        auto again = Simulation::create(*record->profile, nullptr, std::move(options)).value();
        while (again->replayState() == ReplayState::Running) again->runUntil(again->now() + 1s);
        return again->replayState();
    }

    test::TemporaryFolder m_folder;
};

TEST_F(RecordingFile, ARunWithEveryCommandPlaysAgainExactly)
{
    const RunRecord record = eventful();
    ASSERT_TRUE(saveRecording(record, file()));
    const auto loaded = loadRecording(file());
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ((*loaded)->commands.size(), 12u);
    EXPECT_EQ((*loaded)->start.seed, 7u);
    EXPECT_EQ((*loaded)->start.program->name, "prints.py");
    EXPECT_EQ(replay(*loaded), ReplayState::Exact);
}

TEST_F(RecordingFile, TheBoardComesWithIt)
{
    const auto board = m_folder.path() / "mine.json";
    std::ofstream(board) << R"({"title": "Mine", "extends": ")" << (boardsFolder() / "raspberry-pi-pico.json").string()
                         << R"(", "parts": [{"id": "lamp", "model": "led", "wires": {"anode": "GP1", "cathode": "GND"}}]})";
    SimulationOptions options;
    options.keepRecord = KeepRecord::Yes;
    auto simulation = Simulation::create(findBoard(board.string()).value(), nullptr, std::move(options)).value();
    simulation->runUntil(simulation->now() + 1ms);
    ASSERT_TRUE(saveRecording(*simulation->record(), file()));
    std::filesystem::remove(board);
    std::filesystem::path kept;
    {
        const auto loaded = loadRecording(file());
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_EQ((*loaded)->profile->title, "Mine");
        EXPECT_TRUE((*loaded)->profile->part("lamp"));
        kept = (*loaded)->profile->picture;
        EXPECT_TRUE(std::filesystem::exists(kept));
        EXPECT_EQ(replay(*loaded), ReplayState::Exact);
    }
    EXPECT_FALSE(std::filesystem::exists(kept)) << "the unpacked board goes with the record";
}

TEST_F(RecordingFile, WhatIsWrongIsSaidAndWhere)
{
    ASSERT_TRUE(saveRecording(eventful(), file()));
    EXPECT_THAT(complaint("\"coroboard-recording\"", "\"other\""), EndsWith("changed.coro: not a Coroboard recording"));
    EXPECT_THAT(complaint("\"coroboard-recording\": 1", "\"coroboard-recording\": 2"), HasSubstr("/coroboard-recording: this version reads"));
    EXPECT_THAT(complaint("\"at\": 10000000,", "\"at\": \"soon\","), HasSubstr("/commands/0/at: a whole number is allowed"));
    EXPECT_THAT(complaint("\"at\": 10000000,", "\"at\": 99000000,"), HasSubstr("/commands/1/at: commands come in the order of time"));
    EXPECT_THAT(complaint("\"gesture\": \"shake\"", "\"gesture\": \"sheik\""), AllOf(HasSubstr("/commands/4/gesture"), HasSubstr("shake")));
    EXPECT_THAT(complaint("\"stop\": true", "\"go\": true"), HasSubstr("/commands/11: part, stimulus"));
    EXPECT_THAT(complaint("\"seed\"", "\"sead\""), HasSubstr("/sead: unknown; allowed are "));
    EXPECT_THAT(complaint("\"then\": \"end\"", "\"then\": \"\""), HasSubstr("/then: repl or end is allowed"));
    EXPECT_THAT(complaint("\"sensor-board.json\": ", "\"../sensor-board.json\": "), HasSubstr("a file name without folders is allowed"));
    EXPECT_THAT(complaint("\"hash\": \"", "\"hash\": \"x"), HasSubstr("/hash: sixteen hexadecimal digits are allowed"));
    EXPECT_THAT(complaint("\"latin1\": \"", "\"latin1\": \"\xe2\x82\xac"), HasSubstr("up to U+00FF"));
}

TEST_F(RecordingFile, WhatDoesNotFitTheBoardOrTheTimeIsSaid)
{
    ASSERT_TRUE(saveRecording(eventful(), file()));
    const auto misfit = [&](const std::string& from, const std::string& to) {
        const std::string refused = complaint(from, to);
        if (!refused.empty()) return refused;
        const auto checked = checkRecord(loadRecording(file("changed.coro")).value());
        return checked ? std::string() : checked.error().message;
    };
    EXPECT_THAT(misfit("\"part\": \"dial\"", "\"part\": \"nosuch\""), AllOf(HasSubstr("/commands/0: "), HasSubstr("nosuch")));
    EXPECT_THAT(misfit("\"stimulus\": \"temperature=", "\"stimulus\": \"temprature="), HasSubstr("/commands/1: "));
    EXPECT_THAT(misfit("\"fault\": \"wire-cut:red.anode\"", "\"fault\": \"wire-cut:nosuch.pin\""), HasSubstr("/commands/7: "));
    EXPECT_THAT(misfit("\"stop\": true", "\"stop\": true, \"part\": \"dial\""), HasSubstr("/commands/11/stop: unknown"));
    EXPECT_THAT(misfit("\"end\": 130000000", "\"end\": 9223372036854775807"), HasSubstr("/end: too late"));
    EXPECT_THAT(misfit("\"end\": 130000000", "\"end\": 1"), HasSubstr("/end: it is not before the last command"));
    EXPECT_THAT(misfit("\"world\": {}", "\"world\": {\"controls2\": 1}"), HasSubstr("/world/controls2: unknown"));
    EXPECT_EQ(misfit("\"seed\"", "\"seed\""), "");
}

TEST_F(RecordingFile, TheBoardIsTheOneThatRanWhateverItsFileSaysNow)
{
    const auto board = m_folder.path() / "mine.json";
    const std::string text = R"({"title": "Mine", "extends": ")" + (boardsFolder() / "raspberry-pi-pico.json").string() +
                             R"(", "parts": [{"id": "lamp", "model": "led", "wires": {"anode": "GP1", "cathode": "GND"}}]})";
    std::ofstream(board) << text;
    SimulationOptions options;
    options.keepRecord = KeepRecord::Yes;
    auto simulation = Simulation::create(findBoard(board.string()).value(), nullptr, std::move(options)).value();
    std::ofstream(board) << "{}";
    ASSERT_TRUE(saveRecording(*simulation->record(), file()));
    EXPECT_TRUE(loadRecording(file()).value()->profile->part("lamp"));
}

TEST_F(RecordingFile, AProgramsNameMayBeAnyBytes)
{
    RunRecord record = eventful();
    auto program = *record.start.program;
    program.name = "caf\xe9.py";
    record.start.program = std::make_shared<const program::Program>(program);
    ASSERT_TRUE(saveRecording(record, file()));
    EXPECT_EQ(loadRecording(file()).value()->start.program->name, "caf\xe9.py");
    record.start.flash.files["/caf\xe9.txt"] = "";
    EXPECT_THAT(saveRecording(record, file()).error().message, HasSubstr("not UTF-8"));
}

TEST_F(RecordingFile, HalfAFileOrNoneIsSaid)
{
    ASSERT_TRUE(saveRecording(eventful(), file()));
    std::filesystem::resize_file(file(), std::filesystem::file_size(file()) / 2);
    EXPECT_THAT(loadRecording(file()).error().message, HasSubstr("not JSON, or not whole"));
    EXPECT_THAT(loadRecording(file("none.coro")).error().message, HasSubstr("none.coro: No such file"));
    std::ofstream(file("binary.coro"), std::ios::binary) << std::string("\0\xff\xfe{}", 5);
    EXPECT_THAT(loadRecording(file("binary.coro")).error().message, HasSubstr("not a Coroboard recording"));
    std::ofstream(file("list.coro")) << "[]";
    EXPECT_THAT(loadRecording(file("list.coro")).error().message, HasSubstr("an object is allowed"));
}

TEST(PlainBytes, EveryByteComesBack)
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
    for (const std::string& bytes : {all, std::string("text"), std::string("é€"), std::string("\0", 1), std::string()})
        EXPECT_EQ(bytesFromJson(nlohmann::ordered_json::parse(bytesToJson(bytes).dump())).value(), bytes);
    EXPECT_TRUE(bytesToJson("é€").is_string());
    EXPECT_FALSE(bytesFromJson(3));
}

}  // namespace
}  // namespace coroboard::recording
