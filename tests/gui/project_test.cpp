// SPDX-License-Identifier: GPL-3.0-or-later
// A project in the window: its tree, tabs, what runs, what is remembered, what comes back after a kill.

#include <gtest/gtest.h>

#include <QDir>
#include <QDockWidget>
#include <QPushButton>
#include <QTemporaryDir>

#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "project/project_tree.h"
#include "session/draft_store.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

constexpr const char* mainText = "import asyncio\n"                    // 1
                                 "from lib import queue\n"             // 2
                                 "print('main runs')\n"                // 3
                                 "asyncio.run(queue.work(3))\n";       // 4
constexpr const char* queueText = "import asyncio\n"                   // 1
                                  "\n"                                 // 2
                                  "async def work(n):\n"               // 3
                                  "    while True:\n"                  // 4
                                  "        await asyncio.sleep_ms(20)\n"   // 5
                                  "        n += 1\n";                  // 6

struct App {
    explicit App(const QString& folder) : settings(folder + "/settings.conf")
    {
        window.resize(1200, 800);
        window.show();
    }
    EditorPanel& panel() { return window.editor(); }
    QStringList tabs()
    {
        QStringList texts;
        for (int i = 0; i < panel().tabs().count(); ++i) texts.append(panel().tabs().tabText(i));
        return texts;
    }
    QAction* action(const char* name) { return window.findChild<QAction*>(name); }
    bool prints(const char* text)
    {
        return eventually([&] { return window.console().toPlainText().contains(text); });
    }
    void press(const QString& label)
    {
        for (auto* button : window.messages().findChildren<QPushButton*>())
            if (button->text() == label) return QTest::mouseClick(button, Qt::LeftButton);
        ADD_FAILURE() << "no button " << label.toStdString();
    }

    Settings settings;
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

class ProjectTest : public testing::Test {
protected:
    ProjectTest()
    {
        QDir().mkpath(path("lib"));
        write("main.py", mainText);
        write("lib/queue.py", queueText);
        qputenv("XDG_DATA_HOME", (state.path() + "/data").toUtf8());
    }
    QString path(const QString& name) const { return folder.filePath("thing/" + name); }
    void write(const QString& name, const QByteArray& bytes)
    {
        QFile file(path(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray read(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Waits until the tree has the file, and clicks it.
    QPoint placeOf(App& app, const QString& name)
    {
        QTreeView& view = app.window.projectTree().view();
        auto* model = static_cast<QFileSystemModel*>(view.model());
        for (QString parent = QFileInfo(path(name)).path(); parent.startsWith(path("lib")); parent = QFileInfo(parent).path())
            view.expand(model->index(parent));
        EXPECT_TRUE(eventually([&] { return model->index(path(name)).isValid() && !view.visualRect(model->index(path(name))).isEmpty(); }))
            << name.toStdString();
        return view.visualRect(model->index(path(name))).center();
    }

    QTemporaryDir folder;
    QTemporaryDir state;
};

TEST_F(ProjectTest, aDoubleClickInTheTreeOpensATab)
{
    App app(state.path());
    app.window.start(path(""), {});
    EXPECT_TRUE(app.window.findChild<QDockWidget*>("project")->isVisible());
    EXPECT_FALSE(app.panel().tabs().isVisible()) << "one file needs no tabs";
    const QPoint place = placeOf(app, "lib/queue.py");
    QTest::mouseClick(app.window.projectTree().view().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(app.window.projectTree().view().viewport(), Qt::LeftButton, {}, place);
    EXPECT_EQ(app.tabs(), (QStringList{"main.py", "queue.py"}));
    EXPECT_EQ(app.panel().editor().text(), queueText);
    EXPECT_TRUE(app.window.windowTitle().startsWith("thing/lib/queue.py"));
    EXPECT_TRUE(eventually([&] { return !app.panel().editor().suspended().empty() && app.panel().editor().suspended().front().line == 5; }))
        << "where the coroutine of the other file stands";
}

TEST_F(ProjectTest, tabsTurnAndCloseWithTheirKeys)
{
    App app(state.path());
    app.window.start(path(""), {});
    ASSERT_TRUE(QTest::qWaitForWindowActive(&app.window));
    app.window.openPath(path("lib/queue.py"));
    QTest::keyClick(&app.panel().editor(), Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_EQ(app.panel().path(), path("main.py"));
    QTest::keyClick(&app.panel().editor(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(app.panel().path(), path("lib/queue.py"));
    QTest::keyClick(&app.panel().editor(), Qt::Key_W, Qt::ControlModifier);
    EXPECT_EQ(app.tabs(), (QStringList{"main.py"}));
    EXPECT_FALSE(app.action("closeTab")->isEnabled());
}

TEST_F(ProjectTest, aChangedTabHasADotAndIsAskedAbout)
{
    App app(state.path());
    app.window.start(path(""), {});
    app.window.openPath(path("lib/queue.py"));
    QTest::keyClicks(&app.panel().editor(), "# new");
    EXPECT_EQ(app.tabs(), (QStringList{"main.py", "queue.py •"}));
    app.action("closeTab")->trigger();
    EXPECT_EQ(app.tabs().size(), 2) << "not before somebody answered";
    app.press("Save");
    EXPECT_EQ(app.tabs(), (QStringList{"main.py"}));
    EXPECT_TRUE(read("lib/queue.py").startsWith("# new"));
}

TEST_F(ProjectTest, whatIsTypedRunsThoughItIsNotSaved)
{
    App app(state.path());
    app.window.start(path(""), {});
    ASSERT_TRUE(app.prints("main runs"));
    app.window.openPath(path("lib/queue.py"));
    QTest::keyClicks(&app.panel().editor(), "print('edited')");
    QTest::keyClick(&app.panel().editor(), Qt::Key_Return);
    app.action("run")->trigger();
    EXPECT_TRUE(app.prints("edited"));
    EXPECT_EQ(read("lib/queue.py"), queueText);
    app.action("saveAll")->trigger();
    EXPECT_TRUE(read("lib/queue.py").startsWith("print('edited')"));
    EXPECT_FALSE(app.panel().modified());
}

TEST_F(ProjectTest, thisFileRunsInPlaceOfMain)
{
    write("probe.py", "print('only a probe')\n");
    App app(state.path());
    app.window.start(path(""), {});
    ASSERT_TRUE(app.prints("main runs"));
    app.window.openPath(path("probe.py"));
    app.action("runThisFile")->trigger();
    EXPECT_TRUE(app.prints("only a probe"));
    EXPECT_EQ(app.panel().current().nameOnBoard(), "main.py");
    app.action("run")->trigger();
    EXPECT_TRUE(eventually([&] { return app.window.console().toPlainText().count("main runs") == 2; }));
    EXPECT_EQ(read("main.py"), mainText);
}

TEST_F(ProjectTest, filesAreMadeRenamedAndDeletedInTheTree)
{
    App app(state.path());
    app.window.start(path(""), {});
    ASSERT_TRUE(QTest::qWaitForWindowActive(&app.window));
    ProjectTree& tree = app.window.projectTree();
    QTest::mouseClick(tree.view().viewport(), Qt::LeftButton, {}, placeOf(app, "main.py"));
    QTest::keyClick(&app.window, Qt::Key_N, Qt::ControlModifier | Qt::AltModifier);
    QTest::keyClicks(&tree.nameField(), "lib/filter.py");
    QTest::keyClick(&tree.nameField(), Qt::Key_Return);
    EXPECT_TRUE(QFileInfo::exists(path("lib/filter.py")));
    EXPECT_EQ(app.panel().path(), path("lib/filter.py"));

    QTest::mouseClick(tree.view().viewport(), Qt::LeftButton, {}, placeOf(app, "lib/filter.py"));
    QTest::keyClick(&tree.view(), Qt::Key_F2);
    EXPECT_EQ(tree.nameField().selectedText(), "filter");
    QTest::keyClicks(&tree.nameField(), "smooth");
    QTest::keyClick(&tree.nameField(), Qt::Key_Return);
    EXPECT_TRUE(QFileInfo::exists(path("lib/smooth.py")));
    EXPECT_EQ(app.tabs(), (QStringList{"main.py", "smooth.py"})) << "the tab follows";

    QTest::mouseClick(tree.view().viewport(), Qt::LeftButton, {}, placeOf(app, "lib/smooth.py"));
    QTest::keyClick(&tree.view(), Qt::Key_Delete);
    EXPECT_FALSE(QFileInfo::exists(path("lib/smooth.py")));
    EXPECT_EQ(app.tabs(), (QStringList{"main.py"}));
    app.press("Put it back");
    EXPECT_TRUE(QFileInfo::exists(path("lib/smooth.py")));

    app.action("newProjectFolder")->trigger();
    QTest::keyClicks(&tree.nameField(), "../outside");
    QTest::keyClick(&tree.nameField(), Qt::Key_Return);
    app.action("newProjectFolder")->trigger();
    tree.nameField().setText("../../outside");
    QTest::keyClick(&tree.nameField(), Qt::Key_Return);
    EXPECT_TRUE(app.window.messages().has("tree")) << "not out of the project";
    EXPECT_FALSE(QFileInfo::exists(folder.filePath("outside")));
    QTest::keyClick(&tree.nameField(), Qt::Key_Escape);
    EXPECT_FALSE(tree.nameField().isVisible());

    QTest::mouseClick(tree.view().viewport(), Qt::LeftButton, {}, placeOf(app, "main.py"));
    QTest::keyClick(&tree.view(), Qt::Key_Delete);
    EXPECT_TRUE(QFileInfo::exists(path("main.py"))) << "a project needs it";
}

TEST_F(ProjectTest, whatTheProgramWritesAppearsInTheTree)
{
    write("main.py", "with open('log.txt', 'w') as f:\n    f.write('1')\nprint('written')\n");
    App app(state.path());
    app.window.start(path(""), {});
    ASSERT_TRUE(app.prints("written"));
    placeOf(app, "log.txt");
}

TEST_F(ProjectTest, binaryAndHugeFilesAreSaidNotLoaded)
{
    write("picture.bin", QByteArray("a\0b", 3));
    App app(state.path());
    app.window.start(path(""), {});
    QTest::mouseDClick(app.window.projectTree().view().viewport(), Qt::LeftButton, {}, placeOf(app, "picture.bin"));
    app.window.openPath(path("picture.bin"));
    EXPECT_TRUE(app.window.messages().text("file").contains("is not a text file"));
    EXPECT_EQ(app.tabs(), (QStringList{"main.py"}));
}

TEST_F(ProjectTest, tabsAndBreakpointsAreThereAgain)
{
    {
        App app(state.path());
        app.window.start(path(""), {});
        app.window.openPath(path("lib/queue.py"));
        app.panel().editor().setLineBreakpoints({{6, "n == 7", 0}});
        app.panel().raise(*app.panel().documentOf(path("main.py")));
        app.panel().editor().setBreakpoints({3});
        app.window.close();
    }
    App again(state.path());
    again.window.start({}, {});
    EXPECT_EQ(again.tabs(), (QStringList{"main.py", "queue.py"}));
    EXPECT_EQ(again.panel().path(), path("main.py"));
    EXPECT_EQ(again.panel().editor().breakpoints(), (std::vector<int>{3}));
    EXPECT_EQ(again.panel().documentOf(path("lib/queue.py"))->editor().lineBreakpoints(), (std::vector<LineBreakpoint>{{6, "n == 7", 0}}));
}

TEST_F(ProjectTest, aBreakpointInAnotherFileStopsAndBringsItToFront)
{
    App app(state.path());
    app.window.start(path(""), {});
    app.window.openPath(path("lib/queue.py"));
    app.panel().editor().setLineBreakpoints({{6, "n == 7", 0}});
    app.panel().close(app.panel().current());
    EXPECT_EQ(app.panel().breakpoints().size(), 1u) << "a closed tab keeps its breakpoints";
    ASSERT_TRUE(eventually([&] { return app.panel().path() == path("lib/queue.py") && app.panel().editor().stop() == 6; }));
    EXPECT_TRUE(app.panel().stopView().isVisible());
}

TEST_F(ProjectTest, theTextsOfAllTabsComeBackAfterAKill)
{
    {
        DraftStore dead(state.path() + "/state/drafts");
        ASSERT_TRUE(dead.keep({{path("lib/queue.py"), "# lost queue\n", 1, path("main.py")}, {path("main.py"), "# lost main\n", 1, path("main.py")}}));
    }
    App app(state.path());
    app.window.start(path(""), {});
    EXPECT_EQ(app.tabs(), (QStringList{"main.py •", "queue.py •"}));
    EXPECT_EQ(app.panel().documentOf(path("main.py"))->editor().text(), "# lost main\n");
    EXPECT_EQ(app.panel().documentOf(path("lib/queue.py"))->editor().text(), "# lost queue\n");
    app.press("Back to the saved files");
    EXPECT_EQ(app.tabs(), (QStringList{"main.py", "queue.py"}));
}

TEST_F(ProjectTest, aTabChangedOnDiskIsLoadedAgain)
{
    App app(state.path());
    app.window.start(path(""), {});
    app.window.openPath(path("lib/queue.py"));
    app.panel().raise(*app.panel().documentOf(path("main.py")));
    write("lib/queue.py", "# from outside\n");
    EXPECT_TRUE(eventually([&] { return app.panel().documentOf(path("lib/queue.py"))->editor().text() == "# from outside\n"; }));
    EXPECT_EQ(app.panel().editor().text(), mainText);
}

TEST_F(ProjectTest, aLoneProgramHasNoTree)
{
    QFile lone(folder.filePath("lone.py"));
    ASSERT_TRUE(lone.open(QIODevice::WriteOnly));
    lone.write("print('alone')\n");
    lone.close();
    App app(state.path());
    app.window.start(lone.fileName(), {});
    ASSERT_TRUE(app.prints("alone"));
    EXPECT_FALSE(app.panel().tabs().isVisible());
    EXPECT_FALSE(app.action("newProjectFile")->isEnabled());
    EXPECT_TRUE(app.panel().project().isEmpty());
}

}  // namespace

}  // namespace coroboard::gui
