// SPDX-License-Identifier: MIT
#include <cstdio>

#include <fmt/format.h>

#include "cli/commands.h"
#include "modules/module_table.h"

namespace coroboard::cli {

namespace {

std::string_view word(modules::CallStatus status)
{
    switch (status) {
    case modules::CallStatus::Real: return "real";
    case modules::CallStatus::Partial: return "partial";
    case modules::CallStatus::Absent: return "absent";
    }
    return "";
}

}  // namespace

ExitCode listModules()
{
    for (const modules::ModuleCall& call : modules::moduleTable()) {
        const std::string name = fmt::format("{}.{}", call.module, call.call);
        if (call.note.empty()) fmt::print("{:<44} {}\n", name, word(call.status));
        else fmt::print("{:<44} {:<8} {}\n", name, word(call.status), call.note);
    }
    return ExitCode::Ended;
}

}  // namespace coroboard::cli
