// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/board_view.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFocusEvent>
#include <QSignalSpy>
#include <cmath>

#include "board_view/button_item.h"
#include "board_view/led_item.h"
#include "board_view/pin_item.h"
#include "sample_board.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

class BoardViewTest : public testing::Test {
protected:
    BoardViewTest()
    {
        view.resize(800, 400);
        view.setBoard(sampleBoard());
        view.show();
        view.setFocus();
    }

    QPoint at(const char* part) const { return view.placeOf(view.part(part)); }
    simulation::Snapshot snapshotOf(const simulation::PartSnapshot& part) const
    {
        simulation::Snapshot snapshot;
        snapshot.parts.push_back(part);
        return snapshot;
    }
    void expectMoved(int call, const char* part, const char* control, double value) const
    {
        ASSERT_GT(spy.count(), call);
        EXPECT_EQ(spy.at(call).at(0).toString(), part);
        EXPECT_EQ(spy.at(call).at(1).toString(), control);
        EXPECT_DOUBLE_EQ(spy.at(call).at(2).toDouble(), value);
    }

    BoardView view;
    QSignalSpy spy{&view, &BoardView::moved};
};

TEST_F(BoardViewTest, pressingAButtonPressesItAndReleasingReleases)
{
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at("button"));
    expectMoved(0, "button", "pressed", 1);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at("button"));
    expectMoved(1, "button", "pressed", 0);
}

TEST_F(BoardViewTest, controlClickLatches)
{
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, at("button"));
    ASSERT_EQ(spy.count(), 1);
    expectMoved(0, "button", "pressed", 1);
    EXPECT_TRUE(static_cast<ButtonItem*>(view.part("button"))->latched());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, at("button"));
    expectMoved(1, "button", "pressed", 0);
}

TEST_F(BoardViewTest, theProfilesKeyPressesItsPart)
{
    QTest::keyPress(&view, Qt::Key_A);
    expectMoved(0, "button", "pressed", 1);
    QTest::keyRelease(&view, Qt::Key_A);
    expectMoved(1, "button", "pressed", 0);
    QTest::keyClick(&view, Qt::Key_X);
    EXPECT_EQ(spy.count(), 2);
}

TEST_F(BoardViewTest, nothingStaysPressedWhenTheFocusGoes)
{
    QTest::keyPress(&view, Qt::Key_A);
    view.clearFocus();
    QFocusEvent gone(QEvent::FocusOut);
    QApplication::sendEvent(&view, &gone);
    expectMoved(1, "button", "pressed", 0);
}

TEST_F(BoardViewTest, draggingAroundTheKnobTurnsIt)
{
    view.show(snapshotOf(samplePart("dial", "position", 50)));
    const QPoint middle = at("dial");
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middle + QPoint(0, -20));
    QTest::mouseMove(view.viewport(), middle + QPoint(14, -14));
    QTest::mouseMove(view.viewport(), middle + QPoint(20, 0));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, middle + QPoint(20, 0));
    ASSERT_FALSE(spy.isEmpty());
    // A quarter turn of 270 degrees is a third of the way.
    EXPECT_NEAR(spy.last().at(2).toDouble(), 50 + 100.0 / 3, 3);
    EXPECT_EQ(spy.last().at(0).toString(), "dial");
}

TEST_F(BoardViewTest, brightnessIsEncodedForTheEye)
{
    auto* led = static_cast<LedItem*>(view.part("red"));
    auto part = samplePart("red", "", 0);
    part.view.values = {{"brightness", 0.1}};
    view.show(snapshotOf(part));
    EXPECT_NEAR(led->seen(), std::pow(0.1, 1 / 2.2), 1e-9);
    part.view.values = {{"brightness", 0.0}};
    view.show(snapshotOf(part));
    EXPECT_EQ(led->seen(), 0);
}

TEST_F(BoardViewTest, aLitLedIsBrighterOnTheScreen)
{
    const QPoint place = at("red");
    const auto pixel = [&] { return view.viewport()->grab().toImage().pixelColor(place); };
    const int dark = pixel().red();
    auto part = samplePart("red", "", 0);
    part.view.values = {{"brightness", 1.0}};
    view.show(snapshotOf(part));
    EXPECT_GT(pixel().red(), dark + 60);
}

TEST_F(BoardViewTest, aPinTellsNameFunctionLevelAndLastEdge)
{
    simulation::Snapshot snapshot;
    snapshot.now = time::powerOn + std::chrono::seconds(2);
    snapshot.pins.push_back({"GP16", 16, "out", true, 3300, time::powerOn + std::chrono::milliseconds(1500)});
    view.show(snapshot);
    const QString text = view.pin("GP16")->summary();
    for (const char* word : {"GP16", "out", "high", "3300 mV", "0:01.500", "500 ms"})
        EXPECT_TRUE(text.contains(word)) << word << " in " << text.toStdString();
}

TEST_F(BoardViewTest, zoomsAndFits)
{
    const double fitted = view.transform().m11();
    view.zoomIn();
    view.zoomIn();
    EXPECT_GT(view.transform().m11(), fitted * 1.3);
    view.resize(700, 400);
    EXPECT_GT(view.transform().m11(), fitted * 1.3);
    view.fit();
    view.resize(400, 200);
    EXPECT_LT(view.transform().m11(), fitted);
}

TEST_F(BoardViewTest, anotherBoardTakesItsPlace)
{
    board::BoardProfile other = sampleBoard();
    other.parts.resize(1);
    view.setBoard(other);
    EXPECT_TRUE(view.part("red"));
    EXPECT_FALSE(view.part("button"));
    view.show(snapshotOf(samplePart("button", "pressed", 1)));      // a snapshot of the board that was there
}

}  // namespace

}  // namespace coroboard::gui
