// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProjectMemory: what is remembered of a program between two openings: the files that were open, breakpoints, watched expressions.
// One small file a program in the given folder, written as a whole; what cannot be read is as if there were none. GUI thread.

#include <QMap>
#include <QString>
#include <QStringList>
#include <vector>

#include "editor/code_editor.h"

namespace coroboard::gui {

struct ProjectNotes {
    QStringList open;                                            // in the order of their tabs
    QString inFront;
    QMap<QString, std::vector<LineBreakpoint>> breakpoints;      // by file
    QStringList watches;
    bool operator==(const ProjectNotes&) const = default;
};

class ProjectMemory {
public:
    explicit ProjectMemory(const QString& folder) : m_folder(folder) {}

    // `program`: the file that is run, as an absolute path.
    ProjectNotes recall(const QString& program) const;
    void keep(const QString& program, const ProjectNotes& notes);

private:
    QString fileFor(const QString& program) const;

    QString m_folder;
    QString m_keptFor;
    ProjectNotes m_kept;
};

}  // namespace coroboard::gui
