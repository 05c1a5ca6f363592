// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDockWidget>
#include <QEvent>
#include <QFileInfo>
#include <algorithm>

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
    connect(m_editor, &EditorPanel::edited, this, soon);
    connect(m_editor, &EditorPanel::titleChanged, this, soon);
    connect(m_editor, &EditorPanel::breakpointsChanged, this, soon);
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
    rememberProject();
    m_settings.setLast(m_editor->programPath(), m_link.hasBoard() ? QString::fromStdString(m_link.profile().file.string()) : QString());
    m_settings.sync();
    if (const auto kept = m_drafts.keep(drafts()); !kept)
        m_messages->tell(draftSubject, MessageBar::Tone::Warning,
                         tr("Unsaved text cannot be kept safe: %1").arg(QString::fromStdString(kept.error().message)));
}

// Only files that have a name and are not examples of ours; a text without one is kept as a draft.
void MainWindow::autosave()
{
    for (Document* document : m_editor->modifiedDocuments())
        if (!document->path().isEmpty() && !isExample(document->path())) saveDocument(*document);
}

std::vector<Draft> MainWindow::drafts() const
{
    std::vector<Draft> all;
    for (const Document* document : m_editor->modifiedDocuments()) {
        int line = 0;
        int column = 0;
        document->editor().getCursorPosition(&line, &column);
        all.push_back({document->path(), document->editor().text(), line + 1, m_editor->programPath()});
    }
    all.insert(all.end(), m_orphans.begin(), m_orphans.end());
    all.insert(all.end(), m_boardOrphans.begin(), m_boardOrphans.end());
    if (m_boardEditor.modified()) all.push_back({m_boardEditor.file(), QString::fromStdString(m_boardEditor.draft().text()), 1});
    return all;
}

// Of the orphans, those of the program that the first one belongs to; they are no orphans any more.
std::vector<Draft> MainWindow::takeDrafts(std::size_t first)
{
    const QString program = m_orphans[first].program;
    const auto others = std::stable_partition(m_orphans.begin(), m_orphans.end(), [&](const Draft& each) { return each.program == program; });
    std::vector<Draft> taken(m_orphans.begin(), others);
    m_orphans.erase(m_orphans.begin(), others);
    return taken;
}

// True when a text that was not saved stands in the editor now. What belongs to another program than the one asked for is offered.
bool MainWindow::restoreDrafts(const QString& opening)
{
    m_orphans = m_drafts.takeOrphans();
    // A board's text is of no program.
    const auto boards = std::stable_partition(m_orphans.begin(), m_orphans.end(), [](const Draft& draft) {
        return !draft.path.endsWith(QStringLiteral(".json")) || (!draft.program.isEmpty() && draft.program != draft.path);
    });
    m_boardOrphans.assign(boards, m_orphans.end());
    m_orphans.erase(boards, m_orphans.end());
    for (std::size_t i = 0; i < m_orphans.size(); ++i) {
        if (!opening.isEmpty() && m_orphans[i].program != m_editor->programPath()) continue;
        restore(takeDrafts(i));
        return true;
    }
    if (!m_orphans.empty()) {
        m_messages->tell(draftSubject, MessageBar::Tone::Note,
                         tr("The text of %1 was not saved last time. It is kept.").arg(nameOf(m_orphans.front().path)),
                         {{tr("Open it"), [this] { afterSaving(tr("before opening the other text"), [this] { restore(takeDrafts(0)); }); }},
                          {tr("Discard it"), [this] {
                               takeDrafts(0);
                               keepSession();
                           }}});
    }
    keepSession();
    return false;
}

void MainWindow::restore(const std::vector<Draft>& drafts)
{
    const QString program = drafts.front().program;
    if (program.isEmpty() || (program != m_editor->programPath() && !openEditor(program))) m_editor->startEmpty();
    QStringList names;
    bool saved = true;
    for (const Draft& draft : drafts) {
        names.append(nameOf(draft.path));
        saved = saved && QFileInfo::exists(draft.path);
        Document* document = m_editor->documentOf(draft.path);
        if (!document && draft.path == program) document = &m_editor->current();
        if (!document) {
            const auto opened = m_editor->openFile(draft.path);
            document = opened ? *opened : &m_editor->addMissing(draft.path);
        }
        document->editor().setText(draft.text);
        document->editor().setCursorPosition(draft.line - 1, 0);
        document->editor().ensureCursorVisible();
    }
    std::vector<MessageBar::Choice> choices;
    if (saved) choices = {{drafts.size() == 1 ? tr("Back to the saved file") : tr("Back to the saved files"), [this, drafts] {
                               for (const Draft& draft : drafts)
                                   if (Document* document = m_editor->documentOf(draft.path)) static_cast<void>(document->load(draft.path));
                               run();
                           }}};
    m_messages->tell(draftSubject, MessageBar::Tone::Note,
                     drafts.size() == 1 ? tr("The unsaved text of %1 is back; it has not been run.").arg(names.first())
                                        : tr("The unsaved texts of %1 are back; they have not been run.").arg(names.join(QStringLiteral(", "))),
                     choices);
    keepSession();
}

void MainWindow::watchFiles()
{
    QStringList files;
    for (const Document* document : m_editor->documents())
        if (!document->path().isEmpty()) files.append(document->path());
    if (m_link.hasBoard() && !m_link.profile().file.empty()) files.append(QString::fromStdString(m_link.profile().file.string()));
    m_disk.watch(files);
}

void MainWindow::fileChanged(const QString& file)
{
    Document* document = m_editor->documentOf(file);
    if (!document) {
        m_messages->tell(profileSubject, MessageBar::Tone::Note, tr("The board's file %1 changed on disk.").arg(nameOf(file)),
                         {{tr("Load it"), [this, file] { openBoard(file); }}});
        return;
    }
    const QString subject = diskSubject + (m_editor->documents().size() > 1 ? file : QString());
    if (document->modified()) {
        m_messages->tell(subject, MessageBar::Tone::Warning, tr("%1 changed on disk, and it has changes here that are not saved.").arg(nameOf(file)),
                         {{tr("Load from disk"),
                           [this, file] {
                               if (Document* asked = m_editor->documentOf(file)) static_cast<void>(asked->load(file));
                           }},
                          {tr("Keep mine"), {}}});
        return;
    }
    int line = 0;
    int column = 0;
    document->editor().getCursorPosition(&line, &column);
    if (const auto loaded = document->load(file); !loaded) {
        m_messages->tell(subject, MessageBar::Tone::Warning, QString::fromStdString(loaded.error().message));
        return;
    }
    document->editor().setCursorPosition(line, column);
    // What the program writes on its flash is no reason to run again.
    if (!document->isPython()) return;
    m_messages->tell(subject, MessageBar::Tone::Note, tr("%1 changed on disk and was loaded again.").arg(nameOf(file)),
                     {{tr("Run"), [this] { run(); }}});
}

void MainWindow::fileDeleted(const QString& file)
{
    Document* document = m_editor->documentOf(file);
    if (!document) {
        m_messages->tell(profileSubject, MessageBar::Tone::Warning,
                         tr("The board's file %1 was deleted or moved. The board goes on; it cannot be opened again from there.").arg(nameOf(file)));
        return;
    }
    const QString subject = diskSubject + (m_editor->documents().size() > 1 ? file : QString());
    m_messages->tell(subject, MessageBar::Tone::Warning, tr("%1 was deleted or moved on disk. Its text is still here.").arg(nameOf(file)),
                     {{tr("Save it again"), [this, file] {
                           if (Document* asked = m_editor->documentOf(file)) saveDocument(*asked);
                       }}});
}

}  // namespace coroboard::gui
