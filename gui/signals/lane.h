// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lane: one row of the logic analyser, as a plain value: which signal it shows, under what name, in which colour, how high.

#include <QColor>
#include <QString>
#include <optional>

#include "theme/colours.h"
#include "trace/decode/protocols.h"

namespace coroboard::gui {

enum class LaneKind {
    Digital,                                 // a pin's level, PWM included
    Analog,                                  // a value over time: volts, a quantity, a duty
    Decoded,                                 // what a decoder reads from several pins
};

struct Lane {
    QString signal;                          // its name in the recording: "GP16", "GP26_voltage", "light.light"
    LaneKind kind = LaneKind::Digital;
    QString title;                           // what stands beside it; the user may change it
    int colour = 0;                          // place in the lanes' own palette
    int height = 0;                          // device-independent pixels
    std::optional<trace::decode::DecodeSettings> decode;   // of a decoded lane

    static constexpr int digitalHeight = 28;
    static constexpr int analogHeight = 56;
    static constexpr int decodedHeight = 28;
    static constexpr int lowest = 20;
    static constexpr int highest = 400;
};

// The lanes' palette: hues that tell neighbours apart and mean nothing else; 3:1 on the surface in both themes.
inline constexpr int laneColours = 8;
QColor laneColour(int number, Brightness brightness);

}  // namespace coroboard::gui
