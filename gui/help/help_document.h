// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Turns a page's Markdown into a document in the visual language: headings, code, tables and links in the palette's colours.

#include <QPalette>
#include <QTextDocument>

namespace coroboard::gui {

void layOutPage(QTextDocument& document, const QString& markdown, const QPalette& palette);

}  // namespace coroboard::gui
