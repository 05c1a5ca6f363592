// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window's actions on files and their text. Private to main_window/.

#include <QAction>

#include "main_window/main_window.h"

namespace coroboard::gui {

struct MainWindow::EditingActions {
    QAction* newFile = nullptr;
    QAction* newFolder = nullptr;
    QAction* rename = nullptr;
    QAction* remove = nullptr;
    QAction* saveAll = nullptr;
    QAction* closeTab = nullptr;
    QAction* nextTab = nullptr;
    QAction* previousTab = nullptr;
    QAction* runThis = nullptr;
    QAction* findInFiles = nullptr;
    QAction* goToLine = nullptr;
    QAction* symbols = nullptr;
    QAction* definition = nullptr;
    QAction* complete = nullptr;
    QAction* callTip = nullptr;
    QAction* comment = nullptr;
    QAction* indent = nullptr;
    QAction* unindent = nullptr;
    QAction* condition = nullptr;            // of a breakpoint
    QAction* watch = nullptr;
};

}  // namespace coroboard::gui
