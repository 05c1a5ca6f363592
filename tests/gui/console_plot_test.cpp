// SPDX-License-Identifier: GPL-3.0-or-later
// Printed numbers as curves: what counts as a sample, what is kept, and the pane that shows it.
#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <QToolButton>
#include <cmath>
#include <set>

#include "console/console_panel.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

std::string read(const QString& line)
{
    const auto sample = sampleOf(line);
    if (!sample) return "no sample";
    QString text;
    for (const NamedValue& value : *sample) text += value.name + "=" + QString::number(value.value) + ";";
    return text.toStdString();
}

TEST(SampleOf, takesTheFormsOfTheKnownPlotters)
{
    EXPECT_EQ(read("21.5"), "=21.5;");
    EXPECT_EQ(read("-3"), "=-3;");
    EXPECT_EQ(read("1e-3"), "=0.001;");
    EXPECT_EQ(read("1,2,3"), "=1;=2;=3;");
    EXPECT_EQ(read("1 2\t3"), "=1;=2;=3;");
    EXPECT_EQ(read("(1, 2)"), "=1;=2;");
    EXPECT_EQ(read("(1,)"), "=1;");
    EXPECT_EQ(read("[0.5, -0.5]"), "=0.5;=-0.5;");
    EXPECT_EQ(read("a:1 b:2"), "a=1;b=2;");
    EXPECT_EQ(read("a:1,b:2"), "a=1;b=2;");
    EXPECT_EQ(read("temp = 21.5"), "temp=21.5;");
    EXPECT_EQ(read("t: 21.5 °C, rel. humidity: 40 %"), "t=21.5;rel. humidity=40;");
    EXPECT_EQ(read("distance: 120 mm"), "distance=120;");
}

TEST(SampleOf, leavesEverythingElseAlone)
{
    for (const char* words : {"", "hello", "step 3", "12:30:05", ">>> 1 + 1", "192.168.0.1", "connected in 3 s", "x = 5 then 6", "3 apples fell",
                              "  File \"main.py\", line 3, in <module>", "nan", "1 / 2", "0x10"})
        EXPECT_EQ(read(QString::fromUtf8(words)), "no sample") << words;
}

TEST(PrintedNumbers, linesMayBeCutAnywhereAndColoured)
{
    PrintedNumbers numbers;
    EXPECT_TRUE(numbers.write("1").empty());
    const auto samples = numbers.write("2\r\n\x1b[31mt:3\x1b[0m\r\nwords\r\n4");
    ASSERT_EQ(samples.size(), 2u);
    EXPECT_EQ(samples[0][0].value, 12);
    EXPECT_EQ(samples[1][0].name, "t");
    EXPECT_EQ(numbers.write("\n").size(), 1u);
    EXPECT_TRUE(numbers.write(QByteArray(100'000, '1') + "\n").empty());
    EXPECT_EQ(numbers.write("5\n").size(), 1u);
}

TEST(PlotSeries, namesAreColumnsAndWhatIsMissingIsAGap)
{
    PlotSeries series;
    series.add({{"a", 1}, {"b", 2}});
    series.add({{"b", 3}});
    series.add({{"", 4}});
    EXPECT_EQ(series.names(), QStringList({"a", "b", "1"}));
    EXPECT_TRUE(std::isnan(series.value(1, 0)));
    EXPECT_EQ(series.value(1, 1), 3);
    EXPECT_EQ(series.csv(), "sample,a,b,1\n0,1,2,\n1,,3,\n2,,,4\n");
}

TEST(PlotSeries, isBoundedAndKeepsTheNumbersOfItsRows)
{
    PlotSeries series;
    for (std::size_t i = 0; i < PlotSeries::capacity + 10; ++i) series.add({{"", static_cast<double>(i)}});
    EXPECT_EQ(series.first(), 10u);
    EXPECT_EQ(series.value(10, 0), 10);
    EXPECT_EQ(series.end(), PlotSeries::capacity + 10);
}

TEST(RoundStep, isOneTwoOrFiveTimesAPowerOfTen)
{
    EXPECT_DOUBLE_EQ(roundStep(10, 5), 2);
    EXPECT_DOUBLE_EQ(roundStep(0.9, 4), 0.5);
    EXPECT_DOUBLE_EQ(roundStep(1000, 7), 200);
}

class ConsolePanelTest : public testing::Test {
protected:
    ConsolePanelTest()
    {
        panel.resize(500, 260);
        panel.show();
    }
    QAction* action(const char* name) const { return panel.findChild<QAction*>(QLatin1String(name)); }

    ConsolePanel panel;
    QTemporaryDir folder;
};

TEST_F(ConsolePanelTest, thePlotTakesTheTerminalsPlaceAndHasEverything)
{
    panel.write("t:1\r\nt:2\r\n");
    EXPECT_TRUE(panel.terminal().isVisible());
    action("plotPrinted")->trigger();
    EXPECT_TRUE(panel.plot().isVisible());
    panel.write("t:3\r\n");
    EXPECT_EQ(panel.plot().series().end(), 3u);
    EXPECT_EQ(panel.plot().to(), 3u);
    action("plotPrinted")->trigger();
    EXPECT_EQ(panel.terminal().toPlainText(), "t:1\nt:2\nt:3\n");
}

TEST_F(ConsolePanelTest, curvesAreDrawn)
{
    action("plotPrinted")->trigger();
    for (int i = 0; i < 300; ++i) panel.write("a:" + QByteArray::number(std::sin(i / 20.0)) + "\r\n");
    const QImage picture = panel.plot().grab().toImage();
    std::set<QRgb> colours;
    for (int y = picture.height() / 4; y < picture.height() * 3 / 4; ++y)
        for (int x = picture.width() / 2; x < picture.width() - 20; ++x)
            if (picture.pixelColor(x, y).saturation() > 120) colours.insert(picture.pixel(x, y));
    EXPECT_FALSE(colours.empty());
}

TEST_F(ConsolePanelTest, pausingHoldsThePictureStill)
{
    action("plotPrinted")->trigger();
    for (int i = 0; i < 50; ++i) panel.write("1\r\n");
    QTest::keyClick(&panel.plot(), Qt::Key_Space);
    EXPECT_TRUE(action("pausePlot")->isChecked());
    for (int i = 0; i < 50; ++i) panel.write("2\r\n");
    EXPECT_EQ(panel.plot().to(), 50u);
    QTest::keyClick(&panel.plot(), Qt::Key_Left);
    EXPECT_LT(panel.plot().to(), 50u);
    action("pausePlot")->trigger();
    EXPECT_EQ(panel.plot().to(), 100u);
}

TEST_F(ConsolePanelTest, plusAndMinusShowFewerAndMore)
{
    action("plotPrinted")->trigger();
    const int before = panel.plot().shown();
    QTest::keyClick(&panel.plot(), Qt::Key_Plus);
    EXPECT_LT(panel.plot().shown(), before);
    for (int i = 0; i < 100; ++i) QTest::keyClick(&panel.plot(), Qt::Key_Plus);
    EXPECT_EQ(panel.plot().shown(), PlotView::fewestShown);
}

TEST_F(ConsolePanelTest, savesTheLogThePictureAndTheTable)
{
    panel.write("a:1\r\na:2\r\n");
    const auto contents = [](const QString& name) {
        QFile file(name);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    ASSERT_TRUE(panel.saveTo(folder.filePath("log.txt")));
    EXPECT_EQ(contents(folder.filePath("log.txt")), "a:1\na:2\n");
    action("plotPrinted")->trigger();
    ASSERT_TRUE(panel.saveTo(folder.filePath("plot.csv")));
    EXPECT_EQ(contents(folder.filePath("plot.csv")), "sample,a\n0,1\n1,2\n");
    ASSERT_TRUE(panel.saveTo(folder.filePath("plot.png")));
    EXPECT_TRUE(contents(folder.filePath("plot.png")).startsWith("\x89PNG"));
    EXPECT_FALSE(panel.saveTo(folder.filePath("nowhere/log.txt")));
    EXPECT_TRUE(panel.terminal().toPlainText().contains("could not be written"));
}

TEST_F(ConsolePanelTest, findsWordsWithItsBar)
{
    panel.write("alpha\r\nbeta\r\n");
    panel.terminal().setFocus();
    QTest::keyClick(&panel.terminal(), Qt::Key_F, Qt::ControlModifier);
    auto* bar = panel.findChild<QWidget*>("consoleFindBar");
    ASSERT_TRUE(bar->isVisible());
    auto* words = bar->findChild<QLineEdit*>();
    QTest::keyClicks(words, "alp");
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_EQ(panel.terminal().selectedText(), "alp");
    QTest::keyClick(words, Qt::Key_Escape);
    EXPECT_TRUE(eventually([&] { return !bar->isVisible(); }));
}

// A hundred megabytes leave what ten thousand lines take, and every line was counted.
TEST_F(ConsolePanelTest, aFloodIsBounded)
{
    const QByteArray line = "0123456789012345678901234567890123456789012345678901234567890123456789 no sample\r\n";
    const QByteArray chunk = line.repeated(1600);
    constexpr int chunks = 800;
    for (int i = 0; i < chunks; ++i) panel.write(chunk);
    EXPECT_EQ(panel.terminal().lineCount(), ConsoleView::scrollbackLines);
    EXPECT_EQ(panel.terminal().terminal().first() + panel.terminal().terminal().count(), 1600u * chunks + 1);
    EXPECT_EQ(panel.plot().series().end(), 0u);
}

TEST_F(ConsolePanelTest, clearingClearsBoth)
{
    panel.write("1\r\n2\r\n");
    panel.clear();
    EXPECT_EQ(panel.terminal().toPlainText(), "");
    EXPECT_EQ(panel.plot().series().first(), panel.plot().series().end());
}

}  // namespace

}  // namespace coroboard::gui
