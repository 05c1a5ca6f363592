// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EditorPanel: the texts that are open, each in a tab, and what they are together: a lone program, or files of a project folder, which is
// the board's flash. It knows what the board will run and what the board calls each file. It asks nobody anything: what could lose text
// is decided by the window. There is always one document at least. GUI thread.

#include <QStackedWidget>
#include <QTabBar>
#include <QWidget>
#include <memory>
#include <vector>

#include "editor/document.h"
#include "editor/find_bar.h"
#include "editor/traceback.h"
#include "stop_view/stop_view.h"

namespace coroboard::gui {

class EditorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit EditorPanel(QWidget* parent = nullptr);

    // The document in front.
    Document& current() const;
    CodeEditor& editor() const { return current().editor(); }
    std::vector<Document*> documents() const;                // in the order of their tabs
    Document* documentOf(const QString& path) const;         // null: not open

    FindBar& findBar() const { return *m_find; }
    StopView& stopView() const { return *m_stop; }
    QTabBar& tabs() const { return *m_tabs; }

    // A .py file, or a folder with a main.py, in place of everything that is open. A main.py stands for its folder. On an error nothing
    // changes.
    Result<void> open(const QString& path);
    void startEmpty();
    // Another file in a tab of its own, or the tab it has, in front.
    Result<Document*> openFile(const QString& path);
    // A tab for a file that is not there (any more), empty.
    Document& addMissing(const QString& path);
    void raise(Document& document);
    // Never the last one.
    void close(Document& document);
    // The document in front.
    Result<void> saveAs(const QString& path);
    // A file or folder has another name now: the documents follow.
    void renamed(const QString& from, const QString& to);

    QString path() const { return current().path(); }        // of the document in front; empty: not saved yet
    QString name() const;                                    // of the document in front, for people
    bool modified() const;                                   // any of them
    std::vector<Document*> modifiedDocuments() const;

    QString project() const { return m_project; }            // its folder; empty: a lone program
    QString programPath() const { return m_program; }        // the file that is run as main.py; empty: not saved yet
    bool isInProject(const QString& path) const;

    // What the board will run: the texts as they are now. For a project folder, the flash is that folder.
    std::shared_ptr<const program::Program> program() const;
    // From now on this file of the project is run in place of main.py; empty: main.py again.
    void runInstead(const QString& path);
    QString runsInstead() const { return m_instead; }

    // As the engine takes them, of every file of the board's.
    std::vector<modules::Breakpoint> breakpoints() const;
    void clearBreakpoints();
    // By file, those of closed tabs too.
    QMap<QString, std::vector<LineBreakpoint>> allBreakpoints() const;
    void setAllBreakpoints(const QMap<QString, std::vector<LineBreakpoint>>& breakpoints);

    // The file on the computer behind a name on the board; empty: there is none.
    QString fileOnBoard(const QString& name) const;
    // Opens it if need be and puts the cursor there. False when there is no such file or it is no text.
    bool goTo(const BoardPlace& place);

    // Where coroutines are suspended and where the program stands.
    void show(std::shared_ptr<const simulation::Snapshot> snapshot);
    using QWidget::show;
    void showFailure(const QString& traceback);
    void forgetFailure();

Q_SIGNALS:
    // Name, path or modified mark of the document in front, or another one is in front, or tabs came or went.
    void titleChanged();
    // A text was typed into.
    void edited();
    void documentAdded(coroboard::gui::Document* document);
    void currentChanged();
    void breakpointsChanged();
    // A click on the mark of a coroutine that is suspended here.
    void taskAsked(quint64 id);
    // The cross of a tab, its middle click.
    void closeAsked(coroboard::gui::Document* document);

private:
    Document& add();
    Document& at(int tab) const;
    int tabOf(const Document& document) const;
    void nameTabs();
    void nameOnBoard();
    QString nameOf(const QString& path) const;
    void bringToFront(int tab);
    void followStop();

    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    FindBar* m_find;
    StopView* m_stop;
    QString m_project;
    QString m_program;
    QString m_instead;
    QMap<QString, std::vector<LineBreakpoint>> m_closedBreakpoints;    // of files of the project without a tab
    QString m_stoodAt;                       // the place that was last brought to front
    std::shared_ptr<const simulation::Snapshot> m_snapshot;
};

}  // namespace coroboard::gui
