// SPDX-License-Identifier: MIT
#include "trace/csv_writer.h"

#include <string>

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "base/ensure.h"

namespace coroboard::trace {

namespace {

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string result = "\"";
    for (const char c : text) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + "\"";
}

}  // namespace

CsvWriter::CsvWriter(std::ostream& stream, const std::vector<SignalDescription>& signals) : m_stream(stream)
{
    m_stream << "time [s]";
    for (const SignalDescription& signal : signals) {
        m_columns.push_back({signal.kind, m_cells.size()});
        m_cells.emplace_back();
        switch (signal.kind) {
            case SignalKind::Digital: m_stream << ',' << quoted(signal.name + " [level]"); break;
            case SignalKind::Analog: m_stream << ',' << quoted(fmt::format("{} [{}]", signal.name, signal.unit)); break;
            case SignalKind::Pwm:
                m_cells.emplace_back();
                m_stream << ',' << quoted(signal.name + " duty [1]") << ',' << quoted(signal.name + " frequency [Hz]");
                break;
        }
    }
    m_stream << "\r\n";
}

void CsvWriter::add(const SignalChange& change)
{
    ENSURE(change.signal < m_columns.size(), "a declared signal");
    ENSURE(!m_row || change.when >= *m_row, "changes arrive in order of time");
    if (m_row && change.when > *m_row) {
        writeRow();
    }
    m_row = change.when;
    const Column& column = m_columns[change.signal];
    m_cells[column.place] = change.value;
    if (column.kind == SignalKind::Pwm) {
        m_cells[column.place + 1] = change.frequency;
    }
}

void CsvWriter::writeRow()
{
    const auto nanoseconds = m_row->time_since_epoch().count();
    fmt::print(m_stream, "{}.{:09}", nanoseconds / 1'000'000'000, nanoseconds % 1'000'000'000);
    for (const std::optional<double>& cell : m_cells) {
        m_stream << ',';
        if (cell) {
            fmt::print(m_stream, "{:.10g}", *cell);
        }
    }
    m_stream << "\r\n";
}

void CsvWriter::finish()
{
    if (m_row) {
        writeRow();
        m_row.reset();
    }
    m_stream.flush();
}

}  // namespace coroboard::trace
