// SPDX-License-Identifier: MIT
#include "simulation/module_catalogue.h"

#include "modules/module_table.h"

namespace coroboard::simulation {

namespace {

Coverage coverageOf(modules::CallStatus status)
{
    switch (status) {
    case modules::CallStatus::Real: return Coverage::Real;
    case modules::CallStatus::Partial: return Coverage::Partial;
    case modules::CallStatus::Absent: return Coverage::Absent;
    }
    return Coverage::Absent;
}

}  // namespace

const std::vector<CatalogueCall>& moduleCatalogue()
{
    static const std::vector<CatalogueCall> catalogue = [] {
        std::vector<CatalogueCall> calls;
        for (const modules::ModuleCall& call : modules::moduleTable())
            calls.push_back({call.module, call.call, coverageOf(call.status), call.note});
        return calls;
    }();
    return catalogue;
}

}  // namespace coroboard::simulation
