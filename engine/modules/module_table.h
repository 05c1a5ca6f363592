// SPDX-License-Identifier: MIT
#pragma once
// What of MicroPython's modules is there: one row a call. Printed by `coroboard-cli modules` and the help pages; checked by tests.

#include <string_view>
#include <vector>

namespace coroboard::modules {

enum class CallStatus { Real, Partial, Absent };

struct ModuleCall {
    std::string_view module;     // "machine"
    std::string_view call;       // "Pin.irq"
    CallStatus status = CallStatus::Absent;
    std::string_view note;       // what is missing, when partial or absent
};

// In module order, then in the order of MicroPython's documentation.
const std::vector<ModuleCall>& moduleTable();

}  // namespace coroboard::modules
