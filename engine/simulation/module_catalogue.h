// SPDX-License-Identifier: MIT
#pragma once
// What of MicroPython's modules this build has, call by call, for faces that must not reach into modules/ (the app's Help is made from it).

#include <string_view>
#include <vector>

namespace coroboard::simulation {

enum class Coverage { Real, Partial, Absent };

struct CatalogueCall {
    std::string_view module;     // "machine"
    std::string_view call;       // "Pin.irq"; empty: the whole module
    Coverage coverage = Coverage::Absent;
    std::string_view note;       // what is missing
};

// In module order. Built once.
const std::vector<CatalogueCall>& moduleCatalogue();

}  // namespace coroboard::simulation
