// SPDX-License-Identifier: GPL-3.0-or-later
// The logic analyser's dock, pressed and turned as a person would, over recordings made by hand.

#include "signals/signals_view.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>

#include "sample_board.h"
#include "signals/decode_form.h"
#include "theme/theme.h"
#include "trace/signal_history.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using namespace std::chrono_literals;

class SignalsTest : public testing::Test {
protected:
    SignalsTest() : history({{"GP16", trace::SignalKind::Digital, ""}, {"GP17", trace::SignalKind::Digital, ""},
                             {"GP26_voltage", trace::SignalKind::Analog, "mV"}, {"GP16_pwm", trace::SignalKind::Pwm, ""}})
    {
        board::BoardProfile profile = sampleBoard();
        profile.parts[0].wires["anode"] = "GP16";
        profile.parts[1].wires["contact"] = "GP17";
        view.setBoard(profile);
        view.resize(750, 300);
        view.show();
        // GP16 ticks every millisecond, high for a quarter; GP17 rises once.
        for (int i = 0; i < 1000; ++i) {
            history.add({0, at(i * 1ms), 1, 0, {}});
            history.add({0, at(i * 1ms + 250us), 0, 0, {}});
            history.add({2, at(i * 1ms), 1650.0 + i, 0, {}});
        }
        history.add({1, at(0ns), 0, 0, {}});
        history.add({1, at(500ms), 1, 0, {}});
        showUntil(1s);
    }

    static time::VirtualTime at(time::Duration time) { return time::powerOn + time; }

    void showUntil(time::Duration until)
    {
        simulation::Snapshot snapshot;
        snapshot.signals = history.capture(at(until));
        view.show(snapshot);
    }

    SignalsCanvas& canvas() { return view.canvas(); }

    void wheel(int turns, double x, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF place(x, 100);
        QWheelEvent event(place, canvas().mapToGlobal(place), {}, {0, turns * 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &event);
    }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&canvas(), (from + to) / 2);
        QTest::mouseMove(&canvas(), to);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
    }

    // Whether a lane's colour is to be seen in a column of its area.
    bool drawnAt(int row, int x, int share)
    {
        const QImage image = canvas().grab().toImage();
        const QRect lane = canvas().laneRect(row);
        const QColor colour = laneColour(view.lanes().lane(row).colour, brightnessOf(canvas().palette()));
        const int y = lane.top() + lane.height() * share / 100;
        for (int dy = -4; dy <= 4; ++dy)
            if (image.pixelColor(x, y + dy).rgb() == colour.rgb()) return true;
        return false;
    }

    Theme theme;
    trace::SignalHistory history;
    SignalsView view;
};

TEST_F(SignalsTest, wiredPinsHaveLanesNamedAfterTheirParts)
{
    ASSERT_EQ(view.lanes().rowCount(), 2);
    EXPECT_EQ(view.lanes().lane(0).title, "GP16  red");
    EXPECT_EQ(view.lanes().lane(1).title, "GP17  button");
}

TEST_F(SignalsTest, theWheelZoomsAboutTheMouseToBelowAMicrosecond)
{
    canvas().showSpan(0, 1e9);
    const double under = canvas().axis().at(200);
    wheel(10, 200);
    EXPECT_NEAR(canvas().axis().at(200), under, 1);
    EXPECT_LT(canvas().axis().span(), 0.2e9);
    wheel(100, 200);
    EXPECT_LT(canvas().axis().span(), 1000);
    wheel(-200, 200);
    EXPECT_GT(canvas().axis().span(), 3600e9);
}

TEST_F(SignalsTest, itFollowsUntilSomebodyTakesHold)
{
    EXPECT_EQ(canvas().following(), Following::Live);
    showUntil(30s);
    EXPECT_NEAR(canvas().axis().to(), 30e9, 1);
    const double before = canvas().axis().from();
    drag({300, 100}, {400, 100});
    EXPECT_EQ(canvas().following(), Following::Still);
    EXPECT_NEAR(canvas().axis().from(), before - 100 * canvas().axis().scale(), 2 * canvas().axis().scale());
    showUntil(60s);
    EXPECT_LT(canvas().axis().to(), 31e9);
    QTest::keyClick(&canvas(), Qt::Key_End);
    EXPECT_EQ(canvas().following(), Following::Live);
    EXPECT_NEAR(canvas().axis().to(), 60e9, 1);
}

TEST_F(SignalsTest, levelsAreDrawnWhereTheyAre)
{
    canvas().showSpan(0, 4e6);
    const int high = static_cast<int>(canvas().axis().x(1.1e6));
    const int low = static_cast<int>(canvas().axis().x(1.6e6));
    EXPECT_TRUE(drawnAt(0, high, 18));
    EXPECT_FALSE(drawnAt(0, high, 80));
    EXPECT_TRUE(drawnAt(0, low, 80));
    EXPECT_FALSE(drawnAt(0, low, 18));
}

TEST_F(SignalsTest, cursorsMeasure)
{
    canvas().showSpan(0, 4e6);
    view.list().setCurrentIndex(view.lanes().index(0));
    const auto ruler = [&](double when) { return QPoint(static_cast<int>(canvas().axis().x(when)) + 2, 10); };
    QTest::mouseClick(&canvas(), Qt::LeftButton, {}, ruler(1e6));
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ShiftModifier, ruler(3e6));
    EXPECT_EQ(canvas().cursor(0), 1e6) << "it snaps to the edge";
    EXPECT_EQ(canvas().cursor(1), 3e6);
    EXPECT_TRUE(view.readOut().text().contains("2.0000 ms")) << view.readOut().text().toStdString();
    EXPECT_TRUE(view.readOut().text().contains("500.00 Hz"));
    EXPECT_TRUE(view.readOut().text().contains("GP16 red: 2 ↑, 1.0000 kHz, duty 25.0 %")) << view.readOut().text().toStdString();
    drag(ruler(3e6), ruler(2e6));
    EXPECT_EQ(canvas().cursor(1), 2e6);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    EXPECT_FALSE(canvas().cursor(0) || canvas().cursor(1));
}

TEST_F(SignalsTest, edgesAreFoundWithTheKeyboard)
{
    canvas().showSpan(0, 4e6);
    canvas().setCurrentLane(1);
    QTest::keyClick(&canvas(), Qt::Key_Period);
    EXPECT_EQ(canvas().cursor(0), 500e6);
    EXPECT_GT(canvas().axis().to(), 500e6) << "it came into view";
    canvas().setCurrentLane(0);
    QTest::keyClick(&canvas(), Qt::Key_Comma);
    EXPECT_EQ(canvas().cursor(0), 499.25e6);
}

TEST_F(SignalsTest, aMarkedSpanIsZoomedTo)
{
    canvas().showSpan(0, 1e9);
    const double from = canvas().axis().at(100);
    const double to = canvas().axis().at(200);
    drag({100, 100}, {200, 100}, Qt::ShiftModifier);
    EXPECT_NEAR(canvas().axis().from(), from, canvas().axis().scale());
    EXPECT_NEAR(canvas().axis().to(), to, canvas().axis().scale());
}

TEST_F(SignalsTest, lanesAreRenamedMovedAndRemovedFromTheKeyboard)
{
    view.list().setFocus();
    view.list().setCurrentIndex(view.lanes().index(0));
    QTest::keyClick(&view.list(), Qt::Key_F2);
    auto* field = view.list().findChild<QLineEdit*>();
    ASSERT_TRUE(field);
    QTest::keyClicks(field, "clock");
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return view.lanes().lane(0).title == "clock"; }));
    QTest::keyClick(&view.list(), Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(view.lanes().lane(1).title, "clock");
    QTest::keyClick(&view.list(), Qt::Key_Delete);
    ASSERT_EQ(view.lanes().rowCount(), 1);
    EXPECT_EQ(view.lanes().lane(0).signal, "GP17");
}

TEST_F(SignalsTest, anyRecordedSignalCanBeAdded)
{
    auto* menu = view.findChild<QToolButton*>("addLane")->menu();
    Q_EMIT menu->aboutToShow();
    QAction* voltage = nullptr;
    for (QAction* group : menu->actions())
        for (QAction* each : group->menu()->actions())
            if (each->text() == "GP26") voltage = each;
    ASSERT_TRUE(voltage);
    voltage->trigger();
    ASSERT_EQ(view.lanes().rowCount(), 3);
    EXPECT_EQ(view.lanes().lane(2).signal, "GP26_voltage");
    EXPECT_EQ(view.lanes().lane(2).kind, LaneKind::Analog);
    const int height = view.lanes().lane(2).height;
    QTest::keyClick(&view.list(), Qt::Key_Plus);
    EXPECT_GT(view.lanes().lane(2).height, height);
}

TEST_F(SignalsTest, lanesComeBackAsTheyWereLeft)
{
    QByteArray remembered;
    QObject::connect(&view, &SignalsView::lanesChanged, [&](const QString& board, const QByteArray& lanes) {
        EXPECT_EQ(board, "sample");
        remembered = lanes;
    });
    view.lanes().setColour(0, 5);
    view.lanes().setHeight(1, 77);
    view.lanes().insert(2, {"bus", LaneKind::Decoded, "my bus", 3, 40, trace::decode::DecodeSettings{"uart", {"GP16"}, {{"rate", 9600}}}});
    ASSERT_FALSE(remembered.isEmpty());
    SignalsView again;
    again.setBoard(sampleBoard(), remembered);
    ASSERT_EQ(again.lanes().rowCount(), 3);
    EXPECT_EQ(again.lanes().lane(0).colour, 5);
    EXPECT_EQ(again.lanes().lane(1).height, 77);
    EXPECT_EQ(again.lanes().lane(2).decode, view.lanes().lane(2).decode);
    SignalsView spoilt;
    spoilt.setBoard(sampleBoard(), R"([{"signal":"GP1","kind":"digital","height":-5},{"signal":"x","kind":"decoded"},7])");
    ASSERT_EQ(spoilt.lanes().rowCount(), 1);
    EXPECT_EQ(spoilt.lanes().lane(0).height, Lane::lowest);
}

TEST_F(SignalsTest, valuesStandBesideTheNames)
{
    EXPECT_EQ(view.lanes().value(0), "0");
    EXPECT_EQ(view.lanes().value(1), "1");
    canvas().setCursor(0, 499.1e6);
    EXPECT_EQ(view.lanes().value(0), "1");
    EXPECT_EQ(view.lanes().value(1), "0");
}

// "Hi" at 9600 bits a second, in the middle of what the other pins do.
void sendHi(trace::SignalHistory& history, std::size_t signal)
{
    time::VirtualTime when = time::powerOn + 100ms;
    const auto bit = [&](bool level) {
        history.add({signal, when, double(level), 0, {}});
        when += time::Duration{104'167};
    };
    for (const char each : {'H', 'i'}) {
        bit(false);
        for (int place = 0; place < 8; ++place) bit(each >> place & 1);
        bit(true);
    }
}

class DecodeTest : public testing::Test {
protected:
    DecodeTest()
    {
        board::BoardProfile profile = sampleBoard();
        view.setBoard(profile);
        view.resize(750, 300);
        view.show();
        history.add({1, time::powerOn, 1, 0, {}});
        sendHi(history, 1);
        simulation::Snapshot snapshot;
        snapshot.signals = history.capture(time::powerOn + 1s);
        snapshot.pins.push_back({.name = "GP17", .number = 17, .function = "uart0 tx", .lastEdge = {}});
        view.show(snapshot);
    }

    QAction* choice(const QString& text)
    {
        auto* menu = view.findChild<QToolButton*>("addLane")->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction* group : menu->actions())
            for (QAction* each : group->menu()->actions())
                if (each->text().startsWith(text)) return each;
        return nullptr;
    }

    QString read()
    {
        const Lane& lane = view.lanes().lane(view.lanes().rowCount() - 1);
        const auto* run = view.canvas().decodings().find(lane);
        QString text;
        if (run)
            for (const auto& word : run->all(0)) text += QString::fromStdString(shortText(word));
        return text;
    }

    Theme theme;
    trace::SignalHistory history{{{"GP16", trace::SignalKind::Digital, ""}, {"GP17", trace::SignalKind::Digital, ""}}};
    SignalsView view;
};

TEST_F(DecodeTest, aBusInUseIsOneClickAway)
{
    QAction* suggested = choice("UART  GP17");
    ASSERT_TRUE(suggested);
    EXPECT_TRUE(suggested->text().contains("uart0"));
    suggested->trigger();
    ASSERT_EQ(view.lanes().rowCount(), 2) << "the pin's own lane came with it";
    EXPECT_EQ(view.lanes().lane(0).title, "GP17  uart0 tx");
    EXPECT_TRUE(eventually([&] { return read() == "Hi"; })) << read().toStdString();
}

TEST_F(DecodeTest, pinsAndOptionsAreChosenInPlace)
{
    choice("UART…")->trigger();
    DecodeForm& form = view.decodeForm();
    ASSERT_TRUE(form.isVisible());
    EXPECT_EQ(form.findChild<QComboBox*>("tx")->currentText(), "GP17") << "suggested";
    auto* accept = form.findChild<QPushButton*>("decodeAccept");
    auto* protocol = form.findChild<QComboBox*>("protocol");
    protocol->setFocus();
    QTest::keyClick(protocol, Qt::Key_Home);
    Q_EMIT protocol->activated(protocol->currentIndex());
    EXPECT_EQ(protocol->currentText(), "I2C");
    EXPECT_FALSE(accept->isEnabled());
    form.findChild<QComboBox*>("scl")->setCurrentText("GP16");
    form.findChild<QComboBox*>("sda")->setCurrentText("GP17");
    EXPECT_TRUE(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    EXPECT_FALSE(form.isVisible());
    const Lane& lane = view.lanes().lane(view.lanes().rowCount() - 1);
    EXPECT_EQ(lane.title, "I2C  GP16 GP17");
    ASSERT_TRUE(lane.decode);
    EXPECT_EQ(lane.decode->lines, (std::vector<std::string>{"GP16", "GP17"}));
}

TEST_F(DecodeTest, itsWordsAreFoundWithTheKeyboard)
{
    choice("UART  GP17")->trigger();
    ASSERT_TRUE(eventually([&] { return read() == "Hi"; }));
    view.canvas().showSpan(0, 1e6);
    view.canvas().setCursor(0, 0);
    QTest::keyClick(&view.canvas(), Qt::Key_Period);
    EXPECT_EQ(view.canvas().cursor(0), 100e6);
}

}  // namespace

}  // namespace coroboard::gui
