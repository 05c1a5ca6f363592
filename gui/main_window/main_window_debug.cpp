// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: breakpoints and steps by line.
#include <algorithm>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "task_view/task_view.h"

namespace coroboard::gui {

namespace {

bool ended(simulation::ProgramState state)
{
    using simulation::ProgramState;
    return state != ProgramState::Running && state != ProgramState::Waiting;
}

}  // namespace

void MainWindow::buildDebugActions()
{
    Actions& a = *m_actions;
    const auto make = [this](const char* name, const QString& text, const char* iconName, const char* keys, auto slot) {
        QAction* made = namedAction(*this, name, text, QLatin1String(iconName), {QKeySequence(QLatin1String(keys))});
        connect(made, &QAction::triggered, this, slot);
        return made;
    };
    const auto step = [this](modules::Proceed how) { return [this, how] { stepLine(how); }; };
    a.stepOver = make("stepOver", tr("Step &over"), "step-over", "F10", step(modules::Proceed::StepOver));
    a.stepInto = make("stepInto", tr("Step in&to"), "step-into", "F11", step(modules::Proceed::StepInto));
    a.stepOut = make("stepOut", tr("Step o&ut"), "step-out", "Shift+F11", step(modules::Proceed::StepOut));
    a.runToCursor = make("runToCursor", tr("Run to t&he cursor"), "", "Ctrl+Shift+F10", [this] { runToCursor(); });
    a.toggleBreakpoint = make("toggleBreakpoint", tr("&Breakpoint in this line"), "", "F9", [this] {
        int line = 0;
        int column = 0;
        m_editor->editor().getCursorPosition(&line, &column);
        m_editor->editor().toggleBreakpoint(line + 1);
    });
    a.clearBreakpoints = make("clearBreakpoints", tr("Remove &all breakpoints"), "", "Ctrl+Shift+F9",
                              [this] { m_editor->clearBreakpoints(); });
    buildDebugging();
}

void MainWindow::buildDebugging()
{
    Actions& a = *m_actions;
    m_editor->stopView().setActions({a.stepOver, a.stepInto, a.stepOut, a.pause});
    connect(m_editor, &EditorPanel::breakpointsChanged, this, [this] { m_link.setBreakpoints(m_editor->breakpoints()); });
    const auto watch = [this] {
        simulation::SetWatches watches;
        for (const QString& each : m_editor->stopView().watches()) watches.expressions.push_back(each.toStdString());
        m_link.send(watches);
    };
    connect(&m_editor->stopView().watchList(), &WatchList::expressionsChanged, this, watch);
    connect(&m_link, &SimulationLink::boardOpened, this, [this, watch] {
        m_link.setBreakpoints(m_editor->breakpoints());
        watch();
    });
    connect(&m_editor->stopView(), &StopView::lineAsked, m_tasks, &TaskView::lineAsked);
    connect(m_editor, &EditorPanel::taskAsked, m_tasks, &TaskView::select);
}

// A program that does not run yet begins, and stops at its first line.
void MainWindow::stepLine(modules::Proceed how)
{
    if (!m_link.hasBoard()) return;
    if (ended(m_link.snapshot()->program)) return begin(modules::Proceed::StepInto);
    m_link.stepLine(how);
}

void MainWindow::runToCursor()
{
    if (!m_link.hasBoard()) return;
    int line = 0;
    int column = 0;
    m_editor->editor().getCursorPosition(&line, &column);
    const std::vector<int> possible = program::codeLines(m_editor->editor().text().toStdString());
    const auto at = std::lower_bound(possible.begin(), possible.end(), line + 1);
    if (at == possible.end()) return;
    if (m_editor->current().nameOnBoard().isEmpty()) return;
    const modules::Breakpoint place{m_editor->current().nameOnBoard().toStdString(), *at};
    if (ended(m_link.snapshot()->program)) return begin(modules::Proceed::Run, place);
    m_link.runTo(place);
}

}  // namespace coroboard::gui
