// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window/launch_options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace coroboard::gui {

std::optional<int> parseDuration(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d+(?:\\.\\d+)?)(ms|s|min|h)$"));
    const auto match = shape.match(text.trimmed());
    if (!match.hasMatch()) return std::nullopt;
    const QString unit = match.captured(2);
    const double scale = unit == "ms" ? 1 : unit == "s" ? 1e3 : unit == "min" ? 60e3 : 3600e3;
    const double milliseconds = match.captured(1).toDouble() * scale;
    if (milliseconds > 24 * 3600e3) return std::nullopt;
    return static_cast<int>(milliseconds);
}

Result<LaunchOptions> parseLaunchOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("A desktop simulator of a sensor board for MicroPython with async and await."));
    const QCommandLineOption help({"h", "help"}, "Shows this help.");
    const QCommandLineOption version({"v", "version"}, "Shows the version.");
    const QCommandLineOption board("board", "The board: a name from boards/ or a profile's file.", "NAME|FILE");
    const QCommandLineOption theme("theme", "light, dark or system.", "THEME");
    const QCommandLineOption size("size", "The window's size, as 1280x720.", "WxH");
    const QCommandLineOption screenshot("screenshot", "Writes a picture of the window to FILE and ends.", "FILE");
    const QCommandLineOption after("after", "When the picture is taken, as 500ms or 3s (2s).", "DURATION");
    const QCommandLineOption show("show", "What to open at the start: start, newProject, help, tour, preferences, keyboard, about, signals, editBoard, plotPrinted or eventLoop.", "PAGE");
    const QCommandLineOption stopAt("stop-at", "Sets a breakpoint in this line of the program.", "LINE");
    const QCommandLineOption language("language", "en, de or zh_CN.", "LANGUAGE");
    parser.addOptions({help, version, board, theme, size, screenshot, after, show, stopAt, language});
    parser.addPositionalArgument("file", "A program (.py), a project folder, a board profile (.json) or a recording (.coro).", "[FILE]");

    const auto wrong = [](const QString& text) { return failure(text.toStdString()); };
    if (!parser.parse(QStringList{QStringLiteral("coroboard")} + arguments)) return wrong(parser.errorText());
    LaunchOptions options;
    if (parser.isSet(help)) options.help = parser.helpText();
    if (parser.isSet(version)) options.help = QStringLiteral("coroboard %1\n").arg(QStringLiteral(COROBOARD_VERSION));
    if (parser.positionalArguments().size() > 1) return wrong(QStringLiteral("one FILE, please, not %1").arg(parser.positionalArguments().size()));
    options.file = parser.positionalArguments().value(0);
    options.board = parser.value(board);
    options.screenshot = parser.value(screenshot);
    if (parser.isSet(language)) {
        options.language = parser.value(language);
        if (!QStringList{"en", "de", "zh_CN"}.contains(options.language))
            return wrong(QStringLiteral("--language: '%1': en, de or zh_CN").arg(options.language));
    }
    if (parser.isSet(show)) {
        static const QStringList pages{"start", "newProject", "help", "tour", "preferences", "keyboard", "about", "signals", "editBoard", "plotPrinted", "eventLoop"};
        options.page = parser.value(show);
        if (!pages.contains(options.page)) return wrong(QStringLiteral("--show: '%1': %2").arg(options.page, pages.join(QStringLiteral(", "))));
    }
    if (parser.isSet(stopAt)) {
        bool number = false;
        options.stopAtLine = parser.value(stopAt).toInt(&number);
        if (!number || options.stopAtLine < 1) return wrong(QStringLiteral("--stop-at: '%1': the number of a line").arg(parser.value(stopAt)));
    }
    if (parser.isSet(theme)) {
        const QString word = parser.value(theme);
        if (word != "light" && word != "dark" && word != "system") return wrong(QStringLiteral("--theme: '%1': light, dark or system").arg(word));
        options.theme = word == "light" ? ThemeChoice::Light : word == "dark" ? ThemeChoice::Dark : ThemeChoice::System;
    }
    if (parser.isSet(size)) {
        static const QRegularExpression shape(QStringLiteral("^(\\d{3,5})x(\\d{3,5})$"));
        const auto match = shape.match(parser.value(size));
        if (!match.hasMatch()) return wrong(QStringLiteral("--size: '%1': WIDTHxHEIGHT, as 1280x720").arg(parser.value(size)));
        options.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (parser.isSet(after)) {
        const auto duration = parseDuration(parser.value(after));
        if (!duration) return wrong(QStringLiteral("--after: '%1': a duration as 500ms, 3s or 2min").arg(parser.value(after)));
        options.afterMilliseconds = *duration;
    }
    return options;
}

}  // namespace coroboard::gui
