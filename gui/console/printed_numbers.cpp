// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/printed_numbers.h"

#include <QRegularExpression>
#include <cmath>

namespace coroboard::gui {

namespace {

// Name, number, unit; what may stand between two of them comes before.
const QRegularExpression& oneValue()
{
    static const QRegularExpression pattern(
        QStringLiteral("[\\s,;(\\[\\])]*"
                       "(?:([^\\W\\d][\\w /.-]*?)\\s*[:=]\\s*)?"
                       "([+-]?(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?+)"
                       "(?![\\w.:])"
                       "(?:\\s*(?:%|°\\s?\\w|[^\\W\\d_][\\w/²³]*)(?=\\s*(?:[,;)\\]]|$)))?"),
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

const QRegularExpression& theRest()
{
    static const QRegularExpression pattern(QStringLiteral("[\\s,;)\\]]*"));
    return pattern;
}

const QRegularExpression& escapeSequence()
{
    static const QRegularExpression pattern(QStringLiteral("\x1b\\[[0-?]*[ -/]*[@-~]"));
    return pattern;
}

}  // namespace

std::optional<Sample> sampleOf(const QString& line)
{
    // Most lines are words; those are told cheaply.
    const bool named = line.contains(QLatin1Char(':')) || line.contains(QLatin1Char('='));
    if (!named && (line.isEmpty() || !QStringLiteral("0123456789+-.([").contains(line[0]))) return std::nullopt;
    std::vector<QRegularExpressionMatch> values;
    qsizetype at = 0;
    for (;;) {
        const auto match = oneValue().match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch()) break;
        values.push_back(match);
        at = match.capturedEnd();
    }
    const auto rest = theRest().match(line, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
    if (values.empty() || rest.capturedEnd() != line.size()) return std::nullopt;
    Sample sample;
    for (const QRegularExpressionMatch& match : values) {
        bool ok = false;
        const double value = match.capturedView(2).toDouble(&ok);
        if (!ok || !std::isfinite(value)) return std::nullopt;
        sample.push_back({match.captured(1), value});
    }
    return sample;
}

std::vector<Sample> PrintedNumbers::write(const QByteArray& bytes)
{
    std::vector<Sample> samples;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const QByteArrayView part = QByteArrayView(bytes).sliced(at, (end < 0 ? bytes.size() : end) - at);
        if (m_line.size() + part.size() > longest) m_tooLong = true;
        if (!m_tooLong) m_line.append(part);
        if (end < 0) break;
        if (!m_tooLong) {
            QString line = QString::fromUtf8(m_line);
            if (line.contains(QChar(0x1b))) line.remove(escapeSequence());
            if (auto sample = sampleOf(line.trimmed())) samples.push_back(std::move(*sample));
        }
        m_line.clear();
        m_tooLong = false;
        at = end + 1;
    }
    return samples;
}

}  // namespace coroboard::gui
