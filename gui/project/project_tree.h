// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProjectTree: the files of the open project, which are the board's flash: what the program writes there appears by itself. Names are
// asked for in a field below the tree, so that nothing blocks. It changes files on disk and says so; what is open in the editor is the
// window's affair. A lone program has its flash in memory, and no tree. GUI thread.

#include <QFileSystemModel>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QWidget>

namespace coroboard::gui {

class ProjectTree final : public QWidget {
    Q_OBJECT

public:
    explicit ProjectTree(QWidget* parent = nullptr);

    // The folder and the file that is run; an empty folder: no project.
    void setProject(const QString& folder, const QString& program);
    QString project() const { return m_folder; }
    // Of the context menu, for what is selected.
    void setActions(const QList<QAction*>& actions);

    QTreeView& view() const { return *m_view; }
    QLineEdit& nameField() const { return *m_name; }
    QString selected() const;
    void select(const QString& path);

public Q_SLOTS:
    // The field takes "queue.py" or "lib/queue.py", in the folder that is selected. Enter makes it, Escape does not.
    void askNewFile();
    void askNewFolder();
    void askRename();
    // To the trash. The program's own file stays.
    void remove();

Q_SIGNALS:
    void fileAsked(const QString& path);
    void fileMade(const QString& path);
    void renamed(const QString& from, const QString& to);
    void removed(const QString& path, const QString& inTrash);
    // Something could not be done; in words for the user.
    void failed(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Asking { Nothing, File, Folder, Name };

    void ask(Asking what, const QString& title, const QString& text);
    void answer();
    void endAsking();
    QString folderOfSelection() const;
    void make(const QString& path);
    void rename(const QString& name);

    QFileSystemModel* m_model;
    QTreeView* m_view;
    QLineEdit* m_name;
    QLabel* m_none;
    QString m_folder;
    QString m_program;
    QString m_target;                        // what is renamed, or the folder in which something is made
    Asking m_asking = Asking::Nothing;
};

}  // namespace coroboard::gui
