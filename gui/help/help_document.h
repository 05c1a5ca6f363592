// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Shows a page's Markdown in the visual language: headings, code, tables and links in the browser's own colours.

#include <QTextBrowser>

namespace coroboard::gui {

void showPage(QTextBrowser& browser, const QString& markdown);

}  // namespace coroboard::gui
