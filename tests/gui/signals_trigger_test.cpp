// SPDX-License-Identifier: GPL-3.0-or-later
// The trigger and the export of the logic analyser.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>

#include "sample_board.h"
#include "signals/signals_view.h"
#include "signals/trigger_form.h"
#include "theme/theme.h"
#include "trace/signal_history.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

class TriggerTest : public testing::Test {
protected:
    TriggerTest()
    {
        board::BoardProfile profile = sampleBoard();
        profile.parts[0].wires["anode"] = "GP16";
        profile.parts[1].wires["contact"] = "GP17";
        view.setBoard(profile);
        view.resize(750, 300);
        view.show();
        put(0, 0ms, 0);
        put(1, 0ms, 0);
        put(0, 100ms, 1);
        showUntil(200ms);
    }

    void put(std::size_t signal, time::Duration when, int level) { history.add({signal, time::powerOn + when, double(level), 0, {}}); }
    void showUntil(time::Duration until)
    {
        simulation::Snapshot snapshot;
        snapshot.signals = history.capture(time::powerOn + until);
        view.show(snapshot);
    }
    void choose(const char* name, const QString& text) { view.triggerForm().findChild<QComboBox*>(name)->setCurrentText(text); }
    void arm() { QTest::mouseClick(view.triggerForm().findChild<QPushButton*>("triggerArm"), Qt::LeftButton); }
    QAction* action(const char* name) { return view.findChild<QAction*>(name); }

    QByteArray exported(const QString& name, SignalsView::Exported what)
    {
        QSignalSpy told(&view, &SignalsView::told);
        view.exportTo(folder.filePath(name), what);
        EXPECT_TRUE(eventually([&] { return told.count() == 2; }));
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    QTemporaryDir folder;
    Theme theme;
    trace::SignalHistory history{{{"GP16", trace::SignalKind::Digital, ""}, {"GP17", trace::SignalKind::Digital, ""}}};
    SignalsView view;
};

TEST_F(TriggerTest, theViewStopsWhereItGoesOff)
{
    QTest::keyClick(&view.canvas(), Qt::Key_T);
    ASSERT_TRUE(view.triggerForm().isVisible());
    EXPECT_EQ(view.triggerForm().findChild<QComboBox*>("triggerPin")->currentText(), "GP16") << "the chosen lane is proposed";
    choose("triggerEdge", "falling");
    arm();
    EXPECT_TRUE(action("triggerSignals")->isChecked());
    EXPECT_THAT(view.readOut().text().toStdString(), HasSubstr("Waiting for GP16"));
    showUntil(300ms);
    EXPECT_EQ(view.canvas().following(), Following::Live);
    put(0, 400ms, 0);
    put(0, 500ms, 1);
    put(0, 600ms, 0);
    showUntil(700ms);
    EXPECT_EQ(view.canvas().following(), Following::Still);
    EXPECT_EQ(view.canvas().trigger().last(), time::powerOn + 400ms);
    EXPECT_NEAR(view.canvas().axis().x(400e6), view.canvas().width() * 0.25, 1);
    EXPECT_FALSE(action("triggerSignals")->isChecked());
    showUntil(9s);
    EXPECT_EQ(view.canvas().trigger().last(), time::powerOn + 400ms) << "once";
}

TEST_F(TriggerTest, otherPinsMayHaveToHoldALevel)
{
    QTest::keyClick(&view.canvas(), Qt::Key_T);
    choose("conditionPin", "GP17");
    choose("conditionLevel", "high");
    QTest::keyClick(&view.triggerForm(), Qt::Key_Return);
    put(0, 300ms, 0);
    put(0, 400ms, 1);
    put(1, 450ms, 1);
    put(0, 500ms, 0);
    put(0, 600ms, 1);
    showUntil(1s);
    EXPECT_EQ(view.canvas().trigger().last(), time::powerOn + 600ms);
}

TEST_F(TriggerTest, itGoesOffAgainAndAgainUntilDisarmed)
{
    view.canvas().showSpan(0, 100e6);
    QTest::keyClick(&view.canvas(), Qt::Key_T);
    choose("triggerMode", "every time");
    arm();
    for (int i = 1; i <= 5; ++i) {
        put(0, i * 1s, 0);
        put(0, i * 1s + 10ms, 1);
        showUntil(i * 1s + 500ms);
        EXPECT_EQ(view.canvas().trigger().last(), time::powerOn + i * 1s + 10ms);
    }
    QTest::keyClick(&view.canvas(), Qt::Key_T);
    EXPECT_EQ(view.canvas().trigger().mode(), TriggerMode::Off);
    EXPECT_FALSE(view.triggerForm().isVisible());
}

TEST_F(TriggerTest, lanesAreWrittenAsWaveforms)
{
    put(1, 150ms, 1);
    put(0, 170ms, 0);
    showUntil(200ms);
    const QByteArray all = exported("all.vcd", SignalsView::Exported::Everything);
    EXPECT_THAT(all.toStdString(), HasSubstr("GP16_red"));
    EXPECT_THAT(all.toStdString(), HasSubstr("#100000000\n1!"));
    view.canvas().showSpan(120e6, 160e6);
    const QByteArray seen = exported("seen.csv", SignalsView::Exported::Visible);
    EXPECT_EQ(seen, "time [s],GP16 red [level],GP17 button [level]\r\n0.120000000,1,0\r\n0.150000000,1,1\r\n");
    EXPECT_FALSE(QFile::exists(folder.filePath("seen.csv.part")));
}

TEST_F(TriggerTest, theViewIsWrittenAsAPicture)
{
    view.exportTo(folder.filePath("view.png"), SignalsView::Exported::Visible);
    QImage picture(folder.filePath("view.png"));
    EXPECT_GT(picture.width(), 700);
}

TEST_F(TriggerTest, whatCannotBeWrittenIsSaid)
{
    QSignalSpy failed(&view, &SignalsView::failed);
    view.exportTo("/nowhere/at/all.vcd", SignalsView::Exported::Everything);
    EXPECT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_THAT(failed[0][0].toString().toStdString(), HasSubstr("/nowhere/at/all.vcd"));
    view.exportTo(folder.filePath("x.doc"), SignalsView::Exported::Everything);
    EXPECT_EQ(failed.count(), 2);
}

TEST_F(TriggerTest, theExportAsksForAFile)
{
    for (QAction* each : action("exportSignals")->menu()->actions()) {
        each->trigger();
        auto* dialog = view.findChild<QWidget*>("exportDialog");
        ASSERT_TRUE(dialog);
        EXPECT_TRUE(dialog->isVisible());
        dialog->close();
        EXPECT_TRUE(eventually([&] { return !view.findChild<QWidget*>("exportDialog"); }));
    }
}

}  // namespace

}  // namespace coroboard::gui
