// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A board of the user's own in a folder: a copy of one that comes with the app.

#include <QFile>
#include <QString>

#include "simulation/board_copy.h"
#include "simulation/board_files.h"

namespace coroboard::gui {

// Gives the copy's file; the folder names it in its coroboard.json.
inline QString ownBoard(const QString& folder, const std::string& name)
{
    const auto source = simulation::boardsFolder() / (name + ".json");
    const auto copy = simulation::copyBoard(*board::BoardDraft::load(source), source, folder.toStdString());
    return copy ? QString::fromStdString(copy->string()) : QString();
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

}  // namespace coroboard::gui
