// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Icons: our own outline drawings (resources/icons, compiled in) as QIcons that take the application's text colour at the moment
// they are painted; so they follow light, dark and disabled by themselves, at any size and pixel ratio.

#include <QIcon>
#include <QString>

namespace coroboard::gui {

enum class IconTint { Text, Accent, OnAccent, Running, Warning, Failed };

// The icon resources/icons/<name>.svg. A name that does not exist is a bug of ours (ENSURE).
QIcon icon(const QString& name, IconTint tint = IconTint::Text);

// The coloured picture of the application.
QIcon applicationIcon();

}  // namespace coroboard::gui
