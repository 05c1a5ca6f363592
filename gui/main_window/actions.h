// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The window's actions by name. Private to main_window/.

#include <QAction>
#include <QActionGroup>

#include "main_window/main_window.h"

namespace coroboard::gui {

struct MainWindow::Actions {
    QAction* start = nullptr;
    QAction* newProject = nullptr;
    QAction* newFile = nullptr;
    QAction* open = nullptr;
    QAction* openFolder = nullptr;
    QAction* openBoard = nullptr;
    QAction* openDemo = nullptr;
    QAction* save = nullptr;
    QAction* saveAs = nullptr;
    QAction* saveRecording = nullptr;
    QAction* quit = nullptr;
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* cut = nullptr;
    QAction* copy = nullptr;
    QAction* paste = nullptr;
    QAction* find = nullptr;
    QAction* run = nullptr;
    QAction* pause = nullptr;
    QAction* stop = nullptr;
    QAction* stepOver = nullptr;
    QAction* stepInto = nullptr;
    QAction* stepOut = nullptr;
    QAction* runToCursor = nullptr;
    QAction* toggleBreakpoint = nullptr;
    QAction* clearBreakpoints = nullptr;
    QAction* stepResume = nullptr;
    QAction* stepEvent = nullptr;
    QAction* stepMillisecond = nullptr;
    QAction* reset = nullptr;
    QAction* interrupt = nullptr;
    QAction* clearConsole = nullptr;
    QAction* allTasks = nullptr;
    QAction* signals = nullptr;
    QAction* editBoard = nullptr;
    QAction* showWires = nullptr;
    QAction* applyBoard = nullptr;
    QAction* saveBoard = nullptr;
    QAction* boardUndo = nullptr;            // of the board alone, in its bar
    QAction* boardRedo = nullptr;
    QAction* sound = nullptr;
    QAction* zoomIn = nullptr;
    QAction* zoomOut = nullptr;
    QAction* fit = nullptr;
    QAction* resetLayout = nullptr;
    QAction* preferences = nullptr;
    QAction* help = nullptr;
    QAction* tour = nullptr;
    QAction* lessons = nullptr;
    QAction* keyboard = nullptr;
    QAction* about = nullptr;
    QList<QAction*> docks;
    QActionGroup* speeds = nullptr;
    QActionGroup* themes = nullptr;
};

// A new action of the window with its object name.
QAction* namedAction(QWidget& window, const char* name, const QString& text, const QString& iconName, const QList<QKeySequence>& keys);

}  // namespace coroboard::gui
