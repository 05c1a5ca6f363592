// SPDX-License-Identifier: GPL-3.0-or-later
// Encoder and joystick on the board's picture: what a hand does to them is what the engine is told.
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QtTest/QTest>

#include "board_view/board_view.h"
#include "board_view/part_item.h"
#include "sample_board.h"

namespace coroboard::gui {

namespace {

class TurnedItems : public testing::Test {
protected:
    TurnedItems()
    {
        board::BoardProfile profile = sampleBoard();
        profile.parts.clear();
        for (const auto& [model, x] : {std::pair{"rotary_encoder", 100.0}, {"joystick", 300.0}}) {
            board::PartProfile part;
            part.id = part.model = model;
            part.key = model[0] == 'r' ? "E" : "J";
            part.place = {x, 100};
            part.width = part.height = 100;
            profile.parts.push_back(part);
        }
        view.resize(800, 400);
        view.setBoard(profile);
        view.show();
        view.setFocus();
        answer(7);
    }

    // What the engine says next of the encoder's position.
    void answer(double position)
    {
        simulation::Snapshot snapshot;
        snapshot.parts = {samplePart("rotary_encoder", "position", position), samplePart("joystick", "x", 0)};
        view.show(snapshot);
    }

    // So many picture units from the part's middle.
    QPoint at(const char* part, double dx, double dy) const { return view.mapFromScene(view.part(part)->pos() + QPointF(dx, dy)); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers held = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, held, from);
        QMouseEvent move(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, held);
        QApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, held, to);
    }
    QString told(int call) const
    {
        return QStringLiteral("%1 %2").arg(spy.value(call).value(1).toString()).arg(spy.value(call).value(2).toDouble());
    }

    BoardView view;
    QSignalSpy spy{&view, &BoardView::moved};
};

TEST_F(TurnedItems, TheEncoderTurnsADetentEveryEighteenDegrees)
{
    drag(at("rotary_encoder", 35, 0), at("rotary_encoder", 24, 25));
    ASSERT_EQ(spy.count(), 1);
    EXPECT_EQ(told(0), "position 9") << "46 degrees clockwise are two detents";
    drag(at("rotary_encoder", 35, 0), at("rotary_encoder", 33, -12));
    EXPECT_EQ(told(1), "position 8") << "from where it was turned to, which no snapshot has shown yet";
}

TEST_F(TurnedItems, TheEncoderLosesNoDetentBetweenSnapshots)
{
    const auto turnOn = [this] { drag(at("rotary_encoder", 35, 0), at("rotary_encoder", 33, 12)); };
    turnOn();
    answer(7);
    turnOn();
    answer(8);
    turnOn();
    ASSERT_EQ(spy.count(), 3);
    EXPECT_EQ(told(0), "position 8");
    EXPECT_EQ(told(1), "position 9");
    EXPECT_EQ(told(2), "position 10");
    answer(10);
    turnOn();
    EXPECT_EQ(told(3), "position 11");
    answer(-40);
    turnOn();
    EXPECT_EQ(told(4), "position -39") << "somebody else turned it";
}

TEST_F(TurnedItems, TheEncodersMiddleAndItsKeyPressIt)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at("rotary_encoder", 0, 0));
    QTest::keyClick(&view, Qt::Key_E);
    ASSERT_EQ(spy.count(), 4);
    EXPECT_EQ(told(0), "pressed 1");
    EXPECT_EQ(told(1), "pressed 0");
    EXPECT_EQ(told(2), "pressed 1");
    EXPECT_EQ(told(3), "pressed 0");
}

TEST_F(TurnedItems, TheJoystickFollowsTheHandAndSpringsBack)
{
    drag(at("joystick", 0, 0), at("joystick", 10, -5));
    ASSERT_EQ(spy.count(), 4);
    EXPECT_NEAR(spy.at(0).at(2).toDouble(), 0.5, 0.03);
    EXPECT_NEAR(spy.at(1).at(2).toDouble(), 0.25, 0.03);
    EXPECT_EQ(told(2), "x 0");
    EXPECT_EQ(told(3), "y 0");
}

TEST_F(TurnedItems, TheJoystickStopsAtItsRimAndStaysWithCtrl)
{
    drag(at("joystick", 0, 0), at("joystick", -60, 0), Qt::ControlModifier);
    ASSERT_EQ(spy.count(), 2);
    EXPECT_EQ(told(0), "x -1");
    EXPECT_EQ(told(1), "y 0");
}

}  // namespace

}  // namespace coroboard::gui
