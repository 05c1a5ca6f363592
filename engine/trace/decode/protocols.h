// SPDX-License-Identifier: MIT
#pragma once
// Which protocols can be decoded, described as data: their lines and their options. A window builds its form from this, and knows no protocol
// by name; makeDecoder() makes what was chosen.

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "trace/decode/decoder.h"

namespace coroboard::trace::decode {

struct LineDescription {
    enum class Needed { Always, Optional };
    std::string id;                          // "scl": also what chips and boards call the pin
    std::string label;                       // "Clock (SCL)"
    Needed needed = Needed::Always;
};

struct OptionDescription {
    struct Choice {
        int value = 0;
        std::string label;
    };
    std::string id;                          // "mode"
    std::string label;
    std::vector<Choice> choices;             // the first is the usual one
};

struct ProtocolDescription {
    std::string id;                          // "i2c"
    std::string title;
    std::vector<LineDescription> lines;      // in the decoder's order
    std::vector<OptionDescription> options;
    std::vector<std::string> rows;           // the names of its rows of annotations; one without a name when empty
};

const std::vector<ProtocolDescription>& protocols();
// Null if there is none.
const ProtocolDescription* findProtocol(std::string_view id);

// What was chosen: a signal's name for each line of the protocol (empty: not there), a value for each option (missing: the usual one).
struct DecodeSettings {
    std::string protocol;
    std::vector<std::string> lines;
    std::map<std::string, int> options;

    bool operator==(const DecodeSettings&) const = default;
};

std::unique_ptr<Decoder> makeDecoder(const DecodeSettings& settings);

}  // namespace coroboard::trace::decode
