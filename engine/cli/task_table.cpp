// SPDX-License-Identifier: MIT
#include "cli/task_table.h"

#include <fmt/format.h>

#include "cli/duration.h"

namespace coroboard::cli {

std::string taskTable(const std::vector<simulation::TaskSnapshot>& tasks, time::VirtualTime now)
{
    std::string text = fmt::format("tasks at {}\n", durationText(now.time_since_epoch()));
    text += fmt::format("{:>4}  {:<20} {:<10} {:<10} {:>8}  {:>12}  {:>12}  {}\n", "id", "name", "kind", "state", "resumed", "cpu",
                        "longest", "waits for");
    for (const auto& task : tasks) {
        text += fmt::format("{:>4}  {:<20} {:<10} {:<10} {:>8}  {:>12}  {:>12}  {}\n", task.id, task.name, task.kind, task.state,
                            task.resumed, durationText(task.cpu), durationText(task.longestStretch), task.waitsFor);
        for (const auto& frame : task.chain) {
            text += fmt::format("        at {}:{} in {}\n", frame.file, frame.line, frame.function);
            for (const auto& local : frame.locals) text += fmt::format("           {} = {}\n", local.name, local.value);
        }
    }
    return text;
}

}  // namespace coroboard::cli
