// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of every menu, each in a window of its own whose program stands at a breakpoint: there all of them are possible, and each
// must do something one can notice: on the screen, to the engine, on the clipboard or in what is remembered.

#include <gtest/gtest.h>

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QMenuBar>
#include <QTemporaryDir>

#include "board_view/board_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "project/project_tree.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

constexpr const char* program = "import time\n"
                                "\n"
                                "def work():\n"
                                "    print('here')\n"
                                "    time.sleep_ms(10)\n"
                                "\n"
                                "while True:\n"
                                "    work()\n";
constexpr int stopsAt = 5;

using Way = std::vector<qsizetype>;

// A window in which nothing moves by itself and everything that can be done has something to do.
class Stage {
public:
    explicit Stage(const QStringList& recent = {})
    {
        for (const QString& path : recent) settings.addRecentFile(path);
        settings.setTheme(ThemeChoice::System);
        theme.setChoice(ThemeChoice::System);
        window.resize(1200, 800);
        window.show();
        QObject::connect(&link, &SimulationLink::posted, &window, [this] { ++posted; });
        QFile made(folder.filePath("program.py"));
        EXPECT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(program);
        made.close();
        window.start(made.fileName(), "sensor-board");
        CodeEditor& editor = window.editor().editor();
        editor.setBreakpoints({stopsAt});
        stands = eventually([&] { return editor.stop() == stopsAt; });
        for (const char* text : {"# mine ", "# and again "}) {
            editor.beginUndoAction();
            editor.insertAt(text, 0, 0);
            editor.endUndoAction();
        }
        editor.undo();                                // there is something to do again, too
        editor.setSelection(0, 0, 0, 8);
        QApplication::clipboard()->setText("x = 1\n");
        window.board().zoomIn();
        window.findChild<QDockWidget*>("sensors")->hide();
        window.findChild<QWidget*>("speed")->setFocus();
        settle();
    }

    ~Stage()
    {
        for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->close();
    }

    // The board's edit mode, with a part selected and a change that is not saved.
    void editBoard()
    {
        window.findChild<QAction*>("editBoard")->trigger();
        window.boardEditor().select({"red"});
        window.boardEditor().moveSelected({20, 20});
        settle();
    }

    // A project with two tabs in place of the lone program, standing at the same line.
    void openProject()
    {
        const QString project = folder.filePath("project");
        QDir().mkpath(project);
        for (const char* name : {"main.py", "other.py"}) {
            QFile made(project + "/" + name);
            EXPECT_TRUE(made.open(QIODevice::WriteOnly));
            made.write(program);
        }
        window.editor().editor().setModified(false);
        window.openPath(project);
        window.editor().editor().setBreakpoints({stopsAt});
        EXPECT_TRUE(eventually([&] { return window.editor().editor().stop() == stopsAt; }));
        window.openPath(project + "/other.py");
        QTreeView& tree = window.projectTree().view();
        auto* files = static_cast<QFileSystemModel*>(tree.model());
        EXPECT_TRUE(eventually([&] { return !tree.visualRect(files->index(project + "/other.py")).isEmpty(); }));
        window.projectTree().select(project + "/other.py");
        EXPECT_TRUE(eventually([&] {
            const QByteArray seen = picture();
            settle();
            return seen == picture();
        }));
    }

    // The cursor behind the beginning of a name, in a call.
    void beginCall()
    {
        CodeEditor& editor = window.editor().editor();
        editor.setText("print(pri\n");
        editor.setCursorPosition(0, 9);
        settle();
    }

    void settle()
    {
        for (int round = 0; round < 5; ++round) QCoreApplication::processEvents();
    }

    // By its place in the menus: texts may hold the folder of the moment.
    QAction* action(const Way& way)
    {
        QList<QAction*> actions = window.menuBar()->actions();
        QAction* found = nullptr;
        for (qsizetype at : way) {
            found = actions.value(at);
            if (!found || !found->menu()) continue;
            Q_EMIT found->menu()->aboutToShow();
            actions = found->menu()->actions();
        }
        return found;
    }

    QByteArray picture()
    {
        const QImage image = window.grab().toImage();
        return QCryptographicHash::hash(QByteArrayView(image.constBits(), image.sizeInBytes()), QCryptographicHash::Md5);
    }

    // Everything that tells that something was done.
    QStringList traces()
    {
        QStringList all{QString::fromLatin1(picture().toHex()), QString::number(posted), QApplication::clipboard()->text()};
        for (QDialog* dialog : window.findChildren<QDialog*>()) all.append(dialog->objectName() + dialog->windowTitle());
        all.append(QString::number(int(settings.theme())));
        all.append(settings.recentFiles());
        all.append(window.isVisible() ? "open" : "closed");
        all.append(QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "");
        return all;
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
    int posted = 0;
    bool stands = false;
};

void collect(const QList<QAction*>& actions, const Way& above, std::vector<Way>& ways)
{
    for (qsizetype at = 0; at < actions.size(); ++at) {
        QAction* action = actions[at];
        if (action->isSeparator()) continue;
        Way way = above;
        way.push_back(at);
        if (!action->menu()) {
            ways.push_back(way);
            continue;
        }
        Q_EMIT action->menu()->aboutToShow();
        collect(action->menu()->actions(), way, ways);
    }
}

}  // namespace

TEST(Menus, everyActionCanBeDoneAndIsNoticed)
{
    QApplication::setCursorFlashTime(0);
    const QString recent = QStringLiteral(COROBOARD_SOURCE_DIR) + "/resources/examples/first-light/main.py";
    std::vector<Way> ways;
    {
        Stage stage({recent});
        ASSERT_TRUE(stage.stands);
        collect(stage.window.menuBar()->actions(), {}, ways);
    }
    EXPECT_GT(ways.size(), 60u);
    for (const Way& way : ways) {
        Stage stage({recent});
        QAction* action = stage.action(way);
        ASSERT_TRUE(action);
        const std::string name = action->text().toStdString();
        const QStringList editing{"rotatePart", "duplicatePart", "removePart", "applyBoard", "saveBoard"};
        if (editing.contains(action->objectName())) stage.editBoard();
        const QStringList ofProjects{"newProjectFile", "newProjectFolder", "renameFile", "removeFile", "nextTab", "previousTab", "closeTab"};
        if (ofProjects.contains(action->objectName())) stage.openProject();
        if (action->objectName() == "completeName" || action->objectName() == "showArguments") stage.beginCall();
        EXPECT_TRUE(action->isEnabled()) << name;
        const QStringList before = stage.traces();
        ASSERT_EQ(before, stage.traces()) << name << ": something moves by itself";
        // One of several that exclude each other may be the one that is chosen already.
        const bool chosen = action->actionGroup() && action->isChecked();
        action->trigger();
        stage.settle();
        EXPECT_TRUE(chosen || before != stage.traces()) << name;
    }
}

}  // namespace coroboard::gui
