// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/sensor_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWheelEvent>

#include "sample_board.h"
#include "sensor_panel/control_row.h"
#include "sensor_panel/live_plot.h"
#include "sensor_panel/motion_box.h"
#include "sensor_panel/pose_view.h"
#include "sensor_panel/steady_text.h"
#include "sensor_panel/stimulus_editor.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

parts::ControlDescription temperature()
{
    return {"temperature", "Temperature", "temperature", "°C", -20, 80, 0.1, 22, parts::ControlKind::Slider};
}

class SensorPanelTest : public testing::Test {
protected:
    SensorPanelTest()
    {
        panel.setGroups({{"thermometer", "Temperature sensor", "Thermistor", {temperature()}}});
        panel.resize(300, 200);
        panel.show();
        row = panel.row("thermometer", "temperature");
    }

    double lastMoved() const { return spy.isEmpty() ? -1000 : spy.last().at(2).toDouble(); }

    SensorPanel panel;
    ControlRow* row = nullptr;
    QSignalSpy spy{&panel, &SensorPanel::moved};
};

TEST_F(SensorPanelTest, aDraggedSliderSaysPartControlAndValue)
{
    auto* slider = row->findChild<QSlider*>();
    ASSERT_TRUE(slider);
    const double share = (22.0 + 20) / 100;
    const QPoint handle(static_cast<int>(7 + share * (slider->width() - 14)), slider->height() / 2);
    QTest::mousePress(slider, Qt::LeftButton, {}, handle);
    QTest::mouseMove(slider, QPoint(slider->width() - 8, handle.y()));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 8, handle.y()));
    ASSERT_FALSE(spy.isEmpty());
    EXPECT_EQ(spy.last().at(0).toString(), "thermometer");
    EXPECT_EQ(spy.last().at(1).toString(), "temperature");
    EXPECT_GT(lastMoved(), 70);
}

TEST_F(SensorPanelTest, theSpinBoxTakesAnExactValue)
{
    auto* spin = row->findChild<QDoubleSpinBox*>();
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, spin->locale().toString(36.6));
    QTest::keyClick(spin, Qt::Key_Return);
    EXPECT_DOUBLE_EQ(lastMoved(), 36.6);
    EXPECT_EQ(spy.count(), 1);
}

TEST_F(SensorPanelTest, resetGoesBackToTheInitialValue)
{
    auto* reset = row->findChild<QToolButton*>("reset");
    EXPECT_FALSE(reset->isEnabled());
    row->findChild<QDoubleSpinBox*>()->setValue(50);
    EXPECT_TRUE(reset->isEnabled());
    QTest::mouseClick(reset, Qt::LeftButton);
    EXPECT_DOUBLE_EQ(lastMoved(), 22);
    EXPECT_DOUBLE_EQ(row->value(), 22);
}

TEST_F(SensorPanelTest, showsWhatTheProgramLastRead)
{
    simulation::Snapshot snapshot;
    snapshot.parts.push_back(samplePart("thermometer", "temperature", 22));
    panel.show(snapshot);
    EXPECT_EQ(row->findChild<SteadyText*>("lastRead")->text(), "not read yet");
    snapshot.parts[0].view.controls[0].lastRead = 21.87;
    panel.show(snapshot);
    EXPECT_EQ(row->findChild<SteadyText*>("lastRead")->text(), "read 21.9 °C");
}

TEST_F(SensorPanelTest, doesNotSayOfAnAngleThatItWasNotRead)
{
    panel.setGroups({{"motion", "Motion sensor", "MPU-6050", {{"roll", "Roll", "roll", "°", -180, 180, 0.1, 0, parts::ControlKind::Slider}}}});
    simulation::Snapshot snapshot;
    snapshot.parts.push_back(samplePart("motion", "roll", 0));
    panel.show(snapshot);
    ControlRow* roll = panel.findChild<ControlRow*>();
    ASSERT_TRUE(roll);
    EXPECT_EQ(roll->findChild<SteadyText*>("lastRead")->text(), "");
}

TEST_F(SensorPanelTest, followsTheEngineWithoutSayingItMoved)
{
    simulation::Snapshot snapshot;
    snapshot.parts.push_back(samplePart("thermometer", "temperature", 40));
    panel.show(snapshot);
    EXPECT_DOUBLE_EQ(row->value(), 40);
    EXPECT_DOUBLE_EQ(row->findChild<QDoubleSpinBox*>()->value(), 40);
    EXPECT_EQ(spy.count(), 0);
}

TEST_F(SensorPanelTest, anOldSnapshotDoesNotPullTheSliderBack)
{
    row->findChild<QDoubleSpinBox*>()->setValue(60);
    simulation::Snapshot stale;
    stale.parts.push_back(samplePart("thermometer", "temperature", 22));
    panel.show(stale);
    EXPECT_DOUBLE_EQ(row->value(), 60);
}

TEST_F(SensorPanelTest, groupsComeFromTheModelsOnTheBoard)
{
    const auto groups = controlGroups(sampleBoard());
    ASSERT_EQ(groups.size(), 4u);
    EXPECT_EQ(groups[2].part, "button");            // knobs and sensors first
    EXPECT_EQ(groups[3].part, "red");               // what has nothing to move last
    EXPECT_TRUE(groups[3].controls.empty());
}

TEST_F(SensorPanelTest, aLoneButtonSaysItsPartSeveralSayWhatTheyDo)
{
    const parts::ControlDescription up{"up", "Swipe up", "", "", 0, 1, 1, 0, parts::ControlKind::Momentary};
    const parts::ControlDescription down{"down", "Swipe down", "", "", 0, 1, 1, 0, parts::ControlKind::Momentary};
    panel.setGroups({{"a", "Button A", "Push button", {up}}, {"hand", "Gestures", "Gesture sensor", {up, down}}});
    EXPECT_EQ(panel.row("a", "up")->findChild<QPushButton*>()->text(), "Button A");
    EXPECT_EQ(panel.row("hand", "up")->findChild<QPushButton*>()->text(), "Swipe up");
    EXPECT_EQ(panel.row("hand", "down")->findChild<QPushButton*>()->text(), "Swipe down");
}

TEST(ControlText, hasTheStepsDigitsAndTheUnit)
{
    EXPECT_EQ(controlText(temperature(), 21.849), "21.8 °C");
    auto light = temperature();
    light.step = 1;
    light.unit = "lx";
    EXPECT_EQ(controlText(light, 300.4), "300 lx");
}

TEST(MomentaryControl, isDownWhileHeld)
{
    ControlRow row({"pressed", "Pressed", "", "", 0, 1, 1, 0, parts::ControlKind::Momentary}, "Button A");
    QSignalSpy spy(&row, &ControlRow::moved);
    row.QWidget::show();
    auto* button = row.findChild<QPushButton*>();
    QTest::mousePress(button, Qt::LeftButton);
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(spy.last().first().toDouble(), 1);
    QTest::mouseRelease(button, Qt::LeftButton);
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(spy.last().first().toDouble(), 0);
}

// A panel with a thermometer on GP28, a motion sensor and a bare LED; what it asks of the engine is kept.
class WorldPanelTest : public testing::Test {
protected:
    WorldPanelTest()
    {
        SensorPanel::Group thermometer{"thermometer", "Temperature sensor", "Thermistor", {temperature()}};
        thermometer.pins = {{"signal", "Signal", "GP28", false}, {"low", "Low end", "GND", true}};
        SensorPanel::Group motion{"imu", "Motion sensor", "MPU-6050", {}};
        for (const char* angle : {"roll", "pitch", "yaw"})
            motion.controls.push_back({angle, angle, angle, "°", -180, 180, 0.5, 0, parts::ControlKind::Slider});
        SensorPanel::Group red{"red", "Red LED", "LED", {}};
        red.pins = {{"anode", "Anode", "GP16", false}};
        panel.setGroups({thermometer, motion, red});
        panel.resize(320, 700);
        panel.show();
        QObject::connect(&panel, &SensorPanel::asked, &panel, [this](const simulation::Command& command) { asked.push_back(command); });
        row = panel.row("thermometer", "temperature");
    }

    QAction* faultAction(const QString& part, const QString& text)
    {
        for (auto* button : panel.group(part)->findChildren<QToolButton*>()) {
            if (!button->menu()) continue;
            Q_EMIT button->menu()->aboutToShow();
            for (auto* menu : button->menu()->findChildren<QMenu*>() + QList<QMenu*>{button->menu()})
                for (auto* action : menu->actions())
                    if (action->text() == text) return action;
        }
        return nullptr;
    }
    simulation::Snapshot snapshot(double celsius) const
    {
        simulation::Snapshot made;
        made.parts.push_back(samplePart("thermometer", "temperature", celsius));
        return made;
    }

    SensorPanel panel;
    ControlRow* row = nullptr;
    std::vector<simulation::Command> asked;
};

TEST_F(WorldPanelTest, aShapeIsChosenInPlaceAndTakesEffectAtOnce)
{
    QTest::mouseClick(row->findChild<QToolButton*>("wave"), Qt::LeftButton);
    ASSERT_TRUE(row->stimulusEditor());
    auto* shape = row->stimulusEditor()->findChild<QComboBox*>();
    shape->setFocus();
    while (shape->currentText() != "Sine") {
        const int before = shape->currentIndex();
        QTest::keyClick(shape, Qt::Key_Down);
        ASSERT_NE(shape->currentIndex(), before);
    }
    ASSERT_FALSE(asked.empty());
    const auto* set = std::get_if<simulation::SetStimulus>(&asked.back());
    ASSERT_TRUE(set);
    EXPECT_EQ(set->target, "temperature");
    EXPECT_EQ(set->stimulus.shape, environment::Shape::Sine);
    for (auto* spin : row->stimulusEditor()->findChildren<QDoubleSpinBox*>())
        if (spin->accessibleName().endsWith("time")) spin->setValue(2.5);
    EXPECT_EQ(std::get<simulation::SetStimulus>(asked.back()).stimulus.period, std::chrono::milliseconds{2500});
    shape->setCurrentIndex(0);
    Q_EMIT shape->activated(0);
    EXPECT_EQ(std::get<simulation::ClearStimulus>(asked.back()).target, "temperature");
}

TEST_F(WorldPanelTest, aStimulusOfTheEngineIsShownAndPlotted)
{
    row->openStimulusEditor(true);
    auto driven = snapshot(20);
    driven.stimuli.push_back({"temperature", {.shape = environment::Shape::Square, .from = 10, .to = 30, .period = std::chrono::seconds{4}}, {}});
    for (int i = 0; i < 50; ++i) {
        driven.now += std::chrono::milliseconds{100};
        driven.parts[0].view.controls[0].lastRead = 20 + i / 10;
        panel.show(driven);
    }
    EXPECT_EQ(row->stimulusEditor()->findChild<QComboBox*>()->currentText(), "Square");
    const auto* plot = row->stimulusEditor()->findChild<LivePlot*>();
    EXPECT_EQ(plot->points().size(), 50u);
    EXPECT_EQ(std::count_if(plot->points().begin(), plot->points().end(), [](const auto& point) { return point.read.has_value(); }), 5);
    panel.show(snapshot(20));
    EXPECT_EQ(row->stimulusEditor()->findChild<QComboBox*>()->currentText(), "By hand");
    EXPECT_TRUE(asked.empty());
}

TEST_F(WorldPanelTest, aRecordedFileIsPlayedOrItsMistakeIsShownInPlace)
{
    QTemporaryDir folder;
    const auto write = [&](const char* name, const QByteArray& text) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return folder.filePath(name);
    };
    row->openStimulusEditor(true);
    row->stimulusEditor()->playFile(write("bad.csv", "time,temperature\n0,warm\n"));
    EXPECT_TRUE(asked.empty());
    EXPECT_TRUE(row->stimulusEditor()->findChild<QLabel*>("problem")->text().contains("bad.csv:2:3"));
    row->stimulusEditor()->playFile(write("good.csv", "time,light,temperature\n0,5,20\n10,6,30\n"));
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(std::get<simulation::SetStimulus>(asked[0]).stimulus.track->back().value, 30);
}

TEST_F(WorldPanelTest, theFilterFindsAPartAndUnfoldsIt)
{
    panel.group("thermometer")->setOpen(false);
    EXPECT_FALSE(row->isVisible());
    panel.setFocus();
    QTest::keyClick(&panel, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&panel.filter(), "temp");
    EXPECT_TRUE(panel.group("thermometer")->isVisible());
    EXPECT_TRUE(row->isVisible());
    EXPECT_FALSE(panel.group("red")->isVisible());
    QTest::keyClick(&panel.filter(), Qt::Key_Escape);
    EXPECT_TRUE(panel.group("red")->isVisible());
    EXPECT_FALSE(row->isVisible());                 // folded again as before
}

TEST_F(WorldPanelTest, theHeadingFoldsByKeyboard)
{
    auto* heading = panel.group("thermometer")->findChild<QToolButton*>();
    for (auto* button : panel.group("thermometer")->findChildren<QToolButton*>())
        if (button->text() == "Temperature sensor") heading = button;
    heading->setFocus();
    QTest::keyClick(heading, Qt::Key_Space);
    EXPECT_FALSE(row->isVisible());
    QTest::keyClick(heading, Qt::Key_Space);
    EXPECT_TRUE(row->isVisible());
}

TEST_F(WorldPanelTest, faultsAreAskedForAndShown)
{
    auto* cut = faultAction("thermometer", "Signal (GP28)");
    ASSERT_TRUE(cut);
    cut->trigger();
    EXPECT_EQ(std::get<simulation::SetFault>(asked.back()).fault, (board::Fault{board::FaultKind::WireCut, "thermometer.signal"}));
    auto broken = snapshot(20);
    broken.faults = {{board::FaultKind::WireCut, "thermometer.signal"}, {board::FaultKind::StuckLow, "GP16"}};
    panel.show(broken);
    EXPECT_EQ(panel.group("thermometer")->findChild<SteadyText*>("faults")->text(), "signal cut");
    EXPECT_EQ(panel.group("red")->findChild<SteadyText*>("faults")->text(), "GP16 stuck low");
    cut = faultAction("thermometer", "Signal (GP28)");
    ASSERT_TRUE(cut && cut->isChecked());
    cut->trigger();
    EXPECT_TRUE(std::holds_alternative<simulation::ClearFault>(asked.back()));
    faultAction("thermometer", "Sensor frozen")->trigger();
    EXPECT_EQ(std::get<simulation::SetFault>(asked.back()).fault.kind, board::FaultKind::SensorFrozen);
    EXPECT_EQ(faultAction("red", "Sensor frozen"), nullptr);
}

TEST_F(WorldPanelTest, theBoardIsTurnedByHandByKeyboardAndLaidFlat)
{
    ASSERT_TRUE(panel.motion());
    QSignalSpy moved(&panel, &SensorPanel::moved);
    PoseView& pose = panel.motion()->poseView();
    const QPoint middle = pose.rect().center();
    QTest::mousePress(&pose, Qt::LeftButton, {}, middle);
    QTest::mouseMove(&pose, middle + QPoint(50, 0));
    QTest::mouseRelease(&pose, Qt::LeftButton, {}, middle + QPoint(50, 0));
    ASSERT_FALSE(moved.isEmpty());
    EXPECT_EQ(moved.last().at(0).toString(), "imu");
    EXPECT_EQ(moved.last().at(1).toString(), "pitch");
    EXPECT_DOUBLE_EQ(moved.last().at(2).toDouble(), 30);
    QTest::keyClick(&pose, Qt::Key_Down);
    EXPECT_EQ(moved.last().at(1).toString(), "roll");
    EXPECT_DOUBLE_EQ(moved.last().at(2).toDouble(), 5);
    QTest::keyClick(&pose, Qt::Key_PageUp);
    EXPECT_EQ(moved.last().at(1).toString(), "yaw");
    QTest::mouseDClick(&pose, Qt::LeftButton, {}, middle);
    EXPECT_EQ(pose.angles(), PoseAngles{});
}

TEST_F(WorldPanelTest, aGestureIsOneClick)
{
    QTest::mouseClick(panel.motion()->findChild<QPushButton*>("free-fall"), Qt::LeftButton);
    ASSERT_EQ(asked.size(), 1u);
    EXPECT_EQ(std::get<simulation::PerformGesture>(asked[0]).gesture, environment::Gesture::FreeFall);
}

TEST_F(WorldPanelTest, whatIsTrueIsShownWhileItLags)
{
    auto lagging = snapshot(40);
    lagging.parts[0].view.controls[0].actual = 31.25;
    panel.show(lagging);
    EXPECT_EQ(row->findChild<SteadyText*>("actual")->text(), "is 31.3 °C");
    panel.show(snapshot(40));
    EXPECT_EQ(row->findChild<SteadyText*>("actual")->text(), "");
}

TEST_F(WorldPanelTest, scrollingByDoesNotMoveASensor)
{
    auto* slider = row->findChild<QSlider*>();
    const auto wheel = [&] {
        QWheelEvent turned(slider->rect().center(), slider->mapToGlobal(slider->rect().center()), {}, {0, 120}, Qt::NoButton, {},
                           Qt::NoScrollPhase, false);
        QApplication::sendEvent(slider, &turned);
    };
    const int before = slider->value();
    panel.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&panel));
    panel.filter().setFocus();
    wheel();
    EXPECT_EQ(slider->value(), before);
    slider->setFocus();
    wheel();
    EXPECT_NE(slider->value(), before);
}

TEST_F(WorldPanelTest, everythingHasAnAccessibleName)
{
    row->openStimulusEditor(true);
    for (auto* widget : panel.findChildren<QWidget*>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || !widget->isVisibleTo(&panel)) continue;
        const bool inner = widget->objectName().startsWith("qt_") || qobject_cast<QScrollArea*>(widget);
        EXPECT_TRUE(inner || !widget->accessibleName().isEmpty()) << widget->metaObject()->className();
    }
}

}  // namespace

}  // namespace coroboard::gui
