// SPDX-License-Identifier: GPL-3.0-or-later
// The board's edit mode in the window: its actions, where an edited board goes, and what is asked before edits are lost.
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

#include "board_edit/board_panel.h"
#include "board_edit/parts_panel.h"
#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/message_bar.h"
#include "simulation/board_copy.h"
#include "start/gallery.h"
#include "theme/icons.h"

namespace coroboard::gui {

namespace {

const QString editSubject = QStringLiteral("boardEdit");
const QString unsavedBoardSubject = QStringLiteral("unsavedBoard");

QString textOf(const Error& error) { return QString::fromStdString(error.message); }

// What comes with the app stays as it is.
bool isOurs(const QString& file) { return simulation::isShippedBoard(file.toStdString()) || isExample(file); }

}  // namespace

void MainWindow::buildBoardActions()
{
    Actions& a = *m_actions;
    EditCanvas& canvas = m_boardPanel->canvas();
    a.editBoard = namedAction(*this, "editBoard", tr("&Edit the board"), QStringLiteral("edit"), {QKeySequence("Ctrl+E")});
    a.editBoard->setCheckable(true);
    connect(a.editBoard, &QAction::triggered, this, [this](bool on) { on ? beginBoardEdit() : endBoardEdit(); });
    a.showWires = namedAction(*this, "showWires", tr("Show the &wires"), QStringLiteral("wiring"), {QKeySequence("Ctrl+Alt+W")});
    a.showWires->setCheckable(true);
    connect(a.showWires, &QAction::toggled, this, [this](bool on) { m_board->setWiresShown(on ? WiresShown::Yes : WiresShown::No); });
    a.applyBoard = namedAction(*this, "applyBoard", tr("&Apply the changes"), QStringLiteral("run"), {QKeySequence("Ctrl+Shift+E")});
    connect(a.applyBoard, &QAction::triggered, this, &MainWindow::applyBoard);
    a.saveBoard = namedAction(*this, "saveBoard", tr("&Save the board"), QStringLiteral("save"), {QKeySequence("Ctrl+Alt+S")});
    connect(a.saveBoard, &QAction::triggered, this, [this] { saveBoard(); });

    a.boardUndo = m_boardEditor.steps().createUndoAction(this, tr("Undo"));
    a.boardRedo = m_boardEditor.steps().createRedoAction(this, tr("Redo"));
    a.boardUndo->setIcon(icon(QStringLiteral("undo")));
    a.boardRedo->setIcon(icon(QStringLiteral("redo")));
    m_boardPanel->setTools({a.boardUndo, a.boardRedo, canvas.rotateAction(), canvas.duplicateAction(), canvas.removeAction(), a.saveBoard, a.applyBoard},
                           {a.zoomOut, a.zoomIn, a.fit, a.showWires, a.editBoard});

    dock(QStringLiteral("parts"), tr("Parts"), QStringLiteral("board"), m_parts, {});
    m_actions->docks.removeLast();           // it comes and goes with the edit mode
    connect(&m_parts->partPalette(), &PartPalette::chosen, &canvas, &EditCanvas::addInMiddle);
    connect(&canvas, &EditCanvas::inspectAsked, this, [this] {
        m_parts->setCurrentWidget(&m_parts->inspector());
        m_parts->inspector().focusName();
    });
    connect(m_boardPanel, &BoardPanel::nextProblemAsked, this, &MainWindow::selectNextProblem);
    connect(&m_boardEditor, &BoardEditor::opened, this, &MainWindow::refreshBoardEdit);
    connect(&m_boardEditor, &BoardEditor::changed, this, [this] {
        refreshBoardEdit();
        refreshTitle();
    });
    connect(&m_boardEditor, &BoardEditor::changed, &m_keep, [this] {
        if (!m_keep.isActive()) m_keep.start();
    });
    connect(&m_link, &SimulationLink::boardOpened, this, [this] {
        if (m_applyingBoard) return;
        const QString file = QString::fromStdString(m_link.profile().file.string());
        if (file.isEmpty())
            m_boardEditor.close();
        else
            static_cast<void>(m_boardEditor.open(file));
        // The pictures of boards that come with the app have their wires printed.
        m_actions->showWires->setChecked(!file.isEmpty() && !simulation::isShippedBoard(file.toStdString()));
        m_appliedBoard = m_boardEditor.isOpen() ? m_boardEditor.draft().text() : std::string();
        refreshBoardEdit();
    });
    refreshBoardEdit();
}

void MainWindow::addBoardEditMenu(QMenu& menu)
{
    Actions& a = *m_actions;
    EditCanvas& canvas = m_boardPanel->canvas();
    menu.addActions({a.showWires, a.editBoard, canvas.rotateAction(), canvas.duplicateAction(), canvas.removeAction(), a.applyBoard, a.saveBoard});
    menu.addSeparator();
}

bool MainWindow::editsBoard() const { return m_boardPanel->mode() == BoardMode::Edit; }

// Whether what is done now is meant for the board: Undo, Save.
bool MainWindow::boardHasFocus() const
{
    const QWidget* focus = focusWidget();
    return editsBoard() && focus && (m_boardPanel->isAncestorOf(focus) || m_parts->isAncestorOf(focus));
}

void MainWindow::undo() { boardHasFocus() ? m_boardEditor.steps().undo() : m_editor->editor().undo(); }

void MainWindow::redo() { boardHasFocus() ? m_boardEditor.steps().redo() : m_editor->editor().redo(); }

// The Edit menu says which step of the board it is about.
void MainWindow::nameSteps()
{
    const auto name = [this](const QString& plain, const QString& step) { return boardHasFocus() && !step.isEmpty() ? plain + QLatin1Char(' ') + step : plain; };
    m_actions->undo->setText(name(tr("&Undo"), m_boardEditor.steps().undoText()));
    m_actions->redo->setText(name(tr("&Redo"), m_boardEditor.steps().redoText()));
}

void MainWindow::beginBoardEdit()
{
    if (!m_boardEditor.isOpen()) {
        m_messages->tell(editSubject, MessageBar::Tone::Warning, tr("This board has no file, so it cannot be edited."));
        m_actions->editBoard->setChecked(false);
        return;
    }
    m_boardPanel->setMode(BoardMode::Edit);
    auto* parts = findChild<QDockWidget*>(QStringLiteral("parts"));
    auto* sensors = findChild<QDockWidget*>(QStringLiteral("sensors"));
    if (sensors->isVisible() && !sensors->isFloating()) tabifyDockWidget(sensors, parts);
    parts->show();
    parts->raise();
    m_boardPanel->canvas().setFocus();
    refreshBoardEdit();
}

// The board that was edited takes the place of the one that runs. One with problems stays a draft.
void MainWindow::endBoardEdit()
{
    if (!applyBoard()) {
        m_actions->editBoard->setChecked(true);
        return;
    }
    m_boardEditor.select({});
    m_boardPanel->setMode(BoardMode::Play);
    findChild<QDockWidget*>(QStringLiteral("parts"))->hide();
    findChild<QDockWidget*>(QStringLiteral("sensors"))->raise();
    m_boardPanel->board().setFocus();
    refreshBoardEdit();
}

bool MainWindow::applyBoard()
{
    m_messages->take(editSubject);
    if (!m_boardEditor.isOpen()) return true;
    const auto profile = board::parseProfile(m_boardEditor.draft().text(), m_boardEditor.file().toStdString());
    if (!profile) {
        m_messages->tell(editSubject, MessageBar::Tone::Warning,
                         tr("The board cannot run like this. Problems marked on it: %1").arg(m_boardEditor.draft().problems().size()),
                         {{tr("Show"), [this] { selectNextProblem(); }}, {tr("Discard the changes"), [this] { discardBoardEdits(); }}});
        return false;
    }
    if (m_boardEditor.draft().text() == m_appliedBoard) return true;
    m_applyingBoard = true;
    m_appliedBoard = m_boardEditor.draft().text();
    m_link.openBoard(*profile, m_editor->program());
    m_applyingBoard = false;
    refreshTitle();
    return true;
}

void MainWindow::discardBoardEdits()
{
    const QString file = m_boardEditor.file();
    if (const auto opened = m_boardEditor.open(file); !opened) {
        m_messages->tell(editSubject, MessageBar::Tone::Error, textOf(opened.error()));
        return;
    }
    m_messages->take(unsavedBoardSubject);
    keepSession();
    endBoardEdit();
}

void MainWindow::selectNextProblem()
{
    const auto& problems = m_boardEditor.draft().problems();
    QStringList parts;
    for (const auto& problem : problems)
        if (const QString part = QString::fromStdString(problem.part); !part.isEmpty() && !parts.contains(part)) parts.append(part);
    if (parts.isEmpty()) {
        if (!problems.empty()) m_messages->tell(editSubject, MessageBar::Tone::Warning, QString::fromStdString(problems.front().text));
        return;
    }
    if (!editsBoard()) m_actions->editBoard->trigger();
    const auto at = m_boardEditor.selection().isEmpty() ? -1 : parts.indexOf(m_boardEditor.selection().first());
    m_boardEditor.select({parts[(at + 1) % parts.size()]});
}

void MainWindow::refreshBoardEdit()
{
    Actions& a = *m_actions;
    const bool open = m_boardEditor.isOpen();
    a.saveBoard->setEnabled(open && m_boardEditor.modified());
    a.applyBoard->setEnabled(open && editsBoard() && m_boardEditor.draft().text() != m_appliedBoard);
    m_boardPanel->setTitle(m_link.hasBoard() ? QString::fromStdString(m_link.profile().title) + (m_boardEditor.modified() ? QStringLiteral(" •") : QString())
                                             : QString());
    m_boardPanel->setProblems(open ? static_cast<int>(m_boardEditor.draft().problems().size()) : 0);
}

// The folder of the project that is open, when it is the user's own; else empty.
QString MainWindow::ownProjectFolder() const
{
    return isExample(m_editor->programPath()) ? QString() : m_editor->project();
}

bool MainWindow::saveBoard()
{
    if (!m_boardEditor.isOpen()) return false;
    const QString file = m_boardEditor.file();
    if (!isOurs(file) && !m_link.isReplayedBoard(file.toStdString())) {
        if (const auto saved = simulation::saveBoard(m_boardEditor.draft(), file.toStdString()); !saved) {
            m_messages->tell(editSubject, MessageBar::Tone::Error, textOf(saved.error()));
            return false;
        }
        m_disk.known(file);
        boardSaved(file);
        return true;
    }
    if (const QString folder = ownProjectFolder(); !folder.isEmpty()) return saveBoardInto(folder);
    auto* dialog = new QFileDialog(this, tr("A folder for the board and its program"), m_settings.lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveBoardInto);
    dialog->open();
    return false;
}

// A copy of a board that comes with the app or a recording; a folder without a program gets the one that is open.
bool MainWindow::saveBoardInto(const QString& folder)
{
    const bool recorded = m_link.isReplayedBoard(m_boardEditor.file().toStdString());
    const auto copy = simulation::copyBoard(m_boardEditor.draft(), m_boardEditor.file().toStdString(), folder.toStdString());
    if (!copy) {
        m_messages->tell(editSubject, MessageBar::Tone::Error, textOf(copy.error()));
        return false;
    }
    const QString program = QDir(folder).filePath(QStringLiteral("main.py"));
    if (!QFileInfo::exists(program) && !saveTo(program)) return false;
    const QString file = QString::fromStdString(copy->string());
    boardSaved(file);
    m_messages->tell(editSubject, MessageBar::Tone::Note,
                     (recorded ? tr("The recording stays as it is; your board is %1 in the project.")
                               : tr("The board that comes with Coroboard stays as it is; yours is %1 in the project."))
                         .arg(QFileInfo(file).fileName()));
    m_actions->showWires->setChecked(true);
    return true;
}

void MainWindow::boardSaved(const QString& file)
{
    m_boardEditor.setSaved(file);
    m_messages->take(unsavedBoardSubject);
    keepSession();
    // What runs is what is saved now, from its new place.
    if (m_boardEditor.draft().problems().empty() && QString::fromStdString(m_link.profile().file.string()) != file) {
        m_appliedBoard.clear();
        applyBoard();
    }
    watchFiles();
}

// Asks before edits of the board are lost.
void MainWindow::afterSavingBoard(const QString& occasion, std::function<void()> go)
{
    if (!m_boardEditor.modified()) return go();
    m_messages->tell(unsavedBoardSubject, MessageBar::Tone::Warning,
                     tr("The board has changes that are not saved. Save them %1?").arg(occasion),
                     {{tr("Save"),
                       [this, go] {
                           if (saveBoard()) go();
                       }},
                      {tr("Discard"),
                       [this, go] {
                           m_boardEditor.close();
                           go();
                       }},
                      {tr("Cancel"), {}}});
}

// What was edited when the app died: for the board that is open it comes back, for another one it is offered.
void MainWindow::restoreBoardDrafts()
{
    if (m_boardOrphans.empty()) return;
    const Draft draft = m_boardOrphans.front();
    const auto taken = [this] { m_boardOrphans.erase(m_boardOrphans.begin()); };
    if (draft.path == m_boardEditor.file()) {
        taken();
        return restoreBoard(draft);
    }
    m_messages->tell(editSubject, MessageBar::Tone::Note, tr("The changes of the board %1 were not saved last time. They are kept.").arg(QFileInfo(draft.path).fileName()),
                     {{tr("Open it"),
                       [this, draft, taken] {
                           taken();
                           openBoard(draft.path);
                           restoreBoard(draft);
                       }},
                      {tr("Discard it"), [this, taken] {
                           taken();
                           keepSession();
                       }}});
}

// Text of a profile that was not saved when the app died, for the board that is open now.
void MainWindow::restoreBoard(const Draft& draft)
{
    if (const auto restored = m_boardEditor.restore(draft.path, draft.text); !restored) {
        m_messages->tell(editSubject, MessageBar::Tone::Warning, textOf(restored.error()));
        return;
    }
    m_actions->editBoard->setChecked(true);
    beginBoardEdit();
    m_messages->tell(editSubject, MessageBar::Tone::Note, tr("The unsaved changes of the board %1 are back.").arg(QFileInfo(draft.path).fileName()),
                     {{tr("Back to the saved board"), [this] { discardBoardEdits(); }}});
}

}  // namespace coroboard::gui
