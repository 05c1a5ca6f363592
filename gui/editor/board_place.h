// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Places in files of the board, and where they are printed: File "lib/queue.py", line 12, in get.

#include <QString>
#include <optional>

namespace coroboard::gui {

// A line of a file on the board. Names have no leading slash: "main.py", "lib/queue.py".
struct BoardPlace {
    QString file;
    int line = 0;
};

// Where the words of a place stand in one printed line, as columns [from, to).
struct PrintedPlace {
    BoardPlace place;
    int from = 0;
    int to = 0;
};

QString withoutSlash(QString file);

std::optional<PrintedPlace> placeIn(const QString& printedLine);

}  // namespace coroboard::gui
