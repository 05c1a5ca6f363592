// SPDX-License-Identifier: GPL-3.0-or-later
// A run is saved as a recording and played again in the window.

#include <gtest/gtest.h>

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QTemporaryDir>

#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "main_window/message_bar.h"
#include "own_board.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

const QString subject = QStringLiteral("recording");

struct App {
    explicit App(const QString& folder) : settings(folder + "/settings.conf") { window.show(); }

    QString told() const { return window.messages().text(subject); }
    double dial() const
    {
        for (const auto& part : link.snapshot()->parts)
            if (part.id == "dial") return part.view.controls.front().value;
        return -1;
    }

    Settings settings;
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

class RecordingTest : public testing::Test {
protected:
    void SetUp() override
    {
        QFile file(program);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("import time\nfrom machine import ADC\nprint('begun')\nwhile True:\n    n = ADC(0).read_u16()\n    time.sleep_ms(10)\n");
    }
    // Runs, moves the dial, and saves the recording through the menu's action and its dialog.
    void record()
    {
        App app(folder.path());
        app.window.start(program, {});
        ASSERT_TRUE(eventually([&] { return app.window.console().toPlainText().contains("begun"); }));
        app.link.setControl("dial", "position", 90);
        ASSERT_TRUE(eventually([&] { return app.dial() == 90; }));
        app.window.findChild<QAction*>("saveRecording")->trigger();
        ASSERT_TRUE(eventually([&] { return app.window.findChild<QFileDialog*>("recordingDialog") != nullptr; }));
        Q_EMIT app.window.findChild<QFileDialog*>("recordingDialog")->fileSelected(recording);
        EXPECT_TRUE(app.told().contains("run.coro holds")) << app.told().toStdString();
    }

    QTemporaryDir folder;
    const QString program = folder.filePath("program.py");
    const QString recording = folder.filePath("run.coro");
};

TEST_F(RecordingTest, comesOutExactlyWhenTheAppIsStartedWithIt)
{
    record();
    App app(folder.path());
    app.window.start(recording, {});
    EXPECT_TRUE(app.window.editor().editor().text().contains("print('begun')"));
    ASSERT_TRUE(eventually([&] { return app.told().contains("exactly as it was recorded"); })) << app.told().toStdString();
    EXPECT_EQ(app.dial(), 90) << "moved by the replay";
    EXPECT_TRUE(app.link.snapshot()->paused) << "it stands where the recording ends";
}

TEST_F(RecordingTest, isTakenOverByWhoeverMovesSomething)
{
    record();
    App app(folder.path());
    app.window.start(program, {});
    app.link.setSpeed(0.1);
    app.window.openPath(recording);
    ASSERT_TRUE(eventually([&] { return app.told().contains("Playing run.coro"); })) << app.told().toStdString();
    app.link.setControl("dial", "position", 20);
    ASSERT_TRUE(eventually([&] { return app.told().contains("You took over"); })) << app.told().toStdString();
    EXPECT_EQ(app.dial(), 20);
    EXPECT_FALSE(app.link.snapshot()->paused);
}

TEST_F(RecordingTest, itsEditedBoardIsKeptInAFolderOfTheUsers)
{
    record();
    App app(folder.path());
    app.window.start(recording, {});
    const QString unpacked = app.window.boardEditor().file();
    const QByteArray before = contentOf(unpacked);
    app.window.boardEditor().select({"dial"});
    app.window.boardEditor().turnSelected(90);
    app.window.findChild<QAction*>("saveBoard")->trigger();
    EXPECT_EQ(contentOf(unpacked), before);
    auto* dialog = app.window.findChild<QFileDialog*>("fileDialog");
    ASSERT_TRUE(dialog);
    const QString mine = folder.filePath("mine");
    QDir().mkpath(mine);
    Q_EMIT dialog->fileSelected(mine);
    EXPECT_TRUE(app.window.messages().text("boardEdit").contains("The recording stays as it is"));
    EXPECT_EQ(app.window.boardEditor().file(), mine + "/board.json");
    EXPECT_TRUE(contentOf(mine + "/main.py").contains("print('begun')"));
    EXPECT_FALSE(app.window.boardEditor().modified());
    app.window.boardEditor().turnSelected(90);
    app.window.findChild<QAction*>("saveBoard")->trigger();
    EXPECT_TRUE(contentOf(mine + "/board.json").contains("\"rotation\": 180"));
}

TEST_F(RecordingTest, isNotOpenedOverABoardThatIsNotSaved)
{
    record();
    App app(folder.path());
    app.window.start(program, {});
    app.window.boardEditor().select({"dial"});
    app.window.boardEditor().turnSelected(90);
    app.window.openPath(recording);
    EXPECT_TRUE(app.window.messages().has("unsavedBoard"));
    EXPECT_TRUE(app.window.boardEditor().modified());
}

TEST_F(RecordingTest, aBrokenOneIsToldAndTheBoardComesAllTheSame)
{
    QFile file(recording);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"coroboard-recording\": 1");
    file.close();
    App app(folder.path());
    app.window.start(recording, {});
    EXPECT_TRUE(app.told().contains("not JSON, or not whole")) << app.told().toStdString();
    EXPECT_TRUE(app.link.hasBoard());
}

}  // namespace

}  // namespace coroboard::gui
