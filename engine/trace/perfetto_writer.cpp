// SPDX-License-Identifier: MIT
#include "trace/perfetto_writer.h"

#include <cmath>
#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

namespace coroboard::trace {

namespace {

std::string quoted(std::string_view text) { return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace); }

// Microseconds, as the format wants them, to the nanosecond.
std::string microseconds(std::chrono::nanoseconds time) { return fmt::format("{}.{:03}", time.count() / 1000, time.count() % 1000); }

std::string microseconds(time::VirtualTime when) { return microseconds(when.time_since_epoch()); }

}  // namespace

PerfettoWriter::PerfettoWriter(std::ostream& stream, std::string_view title) : m_stream(stream)
{
    m_stream << '[';
    write(fmt::format(R"({{"ph":"M","pid":1,"name":"process_name","args":{{"name":{}}}}})", quoted(title)));
}

void PerfettoWriter::write(std::string_view event)
{
    m_stream << (m_isFirst ? "\n" : ",\n") << event;
    m_isFirst = false;
}

void PerfettoWriter::nameTask(std::uint64_t task, std::string_view name)
{
    write(fmt::format(R"({{"ph":"M","pid":1,"tid":{},"name":"thread_name","args":{{"name":{}}}}})", task, quoted(name)));
    write(fmt::format(R"({{"ph":"M","pid":1,"tid":{0},"name":"thread_sort_index","args":{{"sort_index":{0}}}}})", task));
}

void PerfettoWriter::addSlice(std::uint64_t task, time::VirtualTime begin, time::VirtualTime end, std::string_view what, std::string_view waitsFor)
{
    const std::string arguments = waitsFor.empty() ? "" : fmt::format(R"(,"args":{{"then waits for":{}}})", quoted(waitsFor));
    write(fmt::format(R"({{"ph":"X","pid":1,"tid":{},"ts":{},"dur":{},"name":{}{}}})", task, microseconds(begin), microseconds(end - begin),
                      quoted(what), arguments));
}

void PerfettoWriter::addWake(std::uint64_t waker, time::VirtualTime when, std::uint64_t woken, time::VirtualTime resumed)
{
    const std::uint64_t arrow = ++m_arrows;
    write(fmt::format(R"({{"ph":"s","pid":1,"tid":{},"ts":{},"id":{},"cat":"wake","name":"wakes"}})", waker, microseconds(when), arrow));
    write(fmt::format(R"({{"ph":"f","bp":"e","pid":1,"tid":{},"ts":{},"id":{},"cat":"wake","name":"wakes"}})", woken, microseconds(resumed), arrow));
}

void PerfettoWriter::addInstant(std::uint64_t task, time::VirtualTime when, std::string_view what)
{
    write(fmt::format(R"({{"ph":"i","s":"t","pid":1,"tid":{},"ts":{},"name":{}}})", task, microseconds(when), quoted(what)));
}

void PerfettoWriter::addCounter(std::string_view name, time::VirtualTime when, double value)
{
    const std::string shown = std::isfinite(value) ? fmt::format("{:.10g}", value) : "null";
    write(fmt::format(R"({{"ph":"C","pid":1,"ts":{},"name":{},"args":{{"value":{}}}}})", microseconds(when), quoted(name), shown));
}

void PerfettoWriter::save()
{
    const std::ostream::pos_type end = m_stream.tellp();
    m_stream << "\n]\n";
    m_stream.flush();
    m_stream.seekp(end);
}

void PerfettoWriter::finish()
{
    m_stream << "\n]\n";
    m_stream.flush();
}

}  // namespace coroboard::trace
