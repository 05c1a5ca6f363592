// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalBlocker>

#include "board_view/board_view.h"
#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "sensor_panel/sensor_panel.h"
#include "signals/signals_view.h"
#include "transport/transport_bar.h"

namespace coroboard::gui {

namespace {

const QString runSubject = QStringLiteral("run");
const QString refusedSubject = QStringLiteral("refused");

bool ended(simulation::ProgramState state)
{
    using simulation::ProgramState;
    return state != ProgramState::Running && state != ProgramState::Waiting;
}

}  // namespace

void MainWindow::run()
{
    m_editor->runInstead({});
    begin(modules::Proceed::Run);
}

void MainWindow::begin(modules::Proceed how, std::optional<modules::Breakpoint> until)
{
    m_messages->take(runSubject);
    m_messages->take(refusedSubject);
    m_editor->forgetFailure();
    if (m_settings.autosave() != Autosave::Never) autosave();
    m_link.start({m_editor->program(), how, std::move(until)});
}

void MainWindow::togglePause()
{
    if (m_link.snapshot()->paused)
        m_link.resume();
    else
        m_link.pause();
}

void MainWindow::interrupt() { m_link.type("\x03"); }

void MainWindow::chooseSpeed(double factor)
{
    m_link.setSpeed(factor);
    m_transport->setSpeed(factor);
    for (QAction* action : m_actions->speeds->actions())
        if (action->data().toDouble() == factor) action->setChecked(true);
}

void MainWindow::boardOpened()
{
    m_board->setBoard(m_link.profile());
    m_signals->setBoard(m_link.profile(), m_settings.signalLanes(QString::fromStdString(m_link.profile().name)));
    m_sensors->setGroups(controlGroups(m_link.profile()));
    m_transport->setCurrentBoard({QString::fromStdString(m_link.profile().title), QString::fromStdString(m_link.profile().file.string())});
    m_messages->take(runSubject);
}

void MainWindow::take(const simulation::Snapshot& snapshot)
{
    m_board->show(snapshot);
    m_sensors->show(snapshot);
    m_transport->show(snapshot);
    m_console->setDropped(snapshot.consoleDropped);
    showReplay(snapshot);

    Actions& a = *m_actions;
    a.pause->setChecked(snapshot.paused);
    const bool line = m_link.hasBoard();
    for (QAction* step : {a.stepOver, a.stepInto, a.runToCursor}) step->setEnabled(line);
    a.stepOut->setEnabled(snapshot.stop.has_value());
    a.pause->setEnabled(snapshot.paused || !ended(snapshot.program));
    a.stop->setEnabled(!ended(snapshot.program));
    a.interrupt->setEnabled(!ended(snapshot.program));
    for (QAction* step : {a.stepResume, a.stepEvent, a.stepMillisecond}) step->setEnabled(!ended(snapshot.program));
    a.reset->setEnabled(snapshot.program != simulation::ProgramState::Empty);

    // Another run (after a reset, for example) has not failed.
    if (snapshot.powerCycle != m_failedCycle) m_messages->take(runSubject);
}

void MainWindow::tell(const simulation::Message& message)
{
    const QString text = QString::fromStdString(message.text).trimmed();
    // The console shows the traceback as the board sent it; here its last line, and a mark at the line of the program.
    if (text.startsWith(QStringLiteral("Traceback"))) {
        m_failedCycle = m_link.snapshot()->powerCycle;
        m_editor->showFailure(text);
        m_messages->tell(runSubject, MessageBar::Tone::Error, text.section(QLatin1Char('\n'), -1));
        return;
    }
    const auto tone = message.severity == simulation::Severity::Error     ? MessageBar::Tone::Error
                      : message.severity == simulation::Severity::Warning ? MessageBar::Tone::Warning
                                                                          : MessageBar::Tone::Note;
    m_messages->tell(refusedSubject, tone, text);
}

}  // namespace coroboard::gui
