// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Document: one text with its file, in a tab: loaded, edited, saved; a Python text is checked while one types and marked with what a run
// reports about its lines. It asks nobody anything. Owned by EditorPanel; GUI thread.

#include <QWidget>
#include <memory>
#include <vector>

#include "editor/code_editor.h"
#include "editor/syntax_watch.h"
#include "program/program.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class Document final : public QWidget {
    Q_OBJECT

public:
    explicit Document(QWidget* parent = nullptr);

    CodeEditor& editor() const { return *m_editor; }

    // On an error nothing changes; the message names the file and what is wrong with it (no text, too large …).
    Result<void> load(const QString& path);
    Result<void> saveAs(const QString& path);
    // The file was renamed; the text stays.
    void setPath(const QString& path);

    QString path() const { return m_path; }                  // empty: not saved yet
    bool modified() const { return m_editor->isModified(); }
    bool isPython() const;
    // Something is wrong with the text, or the last run died here.
    bool hasErrors() const { return !m_editor->errors().empty(); }

    // What the board calls the file ("main.py", "lib/queue.py"); empty: the board does not have it.
    void setNameOnBoard(const QString& name);
    QString nameOnBoard() const { return m_nameOnBoard; }

    // Where coroutines are suspended and where the program stands.
    void show(std::shared_ptr<const simulation::Snapshot> snapshot);
    using QWidget::show;
    // Marks the line; the next edit forgets it.
    void showFailure(const ErrorMark& mark);
    void forgetFailure();

Q_SIGNALS:
    // Name, path, modified mark or whether there are errors.
    void changed();
    void breakpointsChanged();
    // A click on the mark of a coroutine that is suspended here.
    void taskAsked(quint64 id);

private:
    void check();
    void showErrors();
    void showTasks();
    void askForTask(int line);

    CodeEditor* m_editor;
    SyntaxWatch* m_syntax;
    QString m_path;
    QString m_nameOnBoard = QStringLiteral("main.py");
    bool m_windowsLineEnds = false;
    std::shared_ptr<const simulation::Snapshot> m_snapshot;
    std::vector<program::FunctionScope> m_scopes;
    std::vector<ErrorMark> m_mistakes;       // of the text: awaits
    std::vector<ErrorMark> m_refused;        // of the text: what MicroPython does not compile
    std::vector<ErrorMark> m_failure;        // of the last run
};

}  // namespace coroboard::gui
