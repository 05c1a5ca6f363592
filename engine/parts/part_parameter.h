// SPDX-License-Identifier: MIT
#pragma once
// What a kind of part lets a profile choose (its parameters), and in which group people find it. Written by the model, read by the
// profile's reader and by whoever offers parts to a person.

#include <string>
#include <vector>

namespace coroboard::parts {

// A number a profile may give to an instance.
struct NumberParameter {
    std::string id;     // "resistance"
    std::string label;  // "Series resistor"
    std::string unit;   // "Ω"
    double minimum = 0;
    double maximum = 1;
    double initial = 0;  // when the profile does not say
};

// A word a profile may give to an instance.
struct WordParameter {
    enum class Kind { Choice, Colour };  // Colour: "#rrggbb"
    std::string id;                      // "colour"
    std::string label;
    std::string initial;
    Kind kind = Kind::Choice;
    std::vector<std::string> choices;
};

// Where people look for a part; registry.inc says which.
enum class PartGroup { Controls, Lights, Displays, Movers, Air, Light, Motion, Measuring, Chips, Other };

}  // namespace coroboard::parts
