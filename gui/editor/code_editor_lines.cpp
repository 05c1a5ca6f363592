// SPDX-License-Identifier: GPL-3.0-or-later
// CodeEditor: what is done to whole lines, and the name at a place.
#include <QRegularExpression>
#include <algorithm>

#include "editor/code_editor.h"

namespace coroboard::gui {

// Keys of Scintilla's that are actions of the window here.
void CodeEditor::freeKeys()
{
    for (const Qt::Key key : {Qt::Key_Slash, Qt::Key_BracketLeft, Qt::Key_BracketRight, Qt::Key_L, Qt::Key_T, Qt::Key_U})
        if (QsciCommand* command = standardCommands()->boundTo(QKeyCombination(Qt::CTRL, key).toCombined())) command->setKey(0);
}

// First and last line that are selected, from 0; a selection that ends at a line's beginning leaves that line out.
std::pair<int, int> CodeEditor::selectedLines() const
{
    int first = 0;
    int last = 0;
    int column = 0;
    int endColumn = 0;
    getCursorPosition(&first, &column);
    last = first;
    if (hasSelectedText()) getSelection(&first, &column, &last, &endColumn);
    if (last > first && endColumn == 0) --last;
    return {first, last};
}

void CodeEditor::replaceLines(int first, const QStringList& texts)
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    const bool selected = hasSelectedText();
    beginUndoAction();
    for (int i = 0; i < texts.size(); ++i) {
        const int index = first + i;
        const QString now = text(index).remove(QLatin1Char('\n'));
        if (now == texts[i]) continue;
        if (index == line) column += static_cast<int>(texts[i].size() - now.size());
        setSelection(index, 0, index, static_cast<int>(now.size()));
        replaceSelectedText(texts[i]);
    }
    endUndoAction();
    if (selected) {
        const int last = first + static_cast<int>(texts.size()) - 1;
        setSelection(first, 0, last, static_cast<int>(text(last).remove(QLatin1Char('\n')).size()));
    } else {
        setCursorPosition(line, std::max(0, column));
    }
}

void CodeEditor::toggleComment()
{
    const auto [first, last] = selectedLines();
    QStringList texts;
    qsizetype indent = -1;
    bool allAre = true;
    for (int i = first; i <= last; ++i) {
        const QString line = text(i).remove(QLatin1Char('\n'));
        texts.append(line);
        const QString words = line.trimmed();
        if (words.isEmpty()) continue;
        const qsizetype at = line.indexOf(words[0]);
        indent = indent < 0 ? at : std::min(indent, at);
        allAre = allAre && words.startsWith(QLatin1Char('#'));
    }
    if (indent < 0) return;
    static const QRegularExpression sign(QStringLiteral("^(\\s*)# ?"));
    for (QString& line : texts) {
        if (line.trimmed().isEmpty()) continue;
        if (allAre)
            line.replace(sign, QStringLiteral("\\1"));
        else
            line.insert(indent, QStringLiteral("# "));
    }
    replaceLines(first, texts);
}

void CodeEditor::indentLines(int steps)
{
    const auto [first, last] = selectedLines();
    QStringList texts;
    for (int i = first; i <= last; ++i) {
        QString line = text(i).remove(QLatin1Char('\n'));
        if (steps > 0 && !line.trimmed().isEmpty()) line.prepend(QString(indentationWidth(), QLatin1Char(' ')));
        for (int n = 0; steps < 0 && n < indentationWidth() && line.startsWith(QLatin1Char(' ')); ++n) line.remove(0, 1);
        texts.append(line);
    }
    replaceLines(first, texts);
}

// "queue.Queue" with the place in Queue; up to the word at the place.
QString CodeEditor::dottedNameAt(int line, int column) const
{
    const QString all = text(line - 1);
    static const QRegularExpression word(QStringLiteral("[A-Za-z_][\\w.]*"));
    for (auto match = word.globalMatch(all); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (column < found.capturedStart() || column > found.capturedEnd()) continue;
        const qsizetype next = found.captured().indexOf(QLatin1Char('.'), column - found.capturedStart());
        return next < 0 ? found.captured() : found.captured().left(next);
    }
    return {};
}

}  // namespace coroboard::gui
