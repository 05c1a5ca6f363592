// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The value of a name at a line of the program, as a snapshot knows it: of the frames of a program that stands still, else of the
// coroutines that are suspended in the function around that line.

#include <QString>
#include <vector>

#include "program/program.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

// "count = 3"; one line a coroutine when several are in that function ("blink #4: count = 3"); empty when nothing is known.
QString valuesAt(const simulation::Snapshot& snapshot, const std::vector<program::FunctionScope>& scopes, const QString& file,
                 const QString& name, int line);

}  // namespace coroboard::gui
