// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDockWidget>
#include <QEvent>
#include <QFileInfo>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "start/gallery.h"

namespace coroboard::gui {

namespace {

// What happened within this time before a kill is lost.
constexpr int keepMilliseconds = 700;
const QString draftSubject = QStringLiteral("draft");
const QString diskSubject = QStringLiteral("disk");
const QString profileSubject = QStringLiteral("profile");

QString nameOf(const QString& path) { return path.isEmpty() ? MainWindow::tr("a program without a name") : QFileInfo(path).fileName(); }

}  // namespace

void MainWindow::buildSession()
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMilliseconds);
    connect(&m_keep, &QTimer::timeout, this, &MainWindow::keepSession);
    const auto soon = [this] {
        if (!m_keep.isActive()) m_keep.start();
    };
    connect(&m_editor->editor(), &QsciScintilla::textChanged, this, soon);
    connect(m_editor, &EditorPanel::titleChanged, this, soon);
    for (auto* each : findChildren<QDockWidget*>()) {
        connect(each, &QDockWidget::visibilityChanged, this, soon);
        connect(each, &QDockWidget::dockLocationChanged, this, soon);
        connect(each, &QDockWidget::topLevelChanged, this, soon);
    }
    // A splitter that was dragged resizes the middle.
    centralWidget()->installEventFilter(this);
    connect(&m_disk, &DiskWatch::changed, this, &MainWindow::fileChanged);
    connect(&m_disk, &DiskWatch::deleted, this, &MainWindow::fileDeleted);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == centralWidget() && !m_keep.isActive()) m_keep.start();
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_settings.autosave() == Autosave::Always) autosave();
}

void MainWindow::keepSession()
{
    m_keep.stop();
    m_settings.setWindow(saveGeometry(), saveState());
    m_settings.setLast(m_editor->path(), m_link.hasBoard() ? QString::fromStdString(m_link.profile().file.string()) : QString());
    m_settings.sync();
    if (const auto kept = m_drafts.keep(drafts()); !kept)
        m_messages->tell(draftSubject, MessageBar::Tone::Warning,
                         tr("Unsaved text cannot be kept safe: %1").arg(QString::fromStdString(kept.error().message)));
}

// Only files that have a name and are not examples of ours; a text without one is kept as a draft.
void MainWindow::autosave()
{
    if (m_editor->modified() && !m_editor->path().isEmpty() && !isExample(m_editor->path())) saveTo(m_editor->path());
}

std::vector<Draft> MainWindow::drafts() const
{
    std::vector<Draft> all = m_orphans;
    all.insert(all.end(), m_boardOrphans.begin(), m_boardOrphans.end());
    if (m_boardEditor.modified()) all.push_back({m_boardEditor.file(), QString::fromStdString(m_boardEditor.draft().text()), 1});
    if (!m_editor->modified()) return all;
    int line = 0;
    int column = 0;
    m_editor->editor().getCursorPosition(&line, &column);
    all.insert(all.begin(), {m_editor->path(), m_editor->editor().text(), line + 1});
    return all;
}

// True when a text that was not saved stands in the editor now. What belongs to another file than the one asked for is offered.
bool MainWindow::restoreDrafts(const QString& opening)
{
    m_orphans = m_drafts.takeOrphans();
    const auto boards = std::stable_partition(m_orphans.begin(), m_orphans.end(), [](const Draft& draft) { return !draft.path.endsWith(QStringLiteral(".json")); });
    m_boardOrphans.assign(boards, m_orphans.end());
    m_orphans.erase(boards, m_orphans.end());
    const bool asked = !opening.isEmpty();
    for (auto draft = m_orphans.begin(); draft != m_orphans.end(); ++draft) {
        if (asked && draft->path != m_editor->path()) continue;
        const Draft found = *draft;
        m_orphans.erase(draft);
        restore(found);
        return true;
    }
    if (!m_orphans.empty()) {
        m_messages->tell(draftSubject, MessageBar::Tone::Note,
                         tr("The text of %1 was not saved last time. It is kept.").arg(nameOf(m_orphans.front().path)),
                         {{tr("Open it"),
                           [this] {
                               const Draft found = m_orphans.front();
                               afterSaving(tr("before opening the other text"), [this, found] {
                                   m_orphans.erase(m_orphans.begin());
                                   restore(found);
                               });
                           }},
                          {tr("Discard it"), [this] {
                               m_orphans.erase(m_orphans.begin());
                               keepSession();
                           }}});
    }
    keepSession();
    return false;
}

void MainWindow::restore(const Draft& draft)
{
    if (draft.path.isEmpty() || !m_editor->open(draft.path)) m_editor->startEmpty();
    m_editor->editor().setText(draft.text);
    m_editor->editor().setCursorPosition(draft.line - 1, 0);
    m_editor->editor().ensureCursorVisible();
    std::vector<MessageBar::Choice> choices;
    if (QFileInfo::exists(draft.path)) choices = {{tr("Back to the saved file"), [this, path = draft.path] { openProgram(path); }}};
    m_messages->tell(draftSubject, MessageBar::Tone::Note,
                     tr("The unsaved text of %1 is back; it has not been run.").arg(nameOf(draft.path)), choices);
    keepSession();
}

void MainWindow::watchFiles()
{
    QStringList files;
    if (!m_editor->path().isEmpty()) files.append(m_editor->path());
    if (m_link.hasBoard() && !m_link.profile().file.empty()) files.append(QString::fromStdString(m_link.profile().file.string()));
    m_disk.watch(files);
}

void MainWindow::fileChanged(const QString& file)
{
    if (file != m_editor->path()) {
        m_messages->tell(profileSubject, MessageBar::Tone::Note, tr("The board's file %1 changed on disk.").arg(nameOf(file)),
                         {{tr("Load it"), [this, file] { openBoard(file); }}});
        return;
    }
    if (m_editor->modified()) {
        m_messages->tell(diskSubject, MessageBar::Tone::Warning, tr("%1 changed on disk, and it has changes here that are not saved.").arg(nameOf(file)),
                         {{tr("Load from disk"), [this, file] { static_cast<void>(m_editor->open(file)); }}, {tr("Keep mine"), {}}});
        return;
    }
    int line = 0;
    int column = 0;
    m_editor->editor().getCursorPosition(&line, &column);
    if (const auto opened = m_editor->open(file); !opened) {
        m_messages->tell(diskSubject, MessageBar::Tone::Warning, QString::fromStdString(opened.error().message));
        return;
    }
    m_editor->editor().setCursorPosition(line, column);
    m_messages->tell(diskSubject, MessageBar::Tone::Note, tr("%1 changed on disk and was loaded again.").arg(nameOf(file)),
                     {{tr("Run"), [this] { run(); }}});
}

void MainWindow::fileDeleted(const QString& file)
{
    if (file != m_editor->path()) {
        m_messages->tell(profileSubject, MessageBar::Tone::Warning,
                         tr("The board's file %1 was deleted or moved. The board goes on; it cannot be opened again from there.").arg(nameOf(file)));
        return;
    }
    m_messages->tell(diskSubject, MessageBar::Tone::Warning, tr("%1 was deleted or moved on disk. Its text is still here.").arg(nameOf(file)),
                     {{tr("Save it again"), [this, file] { saveTo(file); }}});
}

}  // namespace coroboard::gui
