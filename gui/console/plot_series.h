// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlotSeries: what was printed to be plotted: one row a sample, one column a name, bounded; the oldest rows go first and keep their numbers.
// A name that a sample lacks is a gap.

#include <QString>
#include <QStringList>
#include <cstdint>
#include <deque>
#include <vector>

#include "console/printed_numbers.h"

namespace coroboard::gui {

class PlotSeries {
public:
    static constexpr std::size_t capacity = 100'000;
    static constexpr std::size_t mostNames = 16;

    void add(const Sample& sample);
    void clear();

    // Rows are numbered since the beginning; kept are first() … end() - 1.
    std::uint64_t first() const { return m_first; }
    std::uint64_t end() const { return m_first + m_rows.size(); }
    const QStringList& names() const { return m_names; }
    // NaN: a gap.
    double value(std::uint64_t row, std::size_t name) const;
    // A header with the names, then a line a row; gaps are empty.
    QByteArray csv() const;

private:
    std::size_t columnOf(const NamedValue& value, std::size_t place);

    QStringList m_names;
    std::deque<std::vector<double>> m_rows;
    std::uint64_t m_first = 0;
};

}  // namespace coroboard::gui
