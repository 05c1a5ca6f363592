// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/help_pages.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>

#include "help/reference_pages.h"

namespace coroboard::gui {

namespace {

HelpPage pageOf(const QString& name, const QString& text)
{
    const QString first = text.section(QLatin1Char('\n'), 0, 0);
    return {name, first.startsWith(QStringLiteral("# ")) ? first.mid(2).trimmed() : name, text};
}

// A line as people read it: without the marks of Markdown.
QString plain(QString line)
{
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    static const QRegularExpression marks(QStringLiteral("[*`#|]+"));
    line.replace(link, QStringLiteral("\\1"));
    return line.replace(marks, QStringLiteral(" ")).simplified();
}

QRegularExpression beginning(const QString& word)
{
    return QRegularExpression(QStringLiteral("(?<!\\w)") + QRegularExpression::escape(word), QRegularExpression::CaseInsensitiveOption);
}

}  // namespace

HelpPages::HelpPages(QList<QAction*> actions, const QString& language)
{
    const QDir folder(QStringLiteral(":/help"));
    for (const QString& name : folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        const QString translated = folder.filePath(language + QLatin1Char('/') + name);
        QFile file(QFile::exists(translated) ? translated : folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) m_pages.push_back(pageOf(name, QString::fromUtf8(file.readAll())));
    }
    m_pages.push_back(pageOf(QStringLiteral("modules.md"), modulesPage()));
    m_pages.push_back(pageOf(QStringLiteral("parts.md"), partsPage()));
    m_pages.push_back(pageOf(QStringLiteral("keyboard.md"), keyboardPage(actions)));
}

const HelpPage* HelpPages::page(const QString& name) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(), [&](const HelpPage& page) { return page.name == name; });
    return found == m_pages.end() ? nullptr : &*found;
}

std::vector<HelpHit> HelpPages::search(const QString& words) const
{
    std::vector<QRegularExpression> wanted;
    for (const QString& word : words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) wanted.push_back(beginning(word));
    if (wanted.empty()) return {};
    std::vector<std::pair<int, HelpHit>> scored;
    for (const HelpPage& page : m_pages) {
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const auto& word) { return page.text.contains(word); });
        if (!all) continue;
        int score = 0;
        QString where;
        for (const QString& line : page.text.split(QLatin1Char('\n'))) {
            const auto found = std::count_if(wanted.begin(), wanted.end(), [&](const auto& word) { return line.contains(word); });
            if (found == 0) continue;
            score += static_cast<int>(found) * (line.startsWith(QStringLiteral("# ")) ? 50 : line.startsWith(QLatin1Char('#')) ? 10 : 1);
            if (where.isEmpty() && !line.startsWith(QStringLiteral("# "))) where = plain(line);
        }
        scored.push_back({score, {page.name, page.title, where}});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<HelpHit> hits;
    for (const auto& [score, hit] : scored) hits.push_back(hit);
    return hits;
}

}  // namespace coroboard::gui
