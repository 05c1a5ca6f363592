// SPDX-License-Identifier: MIT
#include "time/task_info.h"

namespace coroboard::time {

const char* toString(TaskKind kind)
{
    switch (kind) {
    case TaskKind::task: return "task";
    case TaskKind::part: return "part";
    case TaskKind::peripheral: return "peripheral";
    case TaskKind::stimulus: return "stimulus";
    case TaskKind::program: return "program";
    case TaskKind::pythonTask: return "Python task";
    case TaskKind::interrupt: return "interrupt";
    case TaskKind::simulation: return "simulation";
    }
    return "?";
}

const char* toString(TaskState state)
{
    switch (state) {
    case TaskState::inert: return "inert";
    case TaskState::ready: return "ready";
    case TaskState::running: return "running";
    case TaskState::suspended: return "suspended";
    case TaskState::cancelling: return "cancelling";
    case TaskState::finished: return "finished";
    case TaskState::failed: return "failed";
    }
    return "?";
}

const char* toString(WaitKind kind)
{
    switch (kind) {
    case WaitKind::nothing: return "nothing";
    case WaitKind::deadline: return "deadline";
    case WaitKind::event: return "event";
    case WaitKind::signal: return "signal";
    case WaitKind::lock: return "lock";
    case WaitKind::queueItem: return "queue item";
    case WaitKind::queueSpace: return "queue space";
    case WaitKind::child: return "child";
    case WaitKind::children: return "children";
    case WaitKind::pinEdge: return "pin edge";
    case WaitKind::flag: return "flag";
    case WaitKind::stream: return "stream";
    case WaitKind::other: return "other";
    }
    return "?";
}

}  // namespace coroboard::time
