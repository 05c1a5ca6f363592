// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The language of the window: English is in the source, the others are compiled in from resources/translations.

#include <QString>

namespace coroboard::gui {

// Before any widget is made: "en", "de", "zh_CN", or empty for the desktop's. A language we do not speak is English.
void installLanguage(const QString& name);

// The one that is spoken now: "en", "de" or "zh_CN".
QString spokenLanguage();

}  // namespace coroboard::gui
