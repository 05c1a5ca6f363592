// SPDX-License-Identifier: GPL-3.0-or-later
// What a program can do to the window: freeze, flood, rattle. The window stays alive, within its memory, and Stop works.

#include <gtest/gtest.h>

#include <QDockWidget>
#include <QFile>
#include <QTemporaryDir>

#include "console/console_view.h"
#include "editor/editor_panel.h"
#include "main_window/main_window.h"
#include "signals/signals_view.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using simulation::ProgramState;

constexpr qint64 megabyte = 1024 * 1024;

// Resident memory of this process in bytes (proc(5): statm counts pages of 4096 bytes).
qint64 residentMemory()
{
    QFile statm("/proc/self/statm");
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toLongLong() * 4096 : 0;
}

class PaintCount final : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) ++count;
        return false;
    }
};

class RobustnessTest : public testing::Test {
protected:
    RobustnessTest()
    {
        window.resize(1200, 800);
        window.show();
    }

    void startWith(const QByteArray& program, double speed = 1)
    {
        QFile made(folder.filePath("program.py"));
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(program);
        made.close();
        settings.setStartSpeed(speed);
        window.start(made.fileName(), "sensor-board");
    }

    bool prints(const char* text)
    {
        return eventually([&] { return window.console().toPlainText().contains(text); }, 60'000);
    }

    bool reaches(ProgramState state)
    {
        return eventually([&] { return link.snapshot()->program == state; });
    }

    void trigger(const char* action) { window.findChild<QAction*>(action)->trigger(); }

    // What a person sees of a living window: typing works, menus open, everything is painted.
    void expectAlive()
    {
        const QString before = window.editor().editor().text();
        QTest::keyClicks(&window.editor().editor(), "#");
        EXPECT_EQ(window.editor().editor().text().size(), before.size() + 1);
        EXPECT_FALSE(window.grab().isNull());
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

TEST_F(RobustnessTest, aProgramThatSwallowsEverythingIsStopped)
{
    startWith("print('spin')\n"
              "while True:\n"
              "    try:\n"
              "        while True:\n"
              "            pass\n"
              "    except:\n"
              "        pass\n");
    ASSERT_TRUE(prints("spin"));
    expectAlive();
    QTest::keyClick(&window.console(), Qt::Key_C, Qt::ControlModifier);      // swallowed as well
    const auto stood = link.snapshot()->now;
    ASSERT_TRUE(eventually([&] { return link.snapshot()->now > stood; }));
    EXPECT_EQ(link.snapshot()->program, ProgramState::Running);
    trigger("stop");
    ASSERT_TRUE(reaches(ProgramState::Stopped));
    window.editor().editor().setText("print('clean')\n");
    trigger("run");
    EXPECT_TRUE(prints("clean"));
}

TEST_F(RobustnessTest, aFloodOfAHundredMegabytesTakesNoMoreThanItsScrollback)
{
    startWith("print('ready')\ninput()\nline = 'x' * 1022\nfor i in range(100 * 1024):\n    print(line)\nprint('the end')\n", 0);
    ASSERT_TRUE(prints("ready"));
    window.grab();
    const qint64 before = residentMemory();
    qint64 most = 0;
    int frames = 0;
    QObject::connect(&link, &SimulationLink::consoleWritten, &window, [&] {
        most = std::max(most, residentMemory());
        if (++frames % 20 == 1) expectAlive();
    });
    QTest::keyClick(&window.console(), Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return link.snapshot()->program == ProgramState::Finished; }, 120'000));
    EXPECT_TRUE(prints("the end\n")) << "the end of a flood is what one wants to see";
    EXPECT_GT(frames, 20);
    EXPECT_LE(window.console().lineCount(), ConsoleView::scrollbackLines);
    EXPECT_GT(link.snapshot()->consoleDropped, 0u) << "a flood that is read in time proves nothing here";
#ifndef __SANITIZE_ADDRESS__
    EXPECT_LT(most - before, 80 * megabyte);
#endif
}

TEST_F(RobustnessTest, tenThousandEdgesASecondAreShownAndKept)
{
    startWith("from machine import Pin\nimport time\npin = Pin(16, Pin.OUT)\nprint('rattle')\n"
              "while True:\n    pin.toggle()\n    time.sleep_us(25)\n",
              10);
    ASSERT_TRUE(prints("rattle"));
    trigger("signals");
    PaintCount painted;
    window.signalsView().canvas().installEventFilter(&painted);
    ASSERT_TRUE(eventually([&] { return link.snapshot()->now > time::powerOn + std::chrono::seconds(10); }, 120'000));
    expectAlive();
    const trace::SignalCapture& capture = link.snapshot()->signals;
    const int pin = capture.find("GP16");
    ASSERT_GE(pin, 0);
    const trace::SignalView& edges = capture.views[static_cast<std::size_t>(pin)];
    EXPECT_GT(edges.end(), 100'000u);
    EXPECT_EQ(edges.dropped(), 0u);
    EXPECT_GT(painted.count, 10);
    trigger("stop");
    EXPECT_TRUE(reaches(ProgramState::Stopped));
}

}  // namespace

}  // namespace coroboard::gui
