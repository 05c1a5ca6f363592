// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/colours.h"

#include <QString>

namespace coroboard::gui {

namespace {

const Colours lightColours{
    .window = QColor(0xeef0f3),
    .surface = QColor(0xffffff),
    .raised = QColor(0xf7f8fa),
    .sunken = QColor(0xe3e6eb),
    .border = QColor(0xd3d8e0),
    .text = QColor(0x1c2330),
    .muted = QColor(0x596375),
    .faint = QColor(0x98a1b0),
    .accent = QColor(0x0b7a75),
    .onAccent = QColor(0xffffff),
    .selection = QColor(0xcfe8e6),
    .running = QColor(0x1a8f4a),
    .ready = QColor(0xb97700),
    .suspended = QColor(0x2f6fd0),
    .finished = QColor(0x8a93a3),
    .failed = QColor(0xc9302c),
    .cancelling = QColor(0xc2571a),
    .warning = QColor(0xb97700),
    .codeKeyword = QColor(0x7a3e9d),
    .codeAwait = QColor(0x0b7a75),
    .codeString = QColor(0x3f7a1f),
    .codeNumber = QColor(0xb0541b),
    .codeComment = QColor(0x72808f),
    .codeName = QColor(0x1f5fbf),
    .codeBuiltin = QColor(0x1c6f95),
    .codeDecorator = QColor(0x9a6400),
    .currentLine = QColor(0xf2f6f8),
};

const Colours darkColours{
    .window = QColor(0x181b21),
    .surface = QColor(0x1f232b),
    .raised = QColor(0x272c35),
    .sunken = QColor(0x13161b),
    .border = QColor(0x363d49),
    .text = QColor(0xe3e7ee),
    .muted = QColor(0xa0abbb),
    .faint = QColor(0x6c7789),
    .accent = QColor(0x35c2b4),
    .onAccent = QColor(0x06201e),
    .selection = QColor(0x1f4f52),
    .running = QColor(0x4cc97c),
    .ready = QColor(0xf0b14a),
    .suspended = QColor(0x6ea8ff),
    .finished = QColor(0x7d8797),
    .failed = QColor(0xff6f69),
    .cancelling = QColor(0xf08a4b),
    .warning = QColor(0xf0b14a),
    .codeKeyword = QColor(0xc79bea),
    .codeAwait = QColor(0x4fd6c8),
    .codeString = QColor(0xa3d17a),
    .codeNumber = QColor(0xf0a871),
    .codeComment = QColor(0x7f8b9c),
    .codeName = QColor(0x82b4ff),
    .codeBuiltin = QColor(0x6cc4e0),
    .codeDecorator = QColor(0xe5c07b),
    .currentLine = QColor(0x262b34),
};

}  // namespace

const Colours& colours(Brightness brightness)
{
    return brightness == Brightness::Dark ? darkColours : lightColours;
}

Brightness brightnessOf(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Brightness::Dark : Brightness::Light;
}

QPalette paletteFor(Brightness brightness)
{
    const Colours& c = colours(brightness);
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.surface);
    palette.setColor(QPalette::AlternateBase, c.raised);
    palette.setColor(QPalette::ToolTipBase, c.raised);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::PlaceholderText, c.faint);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.failed);
    palette.setColor(QPalette::Light, brightness == Brightness::Dark ? c.raised.lighter(125) : QColor(Qt::white));
    palette.setColor(QPalette::Midlight, c.raised);
    palette.setColor(QPalette::Mid, c.border);
    palette.setColor(QPalette::Dark, c.border.darker(120));
    palette.setColor(QPalette::Shadow, brightness == Brightness::Dark ? QColor(Qt::black) : c.faint);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.text);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, c.faint);
    return palette;
}

QColor taskStateColour(const Colours& colours, const QString& state)
{
    if (state == u"running") return colours.running;
    if (state == u"ready") return colours.ready;
    if (state == u"suspended") return colours.suspended;
    if (state == u"cancelling") return colours.cancelling;
    if (state == u"failed") return colours.failed;
    return colours.finished;
}

}  // namespace coroboard::gui
