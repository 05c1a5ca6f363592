// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// QScintilla's headers are written with Qt's keywords `signals` and `slots`, which the rest of our code does without (QT_NO_KEYWORDS)
// because the engine uses them as names. Here, and only here, they exist.

#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots
