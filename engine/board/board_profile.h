// SPDX-License-Identifier: MIT
#pragma once
// BoardProfile: one board as a validated value. Read from a JSON file (boards/*.json, boards/board.schema.json); whoever holds one
// knows that every part model exists, every pin and wire is known, and every number is in range.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace coroboard::board {

// What a profile calls a part's pin that is on no wire.
inline constexpr const char* unconnected = "NC";

struct Point {
    double x = 0;
    double y = 0;
};

// The chip's limits and speed.
struct ChipProfile {
    std::string name;                      // "RP2040"
    std::string platform;                  // what sys.platform says: "rp2"
    std::string machine;                   // what os.uname().machine says
    std::uint32_t clockHz = 125'000'000;   // machine.freq()
    // How fast programs run, calibrated on published figures (boards/README.md). The second and third come on top of the bytecodes.
    double nanosecondsPerBytecode = 1300;
    double nanosecondsPerCall = 0;        // a call of a Python function, or a generator resumed
    double nanosecondsPerTaskSwitch = 0;  // asyncio's loop goes on with another task
    std::uint32_t heapBytes = 256 * 1024;
    std::uint32_t flashBytes = 1024 * 1024;  // size of the file system
    double supplyMillivolts = 3300;
    int adcBits = 12;
    double adcNoise = 0.7;       // standard deviation in steps of the converter
    double adcMicroseconds = 2;  // time of one conversion
    // The controllers and the pins they take when a program does not say: "i2c0" → {"scl": "GP5", "sda": "GP4"}.
    std::map<std::string, std::map<std::string, std::string>> controllers;
};

// A pin of the chip that is brought out on this board.
struct PinProfile {
    std::string name;                    // "GP16"
    int number = -1;                     // machine.Pin(16)
    std::vector<std::string> aliases;    // "LED", "A0"
    std::vector<std::string> functions;  // "gpio", "adc", "pwm", "i2c0.sda" …
    int adcChannel = -1;                 // machine.ADC(channel)
    Point place;                         // its centre on the picture, in the picture's units
};

// One part on the board.
struct PartProfile {
    std::string id;                            // unique: "red"
    std::string model;                         // "led"
    std::string label;                         // what people see: "Red LED"
    std::map<std::string, std::string> wires;  // part pin → board pin name, net, "GND", "3V3", "NC"
    std::map<std::string, double> numbers;     // model parameters: "resistance": 330
    std::map<std::string, std::string> words;  // model parameters: "colour": "#ff3020"
    std::map<std::string, double> controls;    // where controls stand at first, when not where the model says
    std::string key;                           // keyboard key that presses it, "" for none
    Point place;                               // its centre on the picture
    double width = 0;                          // size on the picture before turning
    double height = 0;
    double rotation = 0;  // degrees clockwise, about the centre
};

struct BoardProfile {
    std::string name;   // "sensor-board": the file's stem
    std::string title;  // "Coroboard Sensor Board"
    std::string description;
    std::filesystem::path file;     // where it came from; empty when built in memory
    std::filesystem::path picture;  // SVG beside the file
    std::string source;             // the JSON it was read from; empty when built in memory
    double pictureWidth = 0;        // the units of all places
    double pictureHeight = 0;
    std::string demo;  // folder name under resources/examples, may be empty
    ChipProfile chip;
    std::vector<PinProfile> pins;
    std::vector<std::string> nets;  // further wires, between parts only
    std::vector<PartProfile> parts;

    // Null if there is none. Pins are found by name or alias.
    const PinProfile* pin(std::string_view nameOrAlias) const;
    const PartProfile* part(std::string_view id) const;
};

// Parses and validates. On bad input the message reads "file:line:column: /json/pointer: value: what is allowed", one line a problem,
// all problems reported.
Result<BoardProfile> parseProfile(std::string_view json, const std::filesystem::path& file);
Result<BoardProfile> loadProfile(const std::filesystem::path& file);

// The profiles of a folder, sorted by name; files that do not load are left out here (loadProfile says why).
std::vector<BoardProfile> loadProfiles(const std::filesystem::path& folder);

}  // namespace coroboard::board
