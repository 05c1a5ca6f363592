// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings: the run so far as a file, and files that play again.
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "recording/recording_file.h"
#include "simulation/duration.h"

namespace coroboard::gui {

namespace {

const QString recordingSubject = QStringLiteral("recording");
const QString suffix = QStringLiteral(".coro");

QString durationOf(time::VirtualTime end) { return QString::fromStdString(simulation::durationText(end.time_since_epoch())); }

}  // namespace

bool MainWindow::isRecording(const QString& path) { return path.endsWith(suffix); }

// The record is taken at this moment, whatever happens while the dialog is open.
void MainWindow::askSaveRecording()
{
    m_recordAsked = m_link.snapshot()->record;
    m_awaitsRecord = true;
    m_link.send(simulation::TakeRecord{});
}

void MainWindow::recordTaken(std::shared_ptr<const simulation::RunRecord> record)
{
    m_awaitsRecord = false;
    auto* dialog = new QFileDialog(this, tr("Save the recording"), m_settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("recordingDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Recordings (*.coro)"));
    dialog->setDefaultSuffix(suffix.mid(1));
    connect(dialog, &QFileDialog::fileSelected, this, [this, record](const QString& file) { saveRecording(*record, file); });
    dialog->open();
}

void MainWindow::saveRecording(const simulation::RunRecord& record, const QString& file)
{
    if (const auto saved = recording::saveRecording(record, QDir::toNativeSeparators(file).toStdString()); !saved) {
        m_messages->tell(recordingSubject, MessageBar::Tone::Error, QString::fromStdString(saved.error().message));
        return;
    }
    QString text = tr("%1 holds %2 of this run, from power-on.").arg(QFileInfo(file).fileName(), durationOf(record.end));
    if (record.inexactSince)
        text += QLatin1Char(' ') + tr("It plays again exactly up to %1: then something was moved while the program stood at a line.").arg(durationOf(*record.inexactSince));
    m_messages->tell(recordingSubject, record.inexactSince ? MessageBar::Tone::Warning : MessageBar::Tone::Note, text,
                     {{tr("Play it again"), [this, file] { openPath(file); }}});
}

bool MainWindow::openRecording(const QString& path)
{
    const auto record = recording::loadRecording(path.toStdString());
    if (!record) {
        m_messages->tell(recordingSubject, MessageBar::Tone::Error, QString::fromStdString(record.error().message));
        return false;
    }
    if (const auto checked = simulation::checkRecord(*record); !checked) {
        m_messages->tell(recordingSubject, MessageBar::Tone::Error, path + QStringLiteral(": ") + QString::fromStdString(checked.error().message));
        return false;
    }
    hideStart();
    m_replayedFile = path;
    m_replay = simulation::ReplayState::None;
    m_settings.setLastFolder(QFileInfo(path).path());
    m_editor->startEmpty();
    if (const auto& program = (*record)->start.program) {
        m_editor->editor().setText(QString::fromStdString(program->main));
        m_editor->editor().setModified(false);
    }
    m_link.replay(*record);
    refreshTitle();
    return true;
}

// Told in place when it changes: it runs, it is over, somebody took over.
void MainWindow::showReplay(const simulation::Snapshot& snapshot)
{
    if (m_awaitsRecord && snapshot.record && snapshot.record != m_recordAsked) recordTaken(snapshot.record);
    if (m_replay == snapshot.replay) return;
    m_replay = snapshot.replay;
    const QString name = QFileInfo(m_replayedFile).fileName();
    const std::vector<MessageBar::Choice> again = {{tr("Play it again"), [this, file = m_replayedFile] { openPath(file); }}};
    switch (m_replay) {
    case simulation::ReplayState::None: m_messages->take(recordingSubject); break;
    case simulation::ReplayState::Running:
        m_messages->tell(recordingSubject, MessageBar::Tone::Note,
                         tr("Playing %1 (%2): all that was moved and typed comes by itself. What you do takes over.").arg(name, durationOf(snapshot.replayEnd)));
        break;
    case simulation::ReplayState::Exact:
        m_messages->tell(recordingSubject, MessageBar::Tone::Note, tr("%1 came out exactly as it was recorded.").arg(name), again);
        break;
    case simulation::ReplayState::Different:
        m_messages->tell(recordingSubject, MessageBar::Tone::Warning,
                         tr("%1 did not come out as it was recorded.").arg(name), again);
        break;
    case simulation::ReplayState::TakenOver:
        m_messages->tell(recordingSubject, MessageBar::Tone::Note, tr("You took over from %1: from here on it is a new run.").arg(name), again);
        break;
    }
}

}  // namespace coroboard::gui
