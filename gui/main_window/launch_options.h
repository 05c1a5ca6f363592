// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaunchOptions: the command line of the app:
// coroboard [FILE] [--board NAME|FILE] [--theme light|dark] [--language en|de|zh_CN] [--size WxH] [--screenshot FILE] [--after DURATION] [--show PAGE]

#include <QSize>
#include <QString>
#include <QStringList>
#include <optional>

#include "base/result.h"
#include "theme/theme.h"

namespace coroboard::gui {

struct LaunchOptions {
    QString file;                            // a program, a project folder or a board profile; empty: the board's demo
    QString board;                           // name or file; empty: the project's, else the default
    std::optional<ThemeChoice> theme;
    QString language;                        // "en", "de", "zh_CN"; empty: as the settings say
    QSize size;
    QString screenshot;                      // written after `afterMilliseconds`, then the app ends
    int afterMilliseconds = 2000;
    QString page;                            // an action's name: what is opened at the start ("start", "help" …)
    int stopAtLine = 0;                      // a breakpoint of the start; 0: none
    QString help;                            // what to print instead of starting: --help, --version
};

// The arguments without the program's name. The error says what is wrong and what is allowed.
Result<LaunchOptions> parseLaunchOptions(const QStringList& arguments);

// "500ms", "10s", "2min", "1h" in milliseconds.
std::optional<int> parseDuration(const QString& text);

}  // namespace coroboard::gui
