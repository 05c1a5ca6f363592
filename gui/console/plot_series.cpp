// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/plot_series.h"

#include <algorithm>
#include <limits>

namespace coroboard::gui {

namespace {

constexpr double gap = std::numeric_limits<double>::quiet_NaN();

QByteArray quoted(QString name)
{
    if (!name.contains(QLatin1Char(',')) && !name.contains(QLatin1Char('"'))) return name.toUtf8();
    return '"' + name.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + '"';
}

}  // namespace

void PlotSeries::add(const Sample& sample)
{
    std::vector<double> row(static_cast<std::size_t>(m_names.size()), gap);
    for (std::size_t place = 0; place < sample.size(); ++place) {
        const std::size_t column = columnOf(sample[place], place);
        if (column >= mostNames) continue;
        row.resize(std::max(row.size(), column + 1), gap);
        row[column] = sample[place].value;
    }
    m_rows.push_back(std::move(row));
    if (m_rows.size() <= capacity) return;
    m_rows.pop_front();
    ++m_first;
}

void PlotSeries::clear()
{
    m_first = end();
    m_rows.clear();
    m_names.clear();
}

std::size_t PlotSeries::columnOf(const NamedValue& value, std::size_t place)
{
    const QString name = value.name.isEmpty() ? QString::number(place + 1) : value.name;
    qsizetype column = m_names.indexOf(name);
    if (column < 0) {
        column = m_names.size();
        if (static_cast<std::size_t>(column) < mostNames) m_names += name;
    }
    return static_cast<std::size_t>(column);
}

double PlotSeries::value(std::uint64_t row, std::size_t name) const
{
    const auto& values = m_rows[static_cast<std::size_t>(row - m_first)];
    return name < values.size() ? values[name] : gap;
}

QByteArray PlotSeries::csv() const
{
    QByteArray text = "sample";
    for (const QString& name : m_names) text += "," + quoted(name);
    text += "\n";
    for (std::uint64_t row = m_first; row < end(); ++row) {
        text += QByteArray::number(static_cast<qulonglong>(row));
        for (std::size_t i = 0; i < static_cast<std::size_t>(m_names.size()); ++i) {
            text += ",";
            if (const double v = value(row, i); v == v) text += QByteArray::number(v, 'g', 12);
        }
        text += "\n";
    }
    return text;
}

}  // namespace coroboard::gui
