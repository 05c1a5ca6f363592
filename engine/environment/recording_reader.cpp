// SPDX-License-Identifier: MIT
#include "environment/recording_reader.h"

#include <charconv>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "environment/quantities.h"

namespace coroboard::environment {

namespace {

constexpr double longestRecording = 100.0 * 365 * 86400;  // seconds

struct Cell {
    std::string_view text;
    int position = 1;
};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
        text.remove_suffix(1);
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        text = text.substr(1, text.size() - 2);
    return text;
}

std::vector<Cell> cellsOf(std::string_view line)
{
    std::vector<Cell> cells;
    for (std::size_t begin = 0;;) {
        const std::size_t comma = std::min(line.find(',', begin), line.size());
        cells.push_back({trimmed(line.substr(begin, comma - begin)), static_cast<int>(begin) + 1});
        if (comma == line.size())
            return cells;
        begin = comma + 1;
    }
}

std::optional<double> numberIn(std::string_view text, std::string_view* rest = nullptr)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view left = text.substr(static_cast<std::size_t>(end - text.data()));
    if (error != std::errc{} || !std::isfinite(number) || (!rest && !left.empty()))
        return std::nullopt;
    if (rest)
        *rest = trimmed(left);
    return number;
}

std::optional<time::Duration> instantIn(std::string_view text)
{
    std::string_view unit;
    const auto number = numberIn(text, &unit);
    if (!number || *number < 0)
        return std::nullopt;
    const double seconds = unit.empty() || unit == "s"    ? 1
                           : unit == "ms"                 ? 1e-3
                           : unit == "us" || unit == "µs" ? 1e-6
                           : unit == "m" || unit == "min" ? 60
                           : unit == "h"                  ? 3600
                                                          : 0;
    if (seconds == 0 || *number * seconds > longestRecording)
        return std::nullopt;
    return time::Duration{std::llround(*number * seconds * 1e9)};
}

class Reader {
public:
    Reader(std::string_view text, std::string_view name) : m_text(text), m_name(name) {}

    Result<std::vector<RecordedColumn>> read()
    {
        if (m_text.substr(0, 3) == "\xEF\xBB\xBF")
            m_text.remove_prefix(3);
        if (auto titles = readTitles(); !titles)
            return tl::unexpected(titles.error());
        std::size_t rows = 0;
        while (!m_text.empty()) {
            if (++rows > mostRecordedRows)
                return wrong(1, fmt::format("more than {} rows", mostRecordedRows));
            if (auto row = readRow(); !row)
                return tl::unexpected(row.error());
        }
        for (const RecordedColumn& column : m_columns)
            if (column.track.empty()) {
                m_line = 1;
                return wrong(column.position, fmt::format("{} has no values", column.target));
            }
        return std::move(m_columns);
    }

private:
    tl::unexpected<Error> wrong(int position, std::string_view what) const
    {
        return failure(fmt::format("{}:{}:{}: {}", m_name, m_line, position, what));
    }

    std::string_view nextLine()
    {
        ++m_line;
        const std::size_t end = std::min(m_text.find('\n'), m_text.size());
        const std::string_view line = m_text.substr(0, end);
        m_text.remove_prefix(std::min(end + 1, m_text.size()));
        return line;
    }

    Result<void> readTitles()
    {
        const auto cells = cellsOf(nextLine());
        if (cells.front().text.substr(0, 4) != "time")
            return wrong(1, fmt::format("the first column is \"time\" (seconds), not \"{}\"", cells.front().text));
        if (cells.size() < 2)
            return wrong(1, "there is no column beside \"time\": write time,temperature for example");
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (auto title = readTitle(cells[i]); !title)
                return title;
        return {};
    }

    Result<void> readTitle(const Cell& cell)
    {
        const std::size_t bracket = cell.text.find_first_of("[(");
        const std::string_view target = trimmed(cell.text.substr(0, bracket));
        if (target.empty())
            return wrong(cell.position, "a column has the name of a quantity, or PART.CONTROL");
        for (const RecordedColumn& known : m_columns)
            if (known.target == target)
                return wrong(cell.position, fmt::format("{} is there twice", target));
        m_columns.push_back({std::string(target), cell.position, {}});
        const QuantityDescription* quantity = describeQuantity(target);
        m_quantities.push_back(quantity);
        if (bracket == std::string_view::npos || !quantity)
            return {};
        const std::string_view unit = trimmed(cell.text.substr(bracket + 1, cell.text.size() - bracket - 2));
        if (unit != quantity->unit)
            return wrong(cell.position, fmt::format("{} is in {}, not in {}", target, quantity->unit, unit));
        return {};
    }

    Result<void> readRow()
    {
        const std::string_view line = nextLine();
        if (trimmed(line).empty())
            return {};
        const auto cells = cellsOf(line);
        const auto when = instantIn(cells.front().text);
        if (!when)
            return wrong(1, fmt::format("\"{}\" is not a time: write seconds, or 500ms, 2m, 1h", cells.front().text));
        if (m_last && *when <= *m_last)
            return wrong(1, fmt::format("the time {} is not later than the row before", cells.front().text));
        m_last = when;
        if (cells.size() > m_columns.size() + 1)
            return wrong(cells[m_columns.size() + 1].position,
                         fmt::format("{} columns, but the first line has {}", cells.size(), m_columns.size() + 1));
        for (std::size_t i = 1; i < cells.size(); ++i)
            if (auto cell = readCell(cells[i], i - 1, *when); !cell)
                return cell;
        return {};
    }

    Result<void> readCell(const Cell& cell, std::size_t column, time::Duration when)
    {
        if (cell.text.empty())
            return {};
        const auto value = numberIn(cell.text);
        if (!value)
            return wrong(cell.position, fmt::format("\"{}\" is not a number", cell.text));
        const QuantityDescription* quantity = m_quantities[column];
        if (quantity && (*value < quantity->minimum || *value > quantity->maximum))
            return wrong(cell.position, fmt::format("{} cannot be {}: {} to {} {} is allowed", quantity->name, *value,
                                                    quantity->minimum, quantity->maximum, quantity->unit));
        m_columns[column].track.push_back({when, *value});
        return {};
    }

    std::string_view m_text;
    std::string_view m_name;
    int m_line = 0;
    std::optional<time::Duration> m_last;
    std::vector<RecordedColumn> m_columns;
    std::vector<const QuantityDescription*> m_quantities;
};

}  // namespace

Result<std::vector<RecordedColumn>> readRecording(std::string_view text, std::string_view name)
{
    return Reader(text, name).read();
}

Stimulus recordedStimulus(const RecordedColumn& column)
{
    return {.shape = Shape::Recorded, .track = std::make_shared<const Track>(column.track)};
}

}  // namespace coroboard::environment
