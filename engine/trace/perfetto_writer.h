// SPDX-License-Identifier: MIT
#pragma once
// PerfettoWriter: the tasks of a run as Chrome trace-event JSON (the "JSON array format"), which ui.perfetto.dev opens: one track a
// task, a slice for every stretch it ran, an arrow from the task that woke it, counters. Written as it happens, in bounded memory.
// After save() the file is valid JSON although more may follow; the array format may also lack its closing bracket.
// The stream belongs to the caller and outlives the writer; save() needs one that can seek.

#include <cstdint>
#include <ostream>
#include <string_view>

#include "time/virtual_time.h"

namespace coroboard::trace {

class PerfettoWriter {
public:
    // `title` names the whole: the program.
    PerfettoWriter(std::ostream& stream, std::string_view title);

    // Names a task's track. Numbers are the caller's.
    void nameTask(std::uint64_t task, std::string_view name);
    // The task ran from begin to end; `what` is written on the slice, `waitsFor` shown with it (what it awaited at the end).
    void addSlice(std::uint64_t task, time::VirtualTime begin, time::VirtualTime end, std::string_view what, std::string_view waitsFor = {});
    // An arrow: the waker, while running at `when`, made the woken task ready, which then ran at `resumed`.
    void addWake(std::uint64_t waker, time::VirtualTime when, std::uint64_t woken, time::VirtualTime resumed);
    void addInstant(std::uint64_t task, time::VirtualTime when, std::string_view what);
    void addCounter(std::string_view name, time::VirtualTime when, double value);

    // Makes what was written so far a complete file.
    void save();
    void finish();

private:
    void write(std::string_view event);

    std::ostream& m_stream;
    bool m_isFirst = true;
    std::uint64_t m_arrows = 0;
};

}  // namespace coroboard::trace
