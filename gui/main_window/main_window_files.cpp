// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/dock_title.h"
#include "main_window/message_bar.h"
#include "simulation/board_files.h"
#include "start/gallery.h"

namespace coroboard::gui {

namespace {

const QString fileSubject = QStringLiteral("file");
const QString boardSubject = QStringLiteral("board");
const QString unsavedSubject = QStringLiteral("unsaved");

// Dialogs do not block: the simulation and the rest of the window go on.
QFileDialog* fileDialog(QWidget* parent, const QString& title, const QString& folder)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    return dialog;
}

// The board a project's coroboard.json names; empty when there is none.
QString boardWantedBy(const QString& path)
{
    const QFileInfo file(path);
    if (path.isEmpty() || (!file.isDir() && file.fileName() != QStringLiteral("main.py"))) return {};
    const auto program = program::loadProgram((file.isDir() ? path : file.absolutePath()).toStdString());
    return program ? QString::fromStdString(program->board) : QString();
}

QString programFilter() { return MainWindow::tr("Programs and recordings (*.py *.coro);;All files (*)"); }

}  // namespace

QString MainWindow::demoFolder(const board::BoardProfile& profile) const
{
    const QString demo = profile.demo.empty() ? QStringLiteral("first-light") : QString::fromStdString(profile.demo);
    return QDir(examplesFolder()).filePath(demo);
}

// What is opened when no file was given.
QString MainWindow::programAtStart() const
{
    return m_settings.startUp() == StartUp::Demo ? QString() : m_settings.lastProgram();
}

// A board that cannot be had is told; the default one takes its place.
Result<board::BoardProfile> MainWindow::boardAtStart(const QString& wanted)
{
    auto profile = simulation::findBoard(wanted.isEmpty() ? std::string(simulation::defaultBoard) : wanted.toStdString());
    if (profile) return profile;
    m_messages->tell(boardSubject, MessageBar::Tone::Error, QString::fromStdString(profile.error().message));
    return wanted.isEmpty() ? profile : simulation::findBoard(std::string(simulation::defaultBoard));
}

void MainWindow::start(const QString& file, const QString& board)
{
    const bool first = m_settings.firstRun();
    if (isRecording(file)) {
        chooseSpeed(m_settings.startSpeed());
        if (openRecording(file)) return m_settings.setUsed();
    }
    const bool profileGiven = file.endsWith(QStringLiteral(".json"));
    const bool nothingGiven = file.isEmpty() && board.isEmpty();
    const QString last = nothingGiven ? programAtStart() : QString();
    const QString opening = profileGiven || isRecording(file) ? QString() : !file.isEmpty() ? file : last;
    QString wanted = profileGiven ? file : board;
    if (wanted.isEmpty() && !last.isEmpty()) wanted = m_settings.lastBoard();
    if (wanted.isEmpty()) wanted = boardWantedBy(opening);
    const auto profile = boardAtStart(wanted);
    const QString program = opening.isEmpty() && profile ? demoFolder(*profile) : opening;
    if (!program.isEmpty()) {
        if (const auto opened = openEditor(program); !opened)
            m_messages->tell(fileSubject, MessageBar::Tone::Error, QString::fromStdString(opened.error().message));
        else if (!opening.isEmpty())
            m_settings.addRecentFile(m_editor->programPath());
    }
    chooseSpeed(m_settings.startSpeed());
    // What killed the app last time is not started again unasked.
    const bool restored = restoreDrafts(file);
    if (profile) m_link.openBoard(*profile, restored || m_editor->programPath().isEmpty() ? nullptr : m_editor->program());
    refreshTitle();
    restoreBoardDrafts();
    if (first && nothingGiven && !restored) welcome();
    if (!first && nothingGiven && !restored && m_settings.startUp() == StartUp::StartPage) showStart();
    m_settings.setUsed();
}

void MainWindow::openPath(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_editor->isInProject(absolute) && absolute != m_editor->programPath() && QFileInfo(path).isFile()) return openTab(absolute);
    if (path.endsWith(QStringLiteral(".json"))) return openBoard(path);
    const QString occasion = tr("before opening %1").arg(QFileInfo(path).fileName());
    if (isRecording(path) && m_boardEditor.modified()) return afterSavingBoard(occasion, [this, path] { openPath(path); });
    afterSaving(occasion, [this, path] {
        if (isRecording(path)) openRecording(path);
        else openProgram(path);
    });
}

void MainWindow::openProgram(const QString& path)
{
    m_messages->take(fileSubject);
    hideStart();
    if (const auto opened = openEditor(path); !opened) {
        m_messages->tell(fileSubject, MessageBar::Tone::Error, QString::fromStdString(opened.error().message));
        return;
    }
    m_settings.addRecentFile(m_editor->programPath());
    m_settings.setLastFolder(QFileInfo(m_editor->programPath()).path());
    for (const Document* document : m_editor->documents()) m_disk.known(document->path());
    const QString wanted = boardWantedBy(m_editor->programPath());
    const auto profile = wanted.isEmpty() ? failure({}) : simulation::findBoard(wanted.toStdString());
    if (profile && profile->file != m_link.profile().file)
        openBoard(QString::fromStdString(profile->file.string()));
    else if (m_link.hasBoard())
        run();
}

void MainWindow::openBoard(const QString& nameOrFile)
{
    if (m_boardEditor.modified()) return afterSavingBoard(tr("before opening a board"), [this, nameOrFile] { openBoard(nameOrFile); });
    m_messages->take(boardSubject);
    hideStart();
    const auto profile = simulation::findBoard(nameOrFile.toStdString());
    if (!profile) {
        m_messages->tell(boardSubject, MessageBar::Tone::Error, QString::fromStdString(profile.error().message));
        return;
    }
    // The demo follows its board; a program of the user's stays.
    const bool showsDemo = m_link.hasBoard() && !m_editor->modified() &&
                           m_editor->programPath() == QDir(demoFolder(m_link.profile())).filePath(QStringLiteral("main.py"));
    if (showsDemo && m_editor->programPath() != QDir(demoFolder(*profile)).filePath(QStringLiteral("main.py")))
        static_cast<void>(openEditor(demoFolder(*profile)));
    m_link.openBoard(*profile, m_editor->program());
    refreshTitle();
}

void MainWindow::newFile()
{
    afterSaving(tr("before starting a new one"), [this] {
        rememberProject();
        m_editor->startEmpty();
        recallProject();
        m_editor->setFocus();
    });
}

void MainWindow::askOpenFile()
{
    QFileDialog* dialog = fileDialog(this, tr("Open a program"), m_settings.lastFolder());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(programFilter());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::askOpenFolder()
{
    QFileDialog* dialog = fileDialog(this, tr("Open a project folder"), m_settings.lastFolder());
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openPath);
    dialog->open();
}

void MainWindow::askOpenBoard()
{
    QFileDialog* dialog = fileDialog(this, tr("Open a board"), QString::fromStdString(simulation::boardsFolder().string()));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Board profiles (*.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openBoard);
    dialog->open();
}

bool MainWindow::save()
{
    if (boardHasFocus()) return saveBoard();
    if (m_editor->path().isEmpty()) {
        askSaveAs();
        return false;
    }
    if (isExample(m_editor->path())) {
        m_messages->tell(fileSubject, MessageBar::Tone::Note, tr("%1 is an example that comes with Coroboard and stays as it is.").arg(m_editor->name()),
                         {{tr("Save a copy…"), [this] { askSaveAs(); }}});
        return false;
    }
    return saveTo(m_editor->path());
}

void MainWindow::askSaveAs()
{
    QFileDialog* dialog = fileDialog(this, tr("Save the program"), m_settings.lastFolder());
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(programFilter());
    dialog->setDefaultSuffix(QStringLiteral("py"));
    dialog->selectFile(QFileInfo(m_editor->name()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveTo);
    dialog->open();
}

bool MainWindow::saveTo(const QString& path)
{
    m_messages->take(fileSubject);
    if (const auto saved = m_editor->saveAs(path); !saved) {
        m_messages->tell(fileSubject, MessageBar::Tone::Error, QString::fromStdString(saved.error().message));
        return false;
    }
    m_messages->take(unsavedSubject);
    m_disk.known(m_editor->path());
    m_settings.addRecentFile(m_editor->path());
    m_settings.setLastFolder(QFileInfo(path).path());
    refreshTitle();
    return true;
}

void MainWindow::afterSaving(const QString& occasion, std::function<void()> go)
{
    const std::vector<Document*> changed = m_editor->modifiedDocuments();
    if (changed.empty()) return go();
    const QString question = changed.size() == 1
                                 ? tr("%1 has changes that are not saved. Save them %2?").arg(QFileInfo(changed.front()->path()).fileName(), occasion)
                                 : tr("%n file(s) have changes that are not saved. Save them %1?", nullptr, int(changed.size())).arg(occasion);
    m_messages->tell(unsavedSubject, MessageBar::Tone::Warning, question,
                     {{tr("Save"),
                       [this, go] {
                           if (saveAll()) go();
                       }},
                      {tr("Discard"), go},
                      {tr("Cancel"), {}}});
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_boardEditor.modified()) {
        event->ignore();
        return afterSavingBoard(tr("before closing"), [this] { close(); });
    }
    if (m_editor->modified() && !m_closing) {
        event->ignore();
        afterSaving(tr("before closing"), [this] {
            m_closing = true;
            close();
        });
        return;
    }
    keepSession();
    static_cast<void>(m_drafts.keep({}));
    m_settings.setEditorZoom(static_cast<int>(m_editor->editor().SendScintilla(QsciScintilla::SCI_GETZOOM)));
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openPath(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::refreshTitle()
{
    watchFiles();
    m_actions->save->setEnabled(m_editor->current().modified() || m_editor->path().isEmpty() || m_boardEditor.modified());
    const QString board = m_link.hasBoard() ? QString::fromStdString(m_link.profile().title) : QString();
    setWindowTitle(QStringLiteral("%1[*] — %2Coroboard").arg(m_editor->name(), board.isEmpty() ? QString() : board + QStringLiteral(" — ")));
    setWindowFilePath(m_editor->path());
    setWindowModified(m_editor->current().modified());
    if (auto* title = findChild<DockTitle*>(QStringLiteral("editorTitle")))
        title->setText(m_editor->name() + (m_editor->current().modified() ? QStringLiteral(" •") : QString()));
}

}  // namespace coroboard::gui
