// SPDX-License-Identifier: MIT
#pragma once
// The control for something a person presses or switches: 0 or 1, off at first. Momentary: on while it is held; Toggle: until it is
// switched back.

#include <string>
#include <utility>

#include "parts/part_view.h"

namespace coroboard::parts {

inline ControlDescription switchControl(std::string id, std::string label, ControlKind kind)
{
    return {.id = std::move(id),
            .label = std::move(label),
            .quantity = "",
            .unit = "",
            .minimum = 0,
            .maximum = 1,
            .step = 1,
            .initial = 0,
            .kind = kind};
}

}  // namespace coroboard::parts
