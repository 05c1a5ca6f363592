// SPDX-License-Identifier: MIT
// The window's figures in one scripted run, with the whole window, software rendering and no display (Qt's offscreen platform):
//   gui_figures [slider|crowd|frames|launch|memory|cpu]…      all of them when none is named
// Prints one line a figure. The memory of a virtual hour takes a minute, the rest some seconds each.

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <ctime>
#include <sys/resource.h>

#include "board_view/board_view.h"
#include "board_view/part_item.h"
#include "main_window/main_window.h"
#include "signals/signals_view.h"
#include "simulation/board_files.h"

namespace coroboard::gui {

namespace {

using namespace std::chrono_literals;

constexpr const char* dialToLed = "from machine import ADC, PWM, Pin\n"
                                  "import time\n"
                                  "dial = ADC(0)\n"
                                  "led = PWM(Pin(18), freq=1000)\n"
                                  "while True:\n"
                                  "    led.duty_u16(dial.read_u16())\n"
                                  "    time.sleep_ms(1)\n";

void say(const QString& what, const QString& figure) { QTextStream(stdout) << what.leftJustified(64) << figure << Qt::endl; }

QString percentiles(std::vector<double> milliseconds)
{
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) { return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))]; };
    return QStringLiteral("p50 %1 ms, p99 %2 ms, worst %3 ms").arg(at(0.5), 0, 'f', 1).arg(at(0.99), 0, 'f', 1).arg(at(1), 0, 'f', 1);
}

double residentMegabytes()
{
    QFile statm("/proc/self/statm");
    return statm.open(QIODevice::ReadOnly) ? statm.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// CPU time of this thread: what a frame takes, however busy the machine is.
double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

// As the app runs: QTest's own waiting sleeps ten milliseconds between two looks at the events.
void runFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

// Tells after each repaint of the board.
class Painted final : public QObject {
public:
    explicit Painted(std::function<void()> then) : m_then(std::move(then)) {}

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Paint || m_inside) return false;
        m_inside = true;
        QCoreApplication::sendEvent(watched, event);
        m_inside = false;
        m_then();
        return true;
    }

private:
    std::function<void()> m_then;
    bool m_inside = false;
};

struct App {
    App()
    {
        window.resize(1280, 720);
        window.show();
    }

    void start(const QByteArray& program)
    {
        QFile made(folder.filePath("program.py"));
        if (made.open(QIODevice::WriteOnly)) made.write(program);
        made.close();
        window.start(made.fileName(), "sensor-board");
    }

    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.conf")};
    Theme theme;
    SimulationLink link;
    MainWindow window{link, settings, theme};
};

// From the command of a moved slider to the end of the paint event in which the LED has its new brightness.
void slider()
{
    App app;
    app.start(dialToLed);
    double position = 50;
    QElapsedTimer since;
    std::vector<double> milliseconds;
    double shown = -1;
    QObject::connect(&app.link, &SimulationLink::snapshotTaken, &app.window, [&](const auto& snapshot) {
        for (const auto& part : snapshot->parts)
            if (part.id == "blue") shown = part.view.value("brightness") * 100;
    });
    QEventLoop untilPainted;
    Painted painted([&] {
        if (since.isValid() && std::abs(shown - position) < 5) {
            milliseconds.push_back(static_cast<double>(since.nsecsElapsed()) * 1e-6);
            since.invalidate();
            untilPainted.quit();
        }
    });
    app.window.board().viewport()->installEventFilter(&painted);
    if (!QTest::qWaitFor([&] { return std::abs(shown - 50) < 5; }, 10'000)) return say("slider", "the LED never followed the dial");
    for (int move = 0; move < 500; ++move) {
        // At every phase of the frames.
        runFor(20 + move * 7 % 17);
        position = position > 50 ? 10 : 90;
        since.start();
        app.link.setControl("dial", "position", position);
        untilPainted.exec();
    }
    say("slider moved -> LED repainted, 500 moves at 1x", percentiles(milliseconds));
}

// What the window needs from one snapshot to the next: it is taken in by every view, and everything that changed is painted.
std::vector<double> frameTimes(App& app, int milliseconds)
{
    std::vector<double> frames;
    double before = threadMilliseconds();
    const auto counting = QObject::connect(&app.link, &SimulationLink::snapshotTaken, &app.window, [&] {
        frames.push_back(threadMilliseconds() - std::exchange(before, threadMilliseconds()));
    });
    runFor(milliseconds);
    QObject::disconnect(counting);
    return frames;
}

board::BoardProfile crowdedBoard(int count)
{
    board::BoardProfile profile;
    profile.name = profile.title = "crowd";
    profile.pictureWidth = 2000;
    profile.pictureHeight = 1000;
    for (int i = 0; i < count; ++i) {
        board::PartProfile part;
        part.model = i % 4 == 0 ? "servo" : i % 4 == 1 ? "dc_motor" : i % 4 == 2 ? "potentiometer" : "led";
        part.id = part.label = "part" + std::to_string(i);
        part.words["colour"] = "#ff3b30";
        part.place = {50.0 + 100.0 * (i % 20), 50.0 + 100.0 * (i / 20)};
        profile.parts.push_back(part);
    }
    return profile;
}

void crowd()
{
    constexpr int count = 200;
    BoardView view;
    view.resize(1280, 720);
    view.show();
    view.setBoard(crowdedBoard(count));
    std::vector<double> milliseconds;
    simulation::Snapshot snapshot;
    for (int i = 0; i < count; ++i) snapshot.parts.push_back({"part" + std::to_string(i), {}});
    for (int frame = 0; frame < 300; ++frame) {
        const double turn = std::fmod(frame * 0.013, 1.0);
        for (auto& part : snapshot.parts) {
            part.view.values = {{"angle", turn * 180}, {"brightness", turn}, {"speed", turn}, {"position", turn * 360}, {"turns", turn}};
            part.view.controls = {{"position", turn * 100, turn * 100, std::nullopt}};
        }
        snapshot.now += 16ms;
        const double before = threadMilliseconds();
        view.show(snapshot);
        QCoreApplication::processEvents();
        milliseconds.push_back(threadMilliseconds() - before);
    }
    say(QStringLiteral("a frame with %1 moving items, 1280 x 720").arg(count), percentiles(milliseconds));
}

void frames()
{
    for (const std::string& name : simulation::boardNames()) {
        const auto profile = simulation::findBoard(name);
        if (!profile || profile->demo.empty()) continue;
        App app;
        app.window.start({}, QString::fromStdString(name));
        QTest::qWait(500);
        say(QStringLiteral("a frame of the whole window, demo of %1").arg(QString::fromStdString(name)), percentiles(frameTimes(app, 4000)));
        app.window.goToSignals();
        QTest::qWait(200);
        say(QStringLiteral("the same with the signals"), percentiles(frameTimes(app, 4000)));
    }
}

// The picture is taken when the window was shown and the first frame is painted: launch and end of the process are in it.
void launch()
{
    const QString app = QCoreApplication::applicationDirPath() + "/../../bin/coroboard";
    QTemporaryDir folder;
    std::vector<double> milliseconds;
    for (int run = 0; run < 10; ++run) {
        QElapsedTimer timer;
        timer.start();
        if (QProcess::execute(app, {"--screenshot", folder.filePath("first.png"), "--after", "0ms", "--size", "1280x720"}) != 0)
            return say("launch", app + " does not run");
        milliseconds.push_back(static_cast<double>(timer.elapsed()));
    }
    say("launch to first frame, and its picture written, 10 times", percentiles(milliseconds));
}

void memory()
{
    App app;
    app.window.start({}, {});
    QTest::qWait(2000);
    say("memory with the demo, after 2 s", QStringLiteral("%1 MB").arg(residentMegabytes(), 0, 'f', 0));
    app.link.setSpeed(0);
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const auto until = time::powerOn + quarter * 15min;
        if (!QTest::qWaitFor([&] { return app.link.snapshot()->now >= until; }, 600'000)) return say("memory", "an hour takes too long");
        say(QStringLiteral("memory after %1 virtual minutes").arg(quarter * 15), QStringLiteral("%1 MB").arg(residentMegabytes(), 0, 'f', 0));
    }
    app.link.setSpeed(1);
    const double before = residentMegabytes();
    runFor(60'000);
    say("one minute more at 1x", QStringLiteral("%1 MB more").arg(residentMegabytes() - before, 0, 'f', 1));
}

void load(const QString& what, int milliseconds = 10'000)
{
    const double before = cpuSeconds();
    runFor(milliseconds);
    say(what, QStringLiteral("%1 % of a core").arg((cpuSeconds() - before) * 1e5 / milliseconds, 0, 'f', 1));
}

void cpu()
{
    App app;
    app.window.start({}, {});
    QTest::qWait(2000);
    load("CPU running the demo at 1x");
    app.window.goToSignals();
    QTest::qWait(200);
    load("CPU running the demo at 1x, signals shown");
    app.link.pause();
    QTest::qWait(200);
    load("CPU paused");
    app.link.resume();
    app.link.stop();
    QTest::qWait(200);
    load("CPU with the program stopped, prompt waiting");
}

}  // namespace

}  // namespace coroboard::gui

int main(int argc, char** argv)
{
    using namespace coroboard::gui;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const std::pair<const char*, void (*)()> figures[] = {{"slider", slider}, {"crowd", crowd}, {"frames", frames}, {"launch", launch}, {"memory", memory}, {"cpu", cpu}};
    const QStringList wanted = QApplication::arguments().mid(1);
    for (const auto& [name, figure] : figures)
        if (wanted.isEmpty() || wanted.contains(QLatin1String(name))) figure();
    return 0;
}
