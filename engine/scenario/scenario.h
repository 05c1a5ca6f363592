// SPDX-License-Identifier: MIT
#pragma once
// Scenarios (*.yaml): what somebody does with a board and expects of it, step by step, in the words of wokwi-cli's automation scenarios
// (docs.wokwi.com, "Automation Scenarios") and some of our own. README.md of this folder lists them.
//
//   name: The alarm
//   version: 1
//   steps:
//     - delay: 500ms
//     - set-control: {part-id: thermometer, control: temperature, value: 35}
//     - wait-serial: "too warm"
//     - expect-pin: {pin: GP16, value: 1}

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "simulation/command.h"
#include "simulation/simulation.h"
#include "time/virtual_time.h"

namespace coroboard::scenario {

struct Delay {
    time::Duration duration{};
};
// set-control, set-stimulus, gesture, set-fault, clear-fault, write-serial.
struct Act {
    simulation::Command command;
};
// Until the text has been printed since the last serial step; without a timeout until the program has ended.
struct WaitSerial {
    std::string text;
    std::optional<time::Duration> timeout;
};
// It has been printed since the last serial step.
struct ExpectSerial {
    std::string text;
};
// A pin of the board, or of a part.
struct ExpectPin {
    std::string part;                            // "" or the chip's own name for a pin of the board
    std::string pin;
    bool level = false;
};
struct Range {
    double minimum = 0;
    double maximum = 0;
};
// What a part looks like: its named values ("brightness") and its text.
struct ExpectPart {
    std::string part;
    std::vector<std::pair<std::string, Range>> values;
    std::optional<std::string> text;             // somewhere on its display
};
enum class ProgramEnd { Running, Finished, Exception, Stopped, Fault, Watchdog };
struct ExpectProgram {
    ProgramEnd state = ProgramEnd::Running;
};
struct TakeScreenshot {
    std::string part;
    std::filesystem::path saveTo;                // empty: not saved
    std::filesystem::path compareWith;           // empty: not compared
};

struct Step {
    std::string words;                           // "expect-pin GP16 = 1"
    int line = 0;
    std::variant<Delay, Act, WaitSerial, ExpectSerial, ExpectPin, ExpectPart, ExpectProgram, TakeScreenshot> action;
};

struct Scenario {
    std::string name;
    std::filesystem::path file;
    std::vector<Step> steps;
};

// Error: "FILE:LINE:COLUMN: what is wrong", and what is allowed.
Result<Scenario> parseScenario(const std::string& yaml, const std::filesystem::path& file);
Result<Scenario> loadScenario(const std::filesystem::path& file);

// Whether everything it names is on that board. Error as above, without the column.
Result<void> checkScenario(const Scenario& scenario, simulation::Simulation& board);

}  // namespace coroboard::scenario
