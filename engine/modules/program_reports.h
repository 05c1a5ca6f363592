// SPDX-License-Identifier: MIT
#pragma once
// ProgramReports: what is wrong with a program's coroutines, said in one line each on the report sink, with file and line:
//   RuntimeWarning: coroutine 'greet' was never awaited (main.py:12)
//   deadlock: reader (main.py:8) waits for lock bus held by writer; writer (main.py:14) waits for event done, which nobody sets
//   hog: blink ran 250.0 ms without yielding (main.py:7)
// Never awaited: an `async def` of the program was called and what it answered was never driven; found in the heap at the end, on demand,
// and when a garbage collection frees it. The line is that of the call when the source tells it, else that of the def.
// Owned by the firmware; loop's thread, on the fibre or off it. Reads memory only.

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "micropython/coroutine_reader.h"
#include "modules/python_tasks.h"
#include "modules/wait_names.h"

namespace coroboard::modules {

// A task that runs longer without yielding keeps all others waiting: that is reported, once a task.
inline constexpr time::Duration hogThreshold = std::chrono::milliseconds{100};
// A task that has not yielded after this long may never do so: it is reported while it runs.
inline constexpr time::Duration endlessThreshold = std::chrono::seconds{1};

class ProgramReports {
public:
    using Sink = std::function<void(std::string_view)>;

    ProgramReports(const micropython::Vm& vm, const micropython::CoroutineReader& reader, PythonTasks& tasks,
                   micropython::SourceOf sourceOf, Sink sink);

    // Around a garbage collection: coroutines it frees without their ever having run are reported.
    void beforeCollection();
    void afterCollection();
    // Every coroutine in the heap that was never driven and is no task's. Each place is reported once.
    void reportNeverAwaited();

    // No task can ever be made ready again: the loop has nothing left to wait for.
    void reportDeadlock();
    // This task has begun to wait for another: a circle of such waits is reported at once.
    void checkCircle(const PythonTask& task);

    void reportHog(const PythonTask& task, time::Duration stretch, const std::string& place);
    // Where the task that is running now is: "main.py:7".
    std::string runningPlace(const PythonTask& task) const;

private:
    // A coroutine function of the program, or else matters is false.
    struct Origin {
        std::uint32_t function = 0;
        bool matters = false;
        std::string name;
        std::string file;
        int line = 0;
    };
    struct Unstarted {
        std::uint32_t coroutine = 0;
        std::size_t origin = 0;    // in m_origins
    };

    // Fills m_unstarted and m_origins: coroutines never driven, but for those in the sorted list.
    void findUnstarted(const std::vector<std::uint32_t>& butFor);
    std::size_t originOf(std::uint32_t coroutine);
    void reportUnstarted(const Origin& origin);
    std::string placeOf(const PythonTask& task) const;
    std::string waitText(const PythonTask& task, WaitNames& names) const;
    std::vector<PythonTask*> circleFrom(const PythonTask& task) const;
    void reportWaits(const std::vector<PythonTask*>& tasks);

    const micropython::Vm& m_vm;
    const micropython::CoroutineReader& m_reader;
    PythonTasks& m_tasks;
    micropython::SourceOf m_sourceOf;
    Sink m_sink;
    std::vector<Unstarted> m_unstarted;
    std::vector<Origin> m_origins;
    std::size_t m_lastOrigin = 0;
    std::set<std::string> m_said;
};

}  // namespace coroboard::modules
