// SPDX-License-Identifier: GPL-3.0-or-later
// What comes back after the app was killed, and what happens when files change under it.

#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "session/disk_watch.h"
#include "session/draft_store.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

constexpr auto victimFolder = "COROBOARD_VICTIM_FOLDER";

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct App {
    explicit App(const QString& folder) : settings(folder + "/settings.conf") { window.show(); }

    void press(const QString& label)
    {
        for (auto* button : window.messages().findChildren<QPushButton*>())
            if (button->text() == label) return QTest::mouseClick(button, Qt::LeftButton);
        ADD_FAILURE() << "no button " << label.toStdString();
    }
    QString text() const { return window.editor().editor().text(); }

    Settings settings;
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

class SessionTest : public testing::Test {
protected:
    QString path(const char* name) const { return folder.filePath(QLatin1String(name)); }
    QTemporaryDir folder;
};

// Not a test of its own: the app that is killed by killedWhileTyping.
TEST(Victim, DISABLED_typesAndWaits)
{
    const QString folder = qEnvironmentVariable(victimFolder);
    ASSERT_FALSE(folder.isEmpty());
    App app(folder);
    app.window.start(folder + "/program.py", {});
    app.window.findChild<QWidget*>("console")->hide();
    QTest::keyClicks(&app.window.editor().editor(), "# never saved");
    QTest::keyClick(&app.window.editor().editor(), Qt::Key_Return);
    QApplication::exec();
}

TEST_F(SessionTest, killedWhileTyping)
{
    write(path("program.py"), "print('saved')\n");
    QProcess victim;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(victimFolder, folder.path());
    victim.setProcessEnvironment(environment);
    victim.start(QApplication::applicationFilePath(), {"--gtest_also_run_disabled_tests", "--gtest_filter=Victim.*"});
    const QString drafts = folder.path() + "/state/drafts";
    ASSERT_TRUE(eventually([&] { return !QDir(drafts).entryList({"*.json"}).isEmpty(); }, 60'000));
    victim.kill();
    ASSERT_TRUE(victim.waitForFinished());

    App again(folder.path());
    again.window.start({}, {});
    EXPECT_TRUE(again.text().startsWith("# never saved")) << again.text().toStdString();
    EXPECT_TRUE(again.window.editor().modified());
    EXPECT_EQ(again.window.editor().path(), path("program.py"));
    EXPECT_TRUE(again.window.messages().has("draft"));
    EXPECT_FALSE(again.window.findChild<QWidget*>("console")->isVisible());
    EXPECT_EQ(read(path("program.py")), "print('saved')\n");
    // What killed the app is not run unasked.
    EXPECT_TRUE(eventually([&] { return again.link.snapshot()->now > time::powerOn + std::chrono::milliseconds(100); }));
    EXPECT_FALSE(again.window.console().toPlainText().contains("saved")) << again.window.console().toPlainText().toStdString();

    again.press("Back to the saved file");
    EXPECT_EQ(again.text(), "print('saved')\n");
}

TEST_F(SessionTest, aCleanEndLeavesNoDraft)
{
    write(path("program.py"), "print(1)\n");
    App app(folder.path());
    app.window.start(path("program.py"), {});
    QTest::keyClicks(&app.window.editor().editor(), "#");
    const QString drafts = folder.path() + "/state/drafts";
    ASSERT_TRUE(eventually([&] { return !QDir(drafts).entryList({"*.json"}).isEmpty(); }));
    app.window.close();
    app.press("Discard");
    EXPECT_TRUE(eventually([&] { return QDir(drafts).entryList({"*.json"}).isEmpty(); }));
}

TEST_F(SessionTest, whatWasOpenLastIsOpenAgain)
{
    write(path("mine.py"), "print('mine')\n");
    {
        App app(folder.path());
        app.window.start(path("mine.py"), "traffic-light");
        app.window.close();
    }
    App again(folder.path());
    again.window.start({}, {});
    EXPECT_EQ(again.text(), "print('mine')\n");
    EXPECT_EQ(again.link.profile().name, "traffic-light");
}

TEST_F(SessionTest, aDraftOfAnotherFileIsOffered)
{
    write(path("asked.py"), "print('asked')\n");
    {
        DraftStore dead(folder.path() + "/state/drafts");
        ASSERT_TRUE(dead.keep({{{}, "lost = True\n", 1}}));
    }
    App app(folder.path());
    app.window.start(path("asked.py"), {});
    EXPECT_EQ(app.text(), "print('asked')\n");
    app.press("Open it");
    EXPECT_EQ(app.text(), "lost = True\n");
    EXPECT_TRUE(app.window.editor().path().isEmpty());
}

TEST_F(SessionTest, aLivingInstanceKeepsItsDrafts)
{
    DraftStore living(path("drafts"));
    ASSERT_TRUE(living.keep({{"a.py", "text", 3}}));
    DraftStore other(path("drafts"));
    EXPECT_TRUE(other.takeOrphans().empty());
}

TEST_F(SessionTest, brokenDraftsAreLeftOut)
{
    QDir().mkpath(path("drafts"));
    write(path("drafts") + "/1-x.json", "{ not json");
    write(path("drafts") + "/2-y.json", R"({"drafts": [{"path": 3}, {"text": "kept"}]})");
    DraftStore store(path("drafts"));
    const auto found = store.takeOrphans();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().text, "kept");
}

TEST_F(SessionTest, aFileChangedOnDiskIsLoadedAgain)
{
    write(path("program.py"), "print('old')\n");
    App app(folder.path());
    app.window.start(path("program.py"), {});
    write(path("program.py"), "print('new')\n");
    EXPECT_TRUE(eventually([&] { return app.text() == "print('new')\n"; }));
    EXPECT_TRUE(app.window.messages().has("disk"));
    EXPECT_FALSE(app.window.editor().modified());
}

TEST_F(SessionTest, oneChangedHereAndOnDiskIsAsked)
{
    write(path("program.py"), "print('old')\n");
    App app(folder.path());
    app.window.start(path("program.py"), {});
    QTest::keyClicks(&app.window.editor().editor(), "# mine");
    QTest::keyClick(&app.window.editor().editor(), Qt::Key_Return);
    write(path("program.py"), "print('new')\n");
    ASSERT_TRUE(eventually([&] { return app.window.messages().has("disk"); }));
    EXPECT_TRUE(app.text().startsWith("# mine"));
    app.press("Load from disk");
    EXPECT_EQ(app.text(), "print('new')\n");
}

TEST_F(SessionTest, aDeletedFileKeepsItsTextAndCanBeSavedAgain)
{
    write(path("program.py"), "print('here')\n");
    App app(folder.path());
    app.window.start(path("program.py"), {});
    ASSERT_TRUE(QFile::remove(path("program.py")));
    ASSERT_TRUE(eventually([&] { return app.window.messages().has("disk"); }));
    EXPECT_EQ(app.text(), "print('here')\n");
    app.press("Save it again");
    EXPECT_EQ(read(path("program.py")), "print('here')\n");
}

TEST_F(SessionTest, ownSavingIsNoNews)
{
    write(path("program.py"), "print('old')\n");
    App app(folder.path());
    app.window.start(path("program.py"), {});
    QTest::keyClicks(&app.window.editor().editor(), "# mine");
    QTest::keyClick(&app.window.editor().editor(), Qt::Key_Return);
    ASSERT_TRUE(app.window.save());
    QSignalSpy looked(app.window.findChild<DiskWatch*>(), &DiskWatch::looked);
    write(path("other.py"), "wakes the watch of the folder");
    ASSERT_TRUE(eventually([&] { return looked.count() > 0; }));
    EXPECT_FALSE(app.window.messages().has("disk"));
}

TEST_F(SessionTest, aProfileDeletedWhileOpenLetsEverythingGoOn)
{
    const QString boards = QStringLiteral(COROBOARD_SOURCE_DIR) + "/boards/";
    for (const char* name : {"sensor-board.json", "sensor-board.svg"}) ASSERT_TRUE(QFile::copy(boards + name, path(name)));
    write(path("program.py"), "import time\nwhile True:\n    time.sleep_ms(10)\n");
    App app(folder.path());
    app.window.start(path("program.py"), path("sensor-board.json"));
    ASSERT_TRUE(eventually([&] { return app.link.snapshot()->program == simulation::ProgramState::Waiting; }));
    ASSERT_TRUE(QFile::remove(path("sensor-board.json")));
    ASSERT_TRUE(eventually([&] { return app.window.messages().has("profile"); }));
    const auto stood = app.link.snapshot()->now;
    EXPECT_TRUE(eventually([&] { return app.link.snapshot()->now > stood + std::chrono::milliseconds(50); }));
    app.window.findChild<QAction*>("reset")->trigger();
    EXPECT_TRUE(eventually([&] { return app.link.snapshot()->powerCycle > 0 && app.link.snapshot()->program == simulation::ProgramState::Waiting; }));
}

}  // namespace

}  // namespace coroboard::gui
