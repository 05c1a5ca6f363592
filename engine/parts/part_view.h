// SPDX-License-Identifier: MIT
#pragma once
// How the outside sees a part: PartDescription says what it is and which controls it offers (written once, by the model);
// PartView says what it looks like now. The GUI builds its sliders from the first and paints from the second, and knows no part by name
// except to choose a drawing for a model.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coroboard::parts {

enum class ControlKind { Slider, Momentary, Toggle };

// One thing a person can move: a sensor's quantity, a knob, a button.
struct ControlDescription {
    std::string id;        // "temperature"
    std::string label;     // "Temperature"
    std::string quantity;  // "temperature"; names the environment's quantity where it has one
    std::string unit;      // "°C"; empty for a plain number
    double minimum = 0;
    double maximum = 1;
    double step = 0.01;
    double initial = 0;
    ControlKind kind = ControlKind::Slider;
};

// What a pin of a part does to its wire. Only Output pins can fight.
enum class PinRole { Load, Output, Contact, Rail };

struct PinDescription {
    std::string id;  // "anode"
    std::string label;
    PinRole role = PinRole::Load;
    // The wire it is on when the profile does not say: "GND", or "NC" for a pin that may stay unconnected. Empty: the profile must say.
    std::string otherwise = {};
};

struct PartDescription {
    std::string model;   // "photoresistor"
    std::string title;   // "Light sensor (photoresistor)"
    std::string source;  // the data sheet it follows
    std::vector<PinDescription> pins;
    std::vector<ControlDescription> controls;
    std::vector<std::string> notModelled;  // what of the data sheet is missing, by name
};

// A display's picture: RGB888, row by row, top left first. Shared because most frames do not change.
struct PixelFrame {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

struct NamedValue {
    std::string name;
    double value = 0;
};

struct ControlView {
    std::string id;
    double value = 0;                // where the user put it
    double actual = 0;               // where the physical quantity is now (it lags)
    std::optional<double> lastRead;  // what the program last read, in the control's unit
};

struct PartView {
    std::string model;
    std::vector<ControlView> controls;
    std::vector<NamedValue> values;  // what the drawing needs: "brightness" 0…1, "pressed" 0/1, "angle" in degrees …
    std::string text;                // character displays
    std::shared_ptr<const PixelFrame> pixels;

    double value(std::string_view name, double otherwise = 0) const
    {
        for (const auto& v : values)
            if (v.name == name)
                return v.value;
        return otherwise;
    }
};

}  // namespace coroboard::parts
