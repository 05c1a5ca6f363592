// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/gallery.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "program/program.h"
#include "simulation/board_files.h"

namespace coroboard::gui {

namespace {

// Which board an example is for: what it says, else the board it is the demo of, else the default one.
QString boardOf(const program::Program& program, const QString& name, const std::vector<GalleryEntry>& boards)
{
    std::string wanted = program.board;
    for (const GalleryEntry& board : boards) {
        if (!wanted.empty()) break;
        const auto profile = simulation::findBoard(board.path.toStdString());
        if (profile && profile->demo == name.toStdString()) wanted = profile->name;
    }
    const auto profile = simulation::findBoard(wanted.empty() ? std::string(simulation::defaultBoard) : wanted);
    return profile ? QString::fromStdString(profile->file.string()) : QString();
}

std::vector<GalleryEntry> entriesOf(const QString& folder, GalleryKind kind, const std::vector<GalleryEntry>& boards)
{
    std::vector<GalleryEntry> entries;
    for (const QFileInfo& place : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (!QFileInfo::exists(place.filePath() + QStringLiteral("/main.py"))) continue;
        const auto program = program::loadProgram(place.filePath().toStdString());
        if (!program) continue;
        GalleryEntry entry{kind, {}, {}, place.absoluteFilePath(), boardOf(*program, place.fileName(), boards)};
        const Heading heading = headingOf(QString::fromStdString(program->main));
        entry.title = heading.title.isEmpty() ? place.fileName() : heading.title;
        entry.about = heading.about;
        entries.push_back(entry);
    }
    return entries;
}

}  // namespace

QString examplesFolder()
{
    const QDir boards(QString::fromStdString(simulation::boardsFolder().string()));
    for (const char* place : {"../resources/examples", "../examples"})
        if (const QString path = QDir::cleanPath(boards.filePath(QLatin1String(place))); QFileInfo(path).isDir()) return path;
    return {};
}

bool isExample(const QString& path)
{
    const QString examples = QFileInfo(examplesFolder()).canonicalFilePath();
    return !examples.isEmpty() && QFileInfo(path).canonicalFilePath().startsWith(examples + QLatin1Char('/'));
}

std::vector<GalleryEntry> boardEntries()
{
    std::vector<GalleryEntry> entries;
    for (const std::string& name : simulation::boardNames()) {
        const auto profile = simulation::findBoard(name);
        if (!profile) continue;
        const QString file = QString::fromStdString(profile->file.string());
        entries.push_back({GalleryKind::Board, QString::fromStdString(profile->title.empty() ? name : profile->title),
                           QString::fromStdString(profile->description), file, file});
        if (name == simulation::defaultBoard) std::rotate(entries.begin(), entries.end() - 1, entries.end());
    }
    return entries;
}

std::vector<GalleryEntry> exampleEntries()
{
    const QString folder = examplesFolder();
    if (folder.isEmpty()) return {};
    const std::vector<GalleryEntry> boards = boardEntries();
    std::vector<GalleryEntry> entries = entriesOf(folder, GalleryKind::Example, boards);
    std::stable_partition(entries.begin(), entries.end(), [](const GalleryEntry& entry) { return entry.path.endsWith(QStringLiteral("/first-light")); });
    for (const auto& [place, kind] : {std::pair{"/lessons", GalleryKind::Lesson}, std::pair{"/parts", GalleryKind::Part}}) {
        const std::vector<GalleryEntry> more = entriesOf(folder + QLatin1String(place), kind, boards);
        entries.insert(entries.end(), more.begin(), more.end());
    }
    return entries;
}

Heading headingOf(const QString& source)
{
    QString words;
    for (const QString& line : source.split(QLatin1Char('\n'))) {
        if (!line.startsWith(QLatin1Char('#'))) break;
        const QString text = line.mid(1).trimmed();
        if (text.startsWith(QStringLiteral("SPDX-"))) continue;
        if (text.isEmpty() && !words.isEmpty()) break;
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + text;
    }
    const auto colon = words.indexOf(QStringLiteral(": "));
    if (colon < 1) return {};
    QString about = words.mid(colon + 2).trimmed();
    if (!about.isEmpty()) about[0] = about[0].toUpper();
    return {words.left(colon).trimmed(), about};
}

}  // namespace coroboard::gui
