// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/terminal_keys.h"

#include <QByteArrayView>

namespace coroboard::gui {

QByteArray bytesOfKey(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    if (control && event.key() >= Qt::Key_A && event.key() <= Qt::Key_Z)
        return QByteArray(1, static_cast<char>(event.key() - Qt::Key_A + 1));
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return "\r";
    case Qt::Key_Backspace: return control ? "\x17" : "\x7f";
    case Qt::Key_Tab: return "\t";
    case Qt::Key_Escape: return "\x1b";
    case Qt::Key_Up: return "\x1b[A";
    case Qt::Key_Down: return "\x1b[B";
    case Qt::Key_Right: return control ? "\x1b[1;5C" : "\x1b[C";
    case Qt::Key_Left: return control ? "\x1b[1;5D" : "\x1b[D";
    case Qt::Key_Home: return "\x1b[H";
    case Qt::Key_End: return "\x1b[F";
    case Qt::Key_Delete: return "\x1b[3~";
    default: break;
    }
    const QString text = event.text();
    if (control || text.isEmpty() || text[0].unicode() < 0x20) return {};
    return text.toUtf8();
}

bool belongsToBoard(const QKeyEvent& event)
{
    return event.modifiers() == Qt::ControlModifier && QByteArrayView("ABCDEKUW").contains(static_cast<char>(event.key()));
}

QByteArray bytesOfPaste(QString text, Prompt prompt)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
    text.removeIf([](QChar c) { return (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || c.unicode() == 0x7f; });
    const qsizetype newline = text.indexOf(QLatin1Char('\n'));
    const bool several = newline >= 0 && newline < text.size() - 1;
    QByteArray bytes = text.replace(QLatin1Char('\n'), QLatin1Char('\r')).toUtf8();
    return several && prompt == Prompt::Empty ? "\x05" + bytes + "\x04" : bytes;
}

}  // namespace coroboard::gui
