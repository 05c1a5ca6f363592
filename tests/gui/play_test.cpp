// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does to the parts on the living board, and what the board says of its pins.

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "board_view/board_view.h"
#include "board_view/keypad_item.h"
#include "board_view/pin_bank_item.h"
#include "board_view/pin_item.h"
#include "sample_board.h"
#include "simulation/part_catalogue.h"

namespace coroboard::gui {

namespace {

class PlayTest : public testing::Test {
protected:
    PlayTest()
    {
        board::BoardProfile profile = sampleBoard();
        const auto add = [&](const char* id, const char* model, board::Point place) -> board::PartProfile& {
            board::PartProfile part;
            part.id = id;
            part.model = model;
            part.label = id;
            part.place = place;
            part.width = part.height = 40;
            return profile.parts.emplace_back(part);
        };
        add("stick", "joystick", {60, 130}).key = "J";
        add("keys", "keypad_4x4", {180, 130});
        add("motion", "pir", {240, 130}).key = "M";
        add("touch", "xpt2046", {300, 130});
        add("bank", "pca9685", {340, 130});
        add("port", "mcp23017", {380, 130});
        profile.parts.front().wires["anode"] = "GP16";
        view.resize(1200, 600);
        view.setBoard(profile);
        view.show();
        view.setFocus();
    }

    QPoint at(const char* part, double x = 0, double y = 0) const { return view.mapFromScene(view.part(part)->mapToScene(QPointF(x, y))); }
    void press(QPoint place, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) { QTest::mousePress(view.viewport(), button, keys, place); }
    void release(QPoint place, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) { QTest::mouseRelease(view.viewport(), button, keys, place); }
    // The last value a control was moved to; NaN if never.
    double last(const char* part, const char* control) const
    {
        for (qsizetype i = spy.count() - 1; i >= 0; --i)
            if (spy.at(i).at(0).toString() == part && spy.at(i).at(1).toString() == control) return spy.at(i).at(2).toDouble();
        return std::nan("");
    }
    void show(const char* part, const std::vector<parts::NamedValue>& values)
    {
        simulation::Snapshot snapshot;
        simulation::PartSnapshot shown;
        shown.id = part;
        shown.view.values = values;
        snapshot.parts.push_back(shown);
        view.show(snapshot);
    }

    BoardView view;
    QSignalSpy spy{&view, &BoardView::moved};
};

TEST_F(PlayTest, theStickTiltsAndSpringsBackUnlessControlIsHeld)
{
    press(at("stick"));
    QTest::mouseMove(view.viewport(), at("stick", 20, -20));
    EXPECT_NEAR(last("stick", "x"), 0.71, 0.02) << "no further than the rim";
    EXPECT_NEAR(last("stick", "y"), 0.71, 0.02) << "up is positive";
    release(at("stick", 20, -20));
    EXPECT_EQ(last("stick", "x"), 0);
    EXPECT_EQ(last("stick", "y"), 0);
    press(at("stick"));
    QTest::mouseMove(view.viewport(), at("stick", -20, 0));
    release(at("stick", -20, 0), Qt::LeftButton, Qt::ControlModifier);
    EXPECT_EQ(last("stick", "x"), -1);
}

TEST_F(PlayTest, theStickIsPushedByTheRightButtonAndItsKey)
{
    press(at("stick"), Qt::RightButton);
    EXPECT_EQ(last("stick", "pressed"), 1);
    release(at("stick"), Qt::RightButton);
    EXPECT_EQ(last("stick", "pressed"), 0);
    QTest::keyPress(&view, Qt::Key_J);
    EXPECT_EQ(last("stick", "pressed"), 1);
    QTest::keyRelease(&view, Qt::Key_J);
    EXPECT_EQ(last("stick", "pressed"), 0);
}

TEST_F(PlayTest, keysOfAKeypadAreHeldAndLatched)
{
    const auto* keypad = static_cast<KeypadItem*>(view.part("keys"));
    const auto key = [&](int number) { return view.mapFromScene(keypad->mapToScene(keypad->keyBox(number).center())); };
    press(key(5));
    EXPECT_EQ(last("keys", "5"), 1);
    release(key(5));
    EXPECT_EQ(last("keys", "5"), 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, key(12));
    EXPECT_EQ(last("keys", "star"), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ControlModifier, key(12));
    EXPECT_EQ(last("keys", "star"), 0);
}

TEST_F(PlayTest, whatCanBePressedIsPressedByMouseAndKey)
{
    press(at("motion"));
    EXPECT_EQ(last("motion", "motion"), 1);
    release(at("motion"));
    EXPECT_EQ(last("motion", "motion"), 0);
    QTest::keyPress(&view, Qt::Key_M);
    EXPECT_EQ(last("motion", "motion"), 1);
    QTest::keyRelease(&view, Qt::Key_M);
    EXPECT_EQ(last("motion", "motion"), 0);
}

TEST_F(PlayTest, glassIsTouchedWhereTheMouseIs)
{
    press(at("touch", 10, -20 + 1e-3));
    EXPECT_EQ(last("touch", "touched"), 1);
    EXPECT_NEAR(last("touch", "x"), 0.75, 0.02);
    EXPECT_NEAR(last("touch", "y"), 0, 0.02);
    QTest::mouseMove(view.viewport(), at("touch", -10, 0));
    EXPECT_NEAR(last("touch", "x"), 0.25, 0.02);
    release(at("touch", -10, 0));
    EXPECT_EQ(last("touch", "touched"), 0);
}

TEST_F(PlayTest, aGlowIsNothingToPointAt)
{
    // Beside the LED, within its glow.
    const QPointF beside = view.part("red")->mapToScene(QPointF(30, 0));
    EXPECT_TRUE(view.part("red")->sceneBoundingRect().contains(beside));
    for (const auto* item : view.scene()->items(beside)) EXPECT_NE(item, view.part("red"));
}

TEST_F(PlayTest, aPwmDriversOutputsAndAnExpandersPinsAreSeen)
{
    show("bank", {{"frequency", 50}, {"out3", 0.25}});
    const auto* bank = static_cast<PinBankItem*>(view.part("bank"));
    EXPECT_EQ(bank->bank()[3].light, 0.25);
    EXPECT_TRUE(bank->summary().contains("50.0 Hz"));
    EXPECT_TRUE(bank->summary().contains("3: 25.0 %"));
    show("port", {{"levels a", 0b101}, {"levels b", 0b10}, {"outputs a", 0b100}, {"outputs b", 0}});
    const auto* port = static_cast<PinBankItem*>(view.part("port"));
    EXPECT_EQ(port->bank()[0], (PinBankItem::Pin{1, false}));
    EXPECT_EQ(port->bank()[2], (PinBankItem::Pin{1, true}));
    EXPECT_EQ(port->bank()[9], (PinBankItem::Pin{1, false}));
    EXPECT_TRUE(port->summary().contains("A2: high"));
}

TEST_F(PlayTest, aPinTellsItsWaveAndWhatHangsOnIt)
{
    const QString text = view.pin("GP16")->summary(PinItem::Wave{1000, 0.305});
    for (const char* word : {"1000 Hz", "30.5 %", "red: anode"}) EXPECT_TRUE(text.contains(word)) << word << " in " << text.toStdString();
    EXPECT_FALSE(view.pin("GP17")->summary().contains("Hz"));
}

TEST_F(PlayTest, wordsDoNotCoverWhatIsInTheHand)
{
    QTest::mouseMove(view.viewport(), at("dial"));
    auto* bubble = view.findChild<QLabel*>("bubble");
    EXPECT_TRUE(bubble->isVisible());
    press(at("dial", 0, -10));
    EXPECT_FALSE(bubble->isVisible());
    release(at("dial", 0, -10));
    EXPECT_TRUE(bubble->isVisible());
}

TEST_F(PlayTest, wiresAreShownWhenAskedFor)
{
    const auto picture = [this] { return view.viewport()->grab().toImage(); };
    const QImage without = picture();
    view.setWiresShown(WiresShown::Yes);
    EXPECT_NE(picture(), without);
    view.setWiresShown(WiresShown::No);
    EXPECT_EQ(picture(), without);
    view.setWiresShown(WiresShown::Yes);
    press(at("button"));
    EXPECT_EQ(last("button", "pressed"), 1) << "wires are nothing to point at";
    release(at("button"));
}

TEST_F(PlayTest, everyModelIsDrawn)
{
    board::BoardProfile profile = sampleBoard();
    profile.parts.clear();
    for (const auto& part : simulation::partCatalogue()) {
        board::PartProfile made;
        made.id = made.model = part.model;
        made.width = made.height = 60;
        made.place = {200, 100};
        profile.parts = {made};
        view.setBoard(profile);
        const QPoint middle = view.placeOf(view.part(QString::fromStdString(part.model)));
        const QImage with = view.viewport()->grab(QRect(middle - QPoint(80, 80), middle + QPoint(80, 80))).toImage();
        profile.parts.clear();
        view.setBoard(profile);
        EXPECT_NE(with, view.viewport()->grab(QRect(middle - QPoint(80, 80), middle + QPoint(80, 80))).toImage()) << part.model;
    }
}

}  // namespace

}  // namespace coroboard::gui
