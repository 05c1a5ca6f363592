// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConsoleAccessible: the terminal as a screen reader meets it: the lines on screen as text, with the cursor, the selection and the place of
// every character (QAccessibleTextInterface). What the board writes is announced as it arrives. Owned by Qt's accessibility cache.

#include <QAccessibleWidget>

#include "console/console_view.h"

namespace coroboard::gui {

class ConsoleAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit ConsoleAccessible(ConsoleView& view);

    // Makes one for every ConsoleView from now on.
    static void install();

    // Says what stands between the place and the end of the text (the end of it, when that is much); nobody listens: nothing is done.
    static void announce(ConsoleView& view, TextPlace from);
    static QString news(const TerminalText& text, TextPlace from);

    void* interface_cast(QAccessible::InterfaceType type) override;
    QAccessible::State state() const override;

    int selectionCount() const override;
    void selection(int index, int* start, int* end) const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    int cursorPosition() const override;
    // The cursor is the board's: nothing happens.
    void setCursorPosition(int offset) override;
    using QAccessibleWidget::text;
    QString text(int start, int end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint& point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int* start, int* end) const override;

private:
    QString screen() const;
    // Between offsets in screen() and places in the text.
    int offsetOf(TextPlace place) const;
    TextPlace placeOf(int offset) const;

    ConsoleView& m_view;
};

}  // namespace coroboard::gui
