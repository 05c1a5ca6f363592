// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of the Help that are made from what is there, so that they are never out of date. Markdown.

#include <QAction>
#include <QString>

namespace coroboard::gui {

// Every Python call: real, partial or absent.
QString modulesPage();

// Every part model: pins, controls with their ranges, and what of the data sheet is not modelled.
QString partsPage();

// Every action with a shortcut, by the menus the actions are in.
QString keyboardPage(const QList<QAction*>& actions);

}  // namespace coroboard::gui
