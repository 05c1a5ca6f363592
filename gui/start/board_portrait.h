// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardPortrait: pictures for the gallery, taken from life: the board as it looks a moment after a program started on it, so that they are
// never out of date. A program gets a fraction of a second to show something; one that hangs costs no more than that.

#include <QPixmap>
#include <QString>

namespace coroboard::gui {

// `program` is a file or folder, or empty for the board alone; a null pixmap when the board cannot be read.
QPixmap boardPortrait(const QString& boardFile, const QString& program, const QSize& size);

}  // namespace coroboard::gui
