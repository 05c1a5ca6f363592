// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EditorPanel: one program text with its file: open, edit, save; checks it while one types; marks what a run reports about its lines.
// It asks nobody anything: what could lose text is decided by the window.

#include <QWidget>
#include <memory>

#include "editor/code_editor.h"
#include "editor/find_bar.h"
#include "program/program.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class EditorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPanel(QWidget* parent = nullptr);

    CodeEditor& editor() const { return *m_editor; }
    FindBar& findBar() const { return *m_find; }

    // A .py file, or a folder with a main.py. On an error nothing changes.
    Result<void> open(const QString& path);
    void startEmpty();
    Result<void> saveAs(const QString& path);

    QString path() const { return m_path; }                  // empty: not saved yet
    QString name() const;                                    // for people
    bool modified() const { return m_editor->isModified(); }

    // What the board will run: the text as it is now. For a project folder, the flash is that folder.
    std::shared_ptr<const program::Program> program() const;

    // The name the program's own file has on the board; the one in tracebacks and await chains.
    QString nameOnBoard() const { return QStringLiteral("main.py"); }

    void showTasks(const simulation::Snapshot& snapshot);
    void showFailure(const QString& traceback);
    void forgetFailure();

Q_SIGNALS:
    // Name, path or modified mark.
    void titleChanged();

private:
    void check();
    void setPath(const QString& path);

    CodeEditor* m_editor;
    FindBar* m_find;
    QString m_path;
    bool m_windowsLineEnds = false;
    bool m_project = false;
    std::vector<ErrorMark> m_mistakes;       // of the text
    std::vector<ErrorMark> m_failure;        // of the last run
};

// The innermost line of the given file in a traceback, and what went wrong. line 0: the traceback does not name the file.
ErrorMark failureIn(const QString& traceback, const QString& file);

}  // namespace coroboard::gui
