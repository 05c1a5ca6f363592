// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which buses are on the pins: what the program switched the pins to ("i2c0 sda"), and what the pins of the wired parts are called. So a
// decoder is mostly one click.

#include <QString>
#include <vector>

#include "board/board_profile.h"
#include "simulation/snapshot.h"
#include "trace/decode/protocols.h"

namespace coroboard::gui {

struct DecodeSuggestion {
    QString source;                          // "i2c0", or the part's label
    trace::decode::DecodeSettings settings;
};

// What is in use first, then what is wired. Nothing twice.
std::vector<DecodeSuggestion> decodeSuggestions(const board::BoardProfile& profile, const std::vector<simulation::PinSnapshot>& pins);

// "I2C  GP5 GP4"
QString decodeTitle(const trace::decode::DecodeSettings& settings);

}  // namespace coroboard::gui
