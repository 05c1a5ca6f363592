// SPDX-License-Identifier: GPL-3.0-or-later
// The board's edit mode by itself: canvas, palette and inspector on one editor, driven with mouse and keyboard.

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <cmath>

#include "board_edit/edit_canvas.h"
#include "board_edit/parts_panel.h"
#include "own_board.h"
#include "simulation/part_catalogue.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

class BoardEditTest : public testing::Test {
protected:
    BoardEditTest()
    {
        canvas.resize(1000, 700);
        canvas.show();
        panel.resize(300, 600);
        panel.show();
        const auto opened = editor.open(ownBoard(folder.path()));
        EXPECT_TRUE(opened) << opened.error().message;
        canvas.activateWindow();
        canvas.setFocus();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&canvas));
    }

    board::Point placeOf(const char* part) const { return editor.profile().part(part)->place; }
    std::string wireOf(const char* part, const char* pin) const { return editor.draft().wireOf({part, pin}); }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas.viewport(), (from + to) / 2);
        QTest::mouseMove(canvas.viewport(), to);
        QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, to);
    }
    void click(QPoint at, Qt::KeyboardModifiers keys = {}) { QTest::mouseClick(canvas.viewport(), Qt::LeftButton, keys, at); }
    int problems() const { return static_cast<int>(editor.draft().problems().size()); }
    template <class Field>
    Field* field(const char* name) const
    {
        Field* found = panel.inspector().findChild<Field*>(name);
        EXPECT_TRUE(found) << name;
        return found;
    }

    QTemporaryDir folder;
    BoardEditor editor;
    EditCanvas canvas{editor};
    PartsPanel panel{editor};
};

TEST_F(BoardEditTest, aPartIsDraggedFromGridToGrid)
{
    const QPoint from = canvas.placeOfPart("play");
    drag(from, from + QPoint(101, 33));
    const auto place = placeOf("play");
    EXPECT_NE(place.x, 690);
    EXPECT_EQ(std::fmod(place.x, editor.grid()), 0);
    EXPECT_EQ(std::fmod(place.y, editor.grid()), 0);
    EXPECT_EQ(editor.selection(), QStringList{"play"});
    EXPECT_EQ(editor.steps().undoText(), "Move Play");
    editor.steps().undo();
    EXPECT_EQ(placeOf("play").x, 690);
}

TEST_F(BoardEditTest, aClickIsNoMove)
{
    click(canvas.placeOfPart("play") + QPoint(3, 2));
    EXPECT_EQ(editor.selection(), QStringList{"play"});
    EXPECT_FALSE(editor.modified());
}

TEST_F(BoardEditTest, arrowsMoveAndMakeOneStep)
{
    click(canvas.placeOfPart("play"));
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTest::keyClick(&canvas, Qt::Key_Up, Qt::ShiftModifier);
    EXPECT_EQ(placeOf("play").x, 690 + 2 * editor.grid());
    EXPECT_EQ(placeOf("play").y, 530 - 1);
    EXPECT_EQ(editor.steps().count(), 1);
    editor.steps().undo();
    EXPECT_FALSE(editor.modified());
}

TEST_F(BoardEditTest, aPartDoesNotLeaveThePicture)
{
    click(canvas.placeOfPart("play"));
    for (int i = 0; i < 60; ++i) QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(placeOf("play").y, editor.profile().pictureHeight);
    EXPECT_EQ(problems(), 0);
}

TEST_F(BoardEditTest, keysTurnCopyAndRemove)
{
    click(canvas.placeOfPart("grip"));
    QTest::keyClick(&canvas, Qt::Key_R);
    EXPECT_EQ(editor.profile().part("grip")->rotation, 90);
    QTest::keyClick(&canvas, Qt::Key_D, Qt::ControlModifier);
    ASSERT_EQ(editor.selection(), QStringList{"grip_2"});
    EXPECT_EQ(editor.profile().part("grip_2")->rotation, 90);
    QTest::keyClick(&canvas, Qt::Key_Delete);
    EXPECT_FALSE(editor.profile().part("grip_2"));
    EXPECT_EQ(editor.steps().undoText(), "Remove Gripper");
    editor.steps().undo();
    EXPECT_TRUE(editor.profile().part("grip_2"));
    EXPECT_EQ(editor.selection(), QStringList{"grip_2"});
}

TEST_F(BoardEditTest, aFrameOrControlSelectsSeveralAndTheyMoveTogether)
{
    const QPoint a = canvas.placeOfPart("base_dial");
    const QPoint b = canvas.placeOfPart("grip_dial");
    drag(QPoint(a.x() - 60, a.y() - 60), QPoint(b.x() + 50, b.y() + 50));
    EXPECT_EQ(editor.selection(), (QStringList{"arm_dial", "base_dial", "grip_dial"}));
    click(canvas.placeOfPart("arm_dial"), Qt::ControlModifier);
    EXPECT_EQ(editor.selection(), (QStringList{"base_dial", "grip_dial"}));
    QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_EQ(placeOf("base_dial").y, 400 + editor.grid());
    EXPECT_EQ(placeOf("grip_dial").y, 400 + editor.grid());
    EXPECT_EQ(placeOf("arm_dial").y, 400);
    click(QPoint(5, 5));
    EXPECT_TRUE(editor.selection().isEmpty());
}

TEST_F(BoardEditTest, aWireIsPulledFromPadToPinAndBack)
{
    drag(canvas.placeOfPad("play", "signal"), canvas.placeOfPin("GP16"));
    EXPECT_EQ(wireOf("play", "signal"), "GP16");
    EXPECT_EQ(editor.steps().undoText(), "Wire signal to GP16");
    drag(canvas.placeOfPin("GP17"), canvas.placeOfPad("play", "signal"));
    EXPECT_EQ(wireOf("play", "signal"), "GP17");
    drag(canvas.placeOfPad("play", "signal"), QPoint(3, 3));
    EXPECT_EQ(wireOf("play", "signal"), "GP17") << "let go over nothing";
}

TEST_F(BoardEditTest, padsOfTwoPartsAreJoined)
{
    drag(canvas.placeOfPad("grip_dial", "wiper"), canvas.placeOfPad("base_dial", "wiper"));
    EXPECT_EQ(wireOf("grip_dial", "wiper"), wireOf("base_dial", "wiper"));
}

TEST_F(BoardEditTest, aWireIsSelectedAndRemoved)
{
    click(canvas.placeOfPad("play", "signal"));
    ASSERT_TRUE(editor.selectedWire());
    QTest::keyClick(&canvas, Qt::Key_Delete);
    EXPECT_EQ(wireOf("play", "signal"), "");
    EXPECT_TRUE(editor.profile().part("play"));
    EXPECT_EQ(problems(), 1);
}

TEST_F(BoardEditTest, aMissingWireIsMarkedAtItsPad)
{
    const auto redAround = [&](QPoint pad) {
        const QImage image = canvas.viewport()->grab().toImage();
        int red = 0;
        for (int x = -12; x <= 12; ++x)
            for (int y = -12; y <= 12; ++y)
                if (const QColor c = image.pixelColor(pad + QPoint(x, y)); c.red() > 200 && c.green() < 110 && c.blue() < 110) ++red;
        return red;
    };
    const QPoint pad = canvas.placeOfPad("play", "signal");
    const int before = redAround(pad);
    editor.wire({"play", "signal"}, {});
    EXPECT_GT(redAround(pad), before + 10);
    QTest::mouseMove(canvas.viewport(), pad);
    auto* bubble = canvas.findChild<QLabel*>("bubble");
    EXPECT_TRUE(bubble->isVisible());
    EXPECT_TRUE(bubble->text().contains("the wire of")) << bubble->text().toStdString();
}

TEST_F(BoardEditTest, aModelDroppedOnTheBoardIsAPart)
{
    QMimeData data;
    data.setData(partMimeType, "bme280");
    const QPoint at = canvas.placeOfPart("arm") + QPoint(0, 60);
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(canvas.viewport(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(canvas.viewport(), &move);
    QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(canvas.viewport(), &drop);
    ASSERT_TRUE(editor.profile().part("bme280"));
    EXPECT_EQ(editor.selection(), QStringList{"bme280"});
    EXPECT_EQ(panel.inspector().part(), "bme280");
    EXPECT_GT(problems(), 0) << "its bus is not wired yet";
    QMimeData other;
    other.setText("something else");
    QDragEnterEvent refused(at, Qt::CopyAction, &other, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(canvas.viewport(), &refused);
    EXPECT_FALSE(refused.isAccepted());
}

TEST_F(BoardEditTest, thePaletteHasEveryModelAndFindsThemByName)
{
    EXPECT_EQ(static_cast<std::size_t>(panel.partPalette().shown().size()), simulation::partCatalogue().size());
    QSignalSpy chosen(&panel.partPalette(), &PartPalette::chosen);
    QTest::keyClicks(&panel.partPalette().search(), "servo");
    EXPECT_TRUE(panel.partPalette().shown().contains("servo"));
    EXPECT_LT(panel.partPalette().shown().size(), 4);
    panel.partPalette().search().clear();
    QTest::keyClicks(&panel.partPalette().search(), "bh1750");
    QTest::keyClick(&panel.partPalette().search(), Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(0).toString(), "bh1750");
}

TEST_F(BoardEditTest, everyModelHasAGroup)
{
    for (const auto& part : simulation::partCatalogue())
        EXPECT_NE(simulation::choicesOf(part.model).group, parts::PartGroup::Other) << part.model;
}

TEST_F(BoardEditTest, theInspectorWiresByList)
{
    editor.select({"play"});
    auto* wire = field<QComboBox>("wire-signal");
    EXPECT_EQ(wire->currentText(), "GP15");
    wire->setFocus();
    QTest::keyClick(wire, Qt::Key_Down);
    EXPECT_EQ(wireOf("play", "signal"), "GP16");
    editor.steps().undo();
    EXPECT_EQ(wire->currentText(), "GP15");
}

TEST_F(BoardEditTest, theInspectorNamesAndRefusesIdsThatAreTaken)
{
    editor.select({"play"});
    auto* name = field<QLineEdit>("partLabel");
    name->selectAll();
    QTest::keyClicks(name, "Show it");
    QTest::keyClick(name, Qt::Key_Return);
    EXPECT_EQ(editor.profile().part("play")->label, "Show it");
    auto* id = field<QLineEdit>("partId");
    id->setFocus();
    id->selectAll();
    QTest::keyClicks(id, "arm");
    QTest::keyClick(id, Qt::Key_Return);
    EXPECT_TRUE(editor.profile().part("play"));
    EXPECT_TRUE(id->toolTip().contains("arm"));
    id->selectAll();
    QTest::keyClicks(id, "again");
    QTest::keyClick(id, Qt::Key_Return);
    EXPECT_TRUE(editor.profile().part("again"));
    EXPECT_EQ(editor.selection(), QStringList{"again"});
}

TEST_F(BoardEditTest, theInspectorSetsParametersControlsKeyAndPlace)
{
    editor.select({"play"});
    auto* bounce = field<QDoubleSpinBox>("parameter-bounce");
    EXPECT_EQ(bounce->value(), 4);
    bounce->setValue(7);
    EXPECT_EQ(editor.profile().part("play")->numbers.at("bounce"), 7);
    field<QComboBox>("partKey")->setFocus();
    QTest::keyClicks(field<QComboBox>("partKey"), "Q");
    EXPECT_EQ(editor.profile().part("play")->key, "Q");
    field<QDoubleSpinBox>("placeX")->setValue(300);
    EXPECT_EQ(placeOf("play").x, 300);
    editor.select({"arm_dial"});
    field<QDoubleSpinBox>("control-position")->setValue(25);
    EXPECT_EQ(editor.profile().part("arm_dial")->controls.at("position"), 25);
}

TEST_F(BoardEditTest, everyModelCanBeInspected)
{
    for (const auto& part : simulation::partCatalogue()) {
        const QString model = QString::fromStdString(part.model);
        editor.add(model, {500, 300});
        ASSERT_EQ(editor.selection().size(), 1) << part.model;
        EXPECT_EQ(panel.inspector().findChildren<QComboBox*>(QRegularExpression("^wire-")).size(), static_cast<qsizetype>(part.pins.size())) << part.model;
        for (const auto& pin : part.pins) EXPECT_TRUE(QRect(-50, -50, 1100, 800).contains(canvas.placeOfPad(editor.selection().first(), QString::fromStdString(pin.id)))) << part.model;
        editor.removeSelected();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    EXPECT_EQ(problems(), 0);
}

TEST_F(BoardEditTest, escapeLetsGoOfWhatIsInTheHand)
{
    const QPoint from = canvas.placeOfPart("play");
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas.viewport(), from + QPoint(80, 80));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, from + QPoint(80, 80));
    EXPECT_FALSE(editor.modified());
    EXPECT_EQ(canvas.placeOfPart("play"), from);
}

TEST_F(BoardEditTest, aPartRemovedWhileItIsHeldIsOutOfTheHand)
{
    const QPoint from = canvas.placeOfPart("play");
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas.viewport(), from + QPoint(40, 40));
    QTest::keyClick(&canvas, Qt::Key_Delete);
    ASSERT_FALSE(editor.profile().part("play"));
    QTest::mouseMove(canvas.viewport(), from + QPoint(80, 80));
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, from + QPoint(80, 80));
    EXPECT_EQ(editor.steps().count(), 1) << "nothing but the removal";
    editor.steps().undo();
    EXPECT_EQ(canvas.placeOfPart("play"), from);
}

TEST_F(BoardEditTest, aPartWhoseAddingIsUndoneWhileItIsHeldIsOutOfTheHand)
{
    editor.add("push_button", {500, 530});
    const QPoint from = canvas.placeOfPart(editor.selection().first());
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    editor.steps().undo();
    QTest::mouseMove(canvas.viewport(), from + QPoint(80, 80));
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, from + QPoint(80, 80));
    EXPECT_FALSE(editor.modified());
}

TEST_F(BoardEditTest, aWireOfAPartThatIsRemovedMeanwhileLeadsNowhere)
{
    editor.select({"play"});
    const QPoint pin = canvas.placeOfPin("GP16");
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, canvas.placeOfPad("play", "signal"));
    QTest::mouseMove(canvas.viewport(), pin + QPoint(30, 0));
    QTest::keyClick(&canvas, Qt::Key_Delete);
    ASSERT_FALSE(editor.profile().part("play"));
    QTest::mouseMove(canvas.viewport(), pin);
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, pin);
    EXPECT_EQ(editor.steps().count(), 1) << "nothing but the removal";
}

}  // namespace

}  // namespace coroboard::gui
