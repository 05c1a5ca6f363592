// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: the files of a project: their tree, their tabs, what is remembered of them.
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QTimer>
#include <algorithm>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/editing_actions.h"
#include "main_window/message_bar.h"
#include "project/project_tree.h"
#include "start/gallery.h"
#include "theme/icons.h"

namespace coroboard::gui {

namespace {

const QString fileSubject = QStringLiteral("file");
constexpr int treeWidth = 150;
const QString treeSubject = QStringLiteral("tree");

// Whether a folder holds more than its main.py and the note which board it wants.
bool hasMoreFiles(const QString& folder)
{
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(),
                       [](const QString& name) { return name != QStringLiteral("main.py") && name != QStringLiteral("coroboard.json"); });
}

}  // namespace

void MainWindow::buildProjectActions()
{
    EditingActions& e = *m_editing;
    const auto make = [this](const char* name, const QString& text, const char* iconName, const char* keys, auto receiver, auto slot) {
        QAction* made = namedAction(*this, name, text, QLatin1String(iconName), {QKeySequence(QLatin1String(keys))});
        connect(made, &QAction::triggered, receiver, slot);
        return made;
    };
    e.newFile = make("newProjectFile", tr("New f&ile in the project…"), "new", "Ctrl+Alt+N", this, [this] { showFiles(), m_project->askNewFile(); });
    e.newFolder = make("newProjectFolder", tr("New &folder in the project…"), "project", "Ctrl+Alt+Shift+N", this, [this] { showFiles(), m_project->askNewFolder(); });
    e.rename = make("renameFile", tr("Re&name the file…"), "", "F2", this, [this] { showFiles(), m_project->askRename(); });
    e.remove = make("removeFile", tr("&Delete the file"), "clear", "Del", m_project, &ProjectTree::remove);
    for (QAction* each : {e.rename, e.remove}) each->setShortcutContext(Qt::WidgetShortcut);
    e.saveAll = make("saveAll", tr("Sa&ve all"), "save", "Ctrl+Alt+Shift+S", this, &MainWindow::saveAll);
    e.closeTab = make("closeTab", tr("&Close the tab"), "close", "Ctrl+W", this, [this] { closeTab(m_editor->current()); });
    e.nextTab = make("nextTab", tr("Ne&xt tab"), "", "Ctrl+Tab", this, [this] { turnTab(1); });
    e.previousTab = make("previousTab", tr("Previo&us tab"), "", "Ctrl+Shift+Tab", this, [this] { turnTab(-1); });
    e.runThis = make("runThisFile", tr("Run this &file"), "run", "Ctrl+Shift+F5", this, &MainWindow::runThisFile);
    QAction* open = make("openSelected", tr("&Open the file"), "open", "", this, [this] {
        if (QFileInfo(m_project->selected()).isFile()) openTab(m_project->selected());
    });
    QAction* runSelected = make("runSelected", tr("Run this &file"), "run", "", this, [this] {
        if (!m_project->selected().endsWith(QStringLiteral(".py"))) return;
        openTab(m_project->selected());
        runThisFile();
    });
    m_project->setActions({open, runSelected, e.newFile, e.newFolder, e.rename, e.remove});
}

void MainWindow::fillFileMenu(QMenu& menu)
{
    const EditingActions& e = *m_editing;
    QMenu* project = menu.addMenu(icon(QStringLiteral("project")), tr("&Project files"));
    project->addActions({e.newFile, e.newFolder, e.rename, e.remove});
    menu.addSeparator();
    menu.addActions({e.nextTab, e.previousTab, e.closeTab});
}

void MainWindow::buildProject()
{
    connect(m_editor, &EditorPanel::closeAsked, this, [this](Document* document) { closeTab(*document); });
    connect(m_editor, &EditorPanel::titleChanged, this, &MainWindow::followTabs);
    connect(m_project, &ProjectTree::fileAsked, this, &MainWindow::openTab);
    connect(m_project, &ProjectTree::fileMade, this, &MainWindow::openTab);
    connect(m_project, &ProjectTree::failed, this, [this](const QString& text) { m_messages->tell(treeSubject, MessageBar::Tone::Warning, text); });
    connect(m_project, &ProjectTree::renamed, m_editor, &EditorPanel::renamed);
    connect(m_project, &ProjectTree::removed, this, &MainWindow::fileRemoved);
    followTabs();
}

void MainWindow::followTabs()
{
    const EditingActions& e = *m_editing;
    const bool several = m_editor->tabs().count() > 1;
    for (QAction* each : {e.closeTab, e.nextTab, e.previousTab}) each->setEnabled(several);
    e.runThis->setEnabled(m_editor->current().isPython() && m_link.hasBoard());
    e.saveAll->setEnabled(m_editor->modified());
    for (QAction* each : {e.newFile, e.newFolder, e.rename, e.remove}) each->setEnabled(!m_editor->project().isEmpty());
    m_project->setProject(m_editor->project(), m_editor->programPath());
    m_project->select(m_editor->path());
}

void MainWindow::showFiles()
{
    auto* pane = findChild<QDockWidget*>(QStringLiteral("project"));
    const bool wasSeen = pane->isVisible();
    pane->show();
    pane->raise();
    if (!wasSeen) makeRoomForFiles();
}

// The text keeps its width; the board gives way. The pane has its place only when the window has laid it out.
void MainWindow::makeRoomForFiles()
{
    QTimer::singleShot(0, this, [this, width = findChild<QDockWidget*>(QStringLiteral("editor"))->width()] {
        auto* pane = findChild<QDockWidget*>(QStringLiteral("project"));
        auto* editor = findChild<QDockWidget*>(QStringLiteral("editor"));
        if (!pane->isFloating() && dockWidgetArea(pane) == dockWidgetArea(editor))
            resizeDocks({pane, editor}, {treeWidth, std::max(width, this->width() * 30 / 100)}, Qt::Horizontal);
    });
}

// In place of what was open; its tabs and breakpoints are remembered, those of the new one come back.
Result<void> MainWindow::openEditor(const QString& path)
{
    rememberProject();
    auto opened = m_editor->open(path);
    if (!opened) return opened;
    recallProject();
    if (!m_editor->project().isEmpty() && !isExample(m_editor->programPath()) && hasMoreFiles(m_editor->project())) showFiles();
    return opened;
}

void MainWindow::openTab(const QString& path)
{
    m_messages->take(fileSubject);
    const auto opened = m_editor->openFile(path);
    if (!opened) return m_messages->tell(fileSubject, MessageBar::Tone::Error, QString::fromStdString(opened.error().message));
    m_disk.known(path);
    m_editor->setFocus();
}

void MainWindow::closeTab(Document& document)
{
    const QString subject = QStringLiteral("unsaved-tab");
    if (!document.modified()) return m_editor->close(document);
    const QString path = document.path();
    const auto discard = [this, path] {
        if (Document* asked = m_editor->documentOf(path)) m_editor->close(*asked);
    };
    m_messages->tell(subject, MessageBar::Tone::Warning,
                     tr("%1 has changes that are not saved. Save them %2?").arg(QFileInfo(path).fileName(), tr("before closing")),
                     {{tr("Save"),
                       [this, path, discard] {
                           if (Document* asked = m_editor->documentOf(path); asked && saveDocument(*asked)) discard();
                       }},
                      {tr("Discard"), discard},
                      {tr("Cancel"), {}}});
}

void MainWindow::turnTab(int by)
{
    QTabBar& tabs = m_editor->tabs();
    tabs.setCurrentIndex((tabs.currentIndex() + by + tabs.count()) % tabs.count());
    m_editor->setFocus();
}

bool MainWindow::saveDocument(Document& document)
{
    if (document.path().isEmpty() || isExample(document.path())) {
        m_editor->raise(document);
        return save();
    }
    if (const auto saved = document.saveAs(document.path()); !saved) {
        m_messages->tell(fileSubject, MessageBar::Tone::Error, QString::fromStdString(saved.error().message));
        return false;
    }
    m_disk.known(document.path());
    m_settings.addRecentFile(m_editor->programPath());
    return true;
}

bool MainWindow::saveAll()
{
    bool all = true;
    for (Document* document : m_editor->modifiedDocuments()) all = saveDocument(*document) && all;
    return all;
}

void MainWindow::fileRemoved(const QString& path, const QString& inTrash)
{
    const auto isGone = [&](const Document* document) { return document->path() == path || document->path().startsWith(path + QLatin1Char('/')); };
    for (Document* document : m_editor->documents()) {
        if (!isGone(document) || document->modified()) continue;
        if (m_editor->tabs().count() == 1) openTab(m_editor->programPath());
        m_editor->close(*document);
    }
    m_messages->tell(treeSubject, MessageBar::Tone::Note, tr("%1 is in the trash.").arg(QDir(m_editor->project()).relativeFilePath(path)),
                     {{tr("Put it back"), [this, path, inTrash] {
                           if (!QFile::rename(inTrash, path))
                               m_messages->tell(treeSubject, MessageBar::Tone::Error, tr("%1 cannot be put back; it is in %2.").arg(path, inTrash));
                       }}});
}

void MainWindow::runThisFile()
{
    m_editor->runInstead(m_editor->project().isEmpty() ? QString() : m_editor->path());
    begin(modules::Proceed::Run);
}

// -- What is remembered.

void MainWindow::rememberProject()
{
    ProjectNotes notes;
    for (const Document* document : m_editor->documents()) notes.open.append(document->path());
    notes.inFront = m_editor->path();
    notes.breakpoints = m_editor->allBreakpoints();
    notes.watches = m_editor->stopView().watches();
    m_memory.keep(m_editor->programPath(), notes);
}

void MainWindow::recallProject()
{
    const ProjectNotes notes = m_memory.recall(m_editor->programPath());
    for (const QString& path : notes.open)
        if (path != m_editor->programPath() && m_editor->isInProject(path)) static_cast<void>(m_editor->openFile(path));
    m_editor->setAllBreakpoints(notes.breakpoints);
    m_editor->stopView().setWatches(notes.watches);
    if (Document* front = m_editor->documentOf(notes.inFront)) m_editor->raise(*front);
}

}  // namespace coroboard::gui
