// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The texts of a project folder, for searching: what is hidden, linked or not of this world is left out, and there are bounds.

#include <QString>
#include <QStringList>

namespace coroboard::gui {

// Absolute paths in the order of their names; at most a few thousand, hidden folders left out.
QStringList projectFiles(const QString& folder);

// "main", "lib.queue" for the Python files of a project; of lib/ also without its name, as the board finds them.
QStringList projectModules(const QString& folder);

// The file of a module by its dotted name, as MicroPython looks for it; empty: there is none.
QString moduleFile(const QString& folder, const QString& module);

}  // namespace coroboard::gui
