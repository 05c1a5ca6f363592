// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code_completion.h"

#include <QKeyEvent>

#include "editor/code_editor.h"
#include "editor/completion_popup.h"

namespace coroboard::gui {

namespace {

constexpr int restMilliseconds = 60;
constexpr int leastTyped = 2;                    // letters, before names are offered unasked
constexpr qsizetype mostText = 300'000;          // beyond it the text is not read at every pause
constexpr int callLines = 12;

using Sci = QsciScintilla;

}  // namespace

CodeCompletion::CodeCompletion(CodeEditor& editor)
    : QObject(&editor), m_editor(editor), m_popup(new CompletionPopup(editor.viewport())), m_tip(new CallTipLabel(editor.viewport()))
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_typed) look(Asked::ByTyping);
        lookAtCall();
        m_typed = false;
    });
    connect(m_popup, &CompletionPopup::accepted, this, &CodeCompletion::accept);
    connect(&editor, &Sci::cursorPositionChanged, this, [this] {
        if (!m_typed) m_popup->hide();
        if (m_editor.hasFocus() || m_tip->isVisible()) m_rest.start();
    });
    editor.installEventFilter(this);
    editor.viewport()->installEventFilter(this);
}

bool CodeCompletion::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_editor) {
        if (event->type() == QEvent::KeyPress && takesKey(*static_cast<QKeyEvent*>(event))) return true;
        // While the list is open its keys are not the window's.
        if (event->type() == QEvent::ShortcutOverride && m_popup->isVisible() && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
        if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) close();
    }
    if (event->type() == QEvent::Wheel || (watched == m_editor.viewport() && event->type() == QEvent::MouseButtonPress)) close();
    return false;
}

bool CodeCompletion::takesKey(QKeyEvent& key)
{
    if (m_popup->isVisible()) {
        switch (key.key()) {
        case Qt::Key_Down: return m_popup->move(1), true;
        case Qt::Key_Up: return m_popup->move(-1), true;
        case Qt::Key_PageDown: return m_popup->move(8), true;
        case Qt::Key_PageUp: return m_popup->move(-8), true;
        case Qt::Key_Tab:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (key.modifiers() & ~Qt::KeypadModifier) break;
            return accept(m_popup->chosen()), true;
        case Qt::Key_Escape:
            m_dismissed = true;
            return close(), true;
        default: break;
        }
    } else if (key.key() == Qt::Key_Escape && m_tip->isVisible()) {
        return close(), true;
    }
    const QString text = key.text();
    const bool letter = !text.isEmpty() && (text[0].isLetterOrNumber() || text[0] == QLatin1Char('_') || text[0] == QLatin1Char('.'));
    if (!letter) m_dismissed = false;
    m_typed = letter || key.key() == Qt::Key_Backspace || (text == QStringLiteral(" ") && !m_popup->isVisible());
    if (!letter && key.key() != Qt::Key_Backspace && !text.isEmpty()) m_popup->hide();
    if (m_typed) m_rest.start();
    return false;
}

// Not in a comment, not in a text.
bool CodeCompletion::isCode() const
{
    const long at = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    const int style = static_cast<int>(m_editor.SendScintilla(Sci::SCI_GETSTYLEAT, static_cast<unsigned long>(std::max(0L, at - 1))));
    switch (style) {
    case QsciLexerPython::Comment:
    case QsciLexerPython::CommentBlock:
    case QsciLexerPython::DoubleQuotedString:
    case QsciLexerPython::SingleQuotedString:
    case QsciLexerPython::TripleSingleQuotedString:
    case QsciLexerPython::TripleDoubleQuotedString:
    case QsciLexerPython::UnclosedString: return false;
    default: return m_editor.lexer() != nullptr;
    }
}

// The text up to the cursor, of this line and some before.
QString CodeCompletion::before(int lines) const
{
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    QString text;
    for (int i = std::max(0, line - lines + 1); i < line; ++i) text += m_editor.text(i);
    return text + m_editor.text(line).left(column);
}

QRect CodeCompletion::cursorLine() const
{
    const long at = m_editor.SendScintilla(Sci::SCI_GETCURRENTPOS);
    const int x = static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTXFROMPOSITION, 0UL, at));
    const int y = static_cast<int>(m_editor.SendScintilla(Sci::SCI_POINTYFROMPOSITION, 0UL, at));
    return {x, y, 1, static_cast<int>(m_editor.SendScintilla(Sci::SCI_TEXTHEIGHT, 0UL))};
}

void CodeCompletion::complete()
{
    m_dismissed = false;
    look(Asked::ByHand);
}

void CodeCompletion::showCallTip() { lookAtCall(); }

void CodeCompletion::look(Asked asked)
{
    if (m_dismissed || !isCode() || m_editor.isReadOnly() || m_editor.length() > mostText) return m_popup->hide();
    const QString line = before(1);
    const QString begun = CodeKnowledge::wordBegun(line);
    const bool enough = begun.size() >= leastTyped || line.endsWith(QLatin1Char('.')) || line.chopped(begun.size()).endsWith(QLatin1Char('.')) ||
                        line.contains(QStringLiteral("import "));
    if (asked == Asked::ByTyping && !enough) return m_popup->hide();
    int row = 0;
    int column = 0;
    m_editor.getCursorPosition(&row, &column);
    // The line that is being typed is no statement yet; what is there before it counts.
    const CodeKnowledge knowledge(m_editor.text(), m_around.finder);
    const auto found = knowledge.completions(line, row + 1, m_around.modules ? m_around.modules() : QStringList(),
                                             m_around.otherText ? m_around.otherText() : QString());
    if (found.empty()) return m_popup->hide();
    QRect at = cursorLine();
    at.translate(-m_editor.fontMetrics().horizontalAdvance(begun), 0);
    m_popup->show(found, at);
}

void CodeCompletion::lookAtCall()
{
    if (m_editor.length() > mostText || !m_editor.lexer() || m_popup->isVisible()) return m_tip->hide();
    int row = 0;
    int column = 0;
    m_editor.getCursorPosition(&row, &column);
    const QString text = before(callLines);
    if (!text.contains(QLatin1Char('('))) return m_tip->hide();
    const CodeKnowledge knowledge(m_editor.text(), m_around.finder);
    const auto tip = knowledge.callTip(text, row + 1);
    if (!tip) return m_tip->hide();
    m_tip->show(*tip, cursorLine());
}

void CodeCompletion::accept(const QString& name)
{
    const auto begun = static_cast<int>(CodeKnowledge::wordBegun(before(1)).size());
    int line = 0;
    int column = 0;
    m_editor.getCursorPosition(&line, &column);
    m_popup->hide();
    m_typed = false;
    m_editor.beginUndoAction();
    m_editor.setSelection(line, column - begun, line, column);
    m_editor.replaceSelectedText(name);
    m_editor.endUndoAction();
}

void CodeCompletion::close()
{
    m_popup->hide();
    m_tip->hide();
    m_rest.stop();
}

}  // namespace coroboard::gui
