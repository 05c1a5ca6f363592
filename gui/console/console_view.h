// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ConsoleView: the terminal on the board's serial port. What the board sends is shown (bounded scrollback, ANSI colours); what is typed
// goes to the board as bytes and is not echoed here: the board echoes, as on a real serial line. Ctrl-C interrupts the program, and
// copies when text is selected; Ctrl-Shift-C always copies.

#include <QPlainTextEdit>

#include "console/terminal_text.h"

namespace coroboard::gui {

class ConsoleView final : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr int scrollbackLines = 10'000;

    explicit ConsoleView(QWidget* parent = nullptr);

    // Bytes from the board.
    void write(const QByteArray& bytes);

    // Our own words, on a line of their own, in another colour.
    enum class Tone { Note, Warning, Error };
    void remark(const QString& text, Tone tone);

    // How many bytes the board sent that nobody could keep; a growing number is said once a burst.
    void setDropped(quint64 bytes);

public Q_SLOTS:
    void clearAll();
    void pasteToBoard();

Q_SIGNALS:
    void typed(const QByteArray& bytes);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void flush();
    void insertLine(QTextCursor& cursor, const TerminalLine& line);
    QTextCharFormat format(const TextLook& look) const;
    bool atEnd() const;

    TerminalText m_text{scrollbackLines};
    quint64 m_dropped = 0;
};

// What a key sends to the board; empty for keys that send nothing.
QByteArray bytesOfKey(const QKeyEvent& event);

}  // namespace coroboard::gui
