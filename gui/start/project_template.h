// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Project templates: main.py texts to begin with (resources/templates, compiled in). A template names parts, not pins: @led, @button and
// @analog become the first such pin of the chosen board, and a board without one is told apart before anything is written.

#include <QString>
#include <vector>

#include "base/result.h"
#include "board/board_profile.h"

namespace coroboard::gui {

struct ProjectTemplate {
    QString name;        // of the resource
    QString title;
    QString about;
    QString text;        // with the places for pins
};

// In the order they are offered, the simplest first.
std::vector<ProjectTemplate> projectTemplates();

// The text for this board. The error says which part the board lacks.
Result<QString> filledIn(const ProjectTemplate& chosen, const board::BoardProfile& board);

// Makes folder/name with main.py and coroboard.json and gives its path. Errors: a name that is none, a folder that is not empty.
Result<QString> createProject(const QString& folder, const QString& name, const ProjectTemplate& chosen, const board::BoardProfile& board);

}  // namespace coroboard::gui
