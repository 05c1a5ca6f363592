// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says and understands: times, states, the command line, settings, messages, themes.

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>

#include "main_window/launch_options.h"
#include "main_window/message_bar.h"
#include "settings/settings.h"
#include "theme/icons.h"
#include "theme/theme.h"
#include "transport/time_text.h"
#include "transport/transport_bar.h"
#include "waiting.h"

namespace coroboard::gui {

namespace {

using namespace std::chrono_literals;

TEST(TimeText, readsAsPeopleSayIt)
{
    EXPECT_EQ(clockText(time::powerOn), "0:00.000");
    EXPECT_EQ(clockText(time::powerOn + 3h + 25min + 45678ms), "3:25:45.678");
    EXPECT_EQ(durationText(850ns), "850 ns");
    EXPECT_EQ(durationText(12400ns), "12.4 µs");
    EXPECT_EQ(durationText(3200us), "3.20 ms");
    EXPECT_EQ(durationText(250s), "4 min 10 s");
    EXPECT_EQ(durationText(2h + 5min), "2 h 05 min");
    EXPECT_EQ(factorText(0.983), "0.98×");
    EXPECT_EQ(factorText(1840.2), "1,840×");
    EXPECT_EQ(factorText(0), "—");
}

TEST(ProgramWord, pausedComesFirst)
{
    simulation::Snapshot snapshot;
    snapshot.program = simulation::ProgramState::Running;
    EXPECT_EQ(programWord(snapshot).word, "Running");
    snapshot.paused = true;
    EXPECT_EQ(programWord(snapshot).word, "Paused");
}

TEST(LaunchOptions, understandsItsOptions)
{
    const auto options = parseLaunchOptions({"main.py", "--board", "x", "--theme", "dark", "--size", "1280x720", "--screenshot", "a.png",
                                             "--after", "1.5s"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->file, "main.py");
    EXPECT_EQ(options->board, "x");
    EXPECT_EQ(options->theme, ThemeChoice::Dark);
    EXPECT_EQ(options->size, QSize(1280, 720));
    EXPECT_EQ(options->screenshot, "a.png");
    EXPECT_EQ(options->afterMilliseconds, 1500);
}

TEST(LaunchOptions, saysWhatIsAllowed)
{
    for (const QStringList& wrong : {QStringList{"--theme", "pink"}, QStringList{"--size", "big"}, QStringList{"--after", "soon"},
                                     QStringList{"--nonsense"}, QStringList{"a.py", "b.py"}}) {
        const auto options = parseLaunchOptions(wrong);
        ASSERT_FALSE(options) << wrong.join(' ').toStdString();
        EXPECT_FALSE(options.error().message.empty());
    }
}

TEST(Settings, remembersAndForgetsWhatIsGone)
{
    QTemporaryDir folder;
    const QString path = folder.filePath("settings.conf");
    const QString program = folder.filePath("a.py");
    QFile made(program);
    ASSERT_TRUE(made.open(QIODevice::WriteOnly));
    made.close();
    {
        Settings settings(path);
        EXPECT_EQ(settings.theme(), ThemeChoice::System);
        settings.setTheme(ThemeChoice::Dark);
        settings.addRecentFile(program);
        settings.addRecentFile(program);
        settings.setWindow("geometry", "layout");
    }
    Settings again(path);
    EXPECT_EQ(again.theme(), ThemeChoice::Dark);
    EXPECT_EQ(again.recentFiles(), QStringList{program});
    EXPECT_EQ(again.windowLayout(), "layout");
    QFile::remove(program);
    EXPECT_TRUE(again.recentFiles().isEmpty());
}

TEST(Theme, switchesThePaletteOfTheApplication)
{
    Theme theme;
    theme.setChoice(ThemeChoice::Dark);
    EXPECT_EQ(brightnessOf(QApplication::palette()), Brightness::Dark);
    const QColor onDark = icon("save").pixmap(24).toImage().pixelColor(12, 4);
    theme.setChoice(ThemeChoice::Light);
    EXPECT_EQ(brightnessOf(QApplication::palette()), Brightness::Light);
    EXPECT_NE(icon("save").pixmap(24).toImage().pixelColor(12, 4), onDark);
}

// WCAG 2.1: relative luminance and contrast.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

TEST(Colours, textIsReadable)
{
    for (Brightness brightness : {Brightness::Light, Brightness::Dark}) {
        const Colours& c = colours(brightness);
        EXPECT_GT(contrast(c.text, c.surface), 7);
        EXPECT_GT(contrast(c.muted, c.surface), 4.5);
        EXPECT_GT(contrast(c.muted, c.raised), 4.5);
        EXPECT_GT(contrast(c.onAccent, c.accent), 4.5);
        for (const QColor& code : {c.codeKeyword, c.codeAwait, c.codeString, c.codeNumber, c.codeName, c.codeDecorator})
            EXPECT_GT(contrast(code, c.surface), 4.5) << code.name().toStdString();
    }
}

TEST(MessageBar, aNewMessageOnASubjectTakesTheOldOnesPlace)
{
    MessageBar bar;
    bar.tell("file", MessageBar::Tone::Error, "first");
    bar.tell("file", MessageBar::Tone::Error, "second");
    EXPECT_EQ(bar.text("file"), "second");
    bar.take("file");
    EXPECT_FALSE(bar.has("file"));
}

TEST(MessageBar, choosingActsAndRemoves)
{
    MessageBar bar;
    bar.show();
    int chosen = 0;
    bar.tell("unsaved", MessageBar::Tone::Warning, "Save?", {{"Save", [&] { chosen = 1; }}, {"Discard", [&] { chosen = 2; }}});
    const auto buttons = bar.findChildren<QPushButton*>();
    ASSERT_EQ(buttons.size(), 2);
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_EQ(chosen, 2);
    EXPECT_FALSE(bar.has("unsaved"));
}

}  // namespace

}  // namespace coroboard::gui
