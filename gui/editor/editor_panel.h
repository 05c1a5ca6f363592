// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EditorPanel: one program text with its file: open, edit, save; checks it while one types; marks what a run reports about its lines.
// It asks nobody anything: what could lose text is decided by the window.

#include <QWidget>
#include <memory>
#include <vector>

#include "editor/code_editor.h"
#include "editor/find_bar.h"
#include "editor/syntax_watch.h"
#include "program/program.h"
#include "simulation/snapshot.h"
#include "stop_view/stop_view.h"

namespace coroboard::gui {

class EditorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPanel(QWidget* parent = nullptr);

    CodeEditor& editor() const { return *m_editor; }
    FindBar& findBar() const { return *m_find; }
    StopView& stopView() const { return *m_stop; }

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

    // As the engine takes them.
    std::vector<modules::Breakpoint> breakpoints() const;

    // Where coroutines are suspended and where the program stands.
    void show(std::shared_ptr<const simulation::Snapshot> snapshot);
    using QWidget::show;
    void showTasks(const simulation::Snapshot& snapshot);
    void showFailure(const QString& traceback);
    void forgetFailure();

Q_SIGNALS:
    // Name, path or modified mark.
    void titleChanged();
    void breakpointsChanged();
    // A click on the mark of a coroutine that is suspended here.
    void taskAsked(quint64 id);

private:
    void check();
    void showErrors();
    void showStop();
    void askForTask(int line);
    void setPath(const QString& path);

    CodeEditor* m_editor;
    FindBar* m_find;
    QString m_path;
    bool m_windowsLineEnds = false;
    bool m_project = false;
    StopView* m_stop;
    SyntaxWatch* m_syntax;
    std::shared_ptr<const simulation::Snapshot> m_snapshot;
    std::vector<program::FunctionScope> m_scopes;
    std::vector<ErrorMark> m_mistakes;       // of the text: awaits
    std::vector<ErrorMark> m_refused;        // of the text: what MicroPython does not compile
    std::vector<ErrorMark> m_failure;        // of the last run
};

// The innermost line of the given file in a traceback, and what went wrong. line 0: the traceback does not name the file.
ErrorMark failureIn(const QString& traceback, const QString& file);

}  // namespace coroboard::gui
