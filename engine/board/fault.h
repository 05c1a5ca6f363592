// SPDX-License-Identifier: MIT
#pragma once
// Fault: something that is broken on a board, on demand: what and where. A plain value; faults.h makes it happen.

#include <string>
#include <string_view>
#include <vector>

namespace coroboard::board {

enum class FaultKind {
    WireCut,       // place PART.PIN: that pin is off its wire
    PartAbsent,    // place PART: no pin of it is connected, neither supply nor bus
    SensorFrozen,  // place PART: it keeps what it sensed last
    StuckLow,      // place WIRE: held at ground
    StuckHigh,     // place WIRE: held at the supply
    BusNoise,      // place WIRE: bits of the bytes on it flip, one in `oneIn`
    BrownOut,      // no place: the supply dips for a moment, the chip starts anew
};

struct Fault {
    FaultKind kind = FaultKind::WireCut;
    std::string place;
    double oneIn = 100;
    bool operator==(const Fault&) const = default;
};

std::string_view faultName(FaultKind kind);  // "wire-cut" …
const std::vector<FaultKind>& faultKinds();

}  // namespace coroboard::board
