// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The gallery's contents: the boards and examples that come with Coroboard, found on disk, so that a new one needs no line of code.
// An example is a folder with a main.py whose first comment says "Title: what it shows."; coroboard.json beside it names its board.

#include <QString>
#include <vector>

namespace coroboard::gui {

enum class GalleryKind { Example, Lesson, Part, Board };

struct GalleryEntry {
    GalleryKind kind = GalleryKind::Example;
    QString title;
    QString about;       // one sentence
    QString path;        // what opening it opens: a folder or a board profile
    QString board;       // file of the board's profile
};

// The folder of the examples that come with the app; empty when they are not installed.
QString examplesFolder();

// Whether a file is one of them: they stay as they are.
bool isExample(const QString& path);

// Folders under examplesFolder(), the boards' demos first; those under lessons/ are Lessons and those
// under parts/ show one part each, in the order of their names.
std::vector<GalleryEntry> exampleEntries();
std::vector<GalleryEntry> boardEntries();

// Title and sentence of a program's first comment; the title is empty when there is none.
struct Heading {
    QString title;
    QString about;
};
Heading headingOf(const QString& source);

}  // namespace coroboard::gui
