// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/sensor_panel.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "sample_board.h"
#include "sensor_panel/control_row.h"
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
    auto* reset = row->findChild<QToolButton*>();
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
    EXPECT_EQ(row->findChild<QLabel*>("lastRead")->text(), "not read yet");
    snapshot.parts[0].view.controls[0].lastRead = 21.87;
    panel.show(snapshot);
    EXPECT_EQ(row->findChild<QLabel*>("lastRead")->text(), "read 21.9 °C");
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
    ASSERT_GE(groups.size(), 3u);
    EXPECT_EQ(groups.back().part, "button");        // knobs and sensors first
    for (const auto& group : groups) EXPECT_FALSE(group.controls.empty());
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

}  // namespace

}  // namespace coroboard::gui
