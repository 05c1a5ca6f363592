// SPDX-License-Identifier: GPL-3.0-or-later
// CodeEditor: breakpoints and the line where the program stands. Scintilla moves their markers with the text.
#include <QPainter>
#include <algorithm>

#include "editor/code_editor.h"
#include "editor/markers.h"
#include "program/program.h"
#include "theme/theme.h"

namespace coroboard::gui {

void CodeEditor::clickMargin(int margin, int index)
{
    if (margin == numberMargin || margin == symbolMargin) toggleBreakpoint(index + 1);
}

void CodeEditor::toggleBreakpoint(int line)
{
    std::vector<int> wanted = breakpoints();
    const std::vector<int> possible = program::codeLines(text().toStdString());
    const auto at = std::find(wanted.begin(), wanted.end(), line);
    const auto next = std::lower_bound(possible.begin(), possible.end(), line);
    if (at != wanted.end()) {
        wanted.erase(at);
    } else if (next == possible.end()) {
        return;
    } else if (const auto there = std::find(wanted.begin(), wanted.end(), *next); there != wanted.end()) {
        wanted.erase(there);
    } else {
        wanted.push_back(*next);
    }
    setBreakpoints(wanted);
}

void CodeEditor::setBreakpoints(const std::vector<int>& lines)
{
    markerDeleteAll(Breakpoint);
    for (const int line : lines) markerAdd(line - 1, Breakpoint);
    moveBreakpoints();
}

std::vector<int> CodeEditor::breakpoints() const
{
    std::vector<int> found;
    for (int line = markerFindNext(0, 1U << Breakpoint); line >= 0; line = markerFindNext(line + 1, 1U << Breakpoint)) found.push_back(line + 1);
    return found;
}

void CodeEditor::moveBreakpoints()
{
    std::vector<int> now = breakpoints();
    if (now == m_breakpoints) return;
    m_breakpoints = std::move(now);
    Q_EMIT breakpointsChanged();
}

void CodeEditor::setStop(int line)
{
    if (line == m_stop) return;
    m_stop = line;
    markerDeleteAll(StopArrow);
    placeMarkers();
    if (line <= 0 || line > lines()) return;
    markerAdd(line - 1, StopArrow);
    ensureLineVisible(line - 1);
    const int first = firstVisibleLine();
    const int count = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    if (line - 1 < first || line - 1 >= first + count) setFirstVisibleLine(std::max(0, line - 1 - count / 3));
}

void CodeEditor::drawStop(QPainter& painter)
{
    const int index = m_stop - 1;
    if (index < 0 || index >= lines()) return;
    const auto start = SendScintilla(SCI_POSITIONFROMLINE, static_cast<unsigned long>(index));
    const int y = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, start));
    const int height = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, static_cast<unsigned long>(index)));
    int left = 0;
    for (int margin : {numberMargin, symbolMargin, gapMargin}) left += marginWidth(margin);
    QColor ground = coloursFor(palette()).ready;
    ground.setAlphaF(0.2);
    painter.fillRect(QRect(left, y, viewport()->width() - left, height), ground);
}

}  // namespace coroboard::gui
