// SPDX-License-Identifier: GPL-3.0-or-later
// CodeEditor: breakpoints and the line where the program stands. Scintilla moves their markers with the text.
#include <QContextMenuEvent>
#include <QPainter>
#include <QTimer>
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
    std::vector<LineBreakpoint> wanted = lineBreakpoints();
    const std::vector<int> possible = program::codeLines(text().toStdString());
    const auto next = std::lower_bound(possible.begin(), possible.end(), line);
    const auto isAt = [](int place) { return [place](const LineBreakpoint& each) { return each.line == place; }; };
    auto there = std::find_if(wanted.begin(), wanted.end(), isAt(line));
    if (there == wanted.end() && next == possible.end()) return;
    if (there == wanted.end()) there = std::find_if(wanted.begin(), wanted.end(), isAt(*next));
    if (there != wanted.end())
        wanted.erase(there);
    else
        wanted.push_back({*next});
    setLineBreakpoints(wanted);
}

void CodeEditor::setBreakpoints(const std::vector<int>& lines)
{
    std::vector<LineBreakpoint> wanted;
    for (const int line : lines) wanted.push_back({line});
    setLineBreakpoints(wanted);
}

std::vector<int> CodeEditor::breakpoints() const
{
    std::vector<int> lines;
    for (const LineBreakpoint& each : lineBreakpoints()) lines.push_back(each.line);
    return lines;
}

void CodeEditor::setLineBreakpoints(const std::vector<LineBreakpoint>& breakpoints)
{
    for (const int marker : {Breakpoint, BreakpointCondition}) markerDeleteAll(marker);
    m_breakpointMarks.clear();
    for (const LineBreakpoint& each : breakpoints) {
        if (each.line < 1 || each.line > lines()) continue;
        m_breakpointMarks.push_back({markerAdd(each.line - 1, Breakpoint), each.condition, each.ignored});
        if (!each.condition.isEmpty() || each.ignored > 0) markerAdd(each.line - 1, BreakpointCondition);
    }
    moveBreakpoints();
}

// A line that was deleted has given its breakpoint to its neighbour.
std::vector<LineBreakpoint> CodeEditor::lineBreakpoints() const
{
    std::vector<LineBreakpoint> found;
    for (const BreakpointMark& mark : m_breakpointMarks)
        if (const int index = markerLine(mark.handle); index >= 0) found.push_back({index + 1, mark.condition, mark.ignored});
    std::sort(found.begin(), found.end(), [](const LineBreakpoint& a, const LineBreakpoint& b) { return a.line < b.line; });
    found.erase(std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.line == b.line; }), found.end());
    return found;
}

void CodeEditor::moveBreakpoints()
{
    std::vector<LineBreakpoint> now = lineBreakpoints();
    if (now == m_breakpoints) return;
    m_breakpoints = std::move(now);
    Q_EMIT breakpointsChanged();
}

void CodeEditor::contextMenuEvent(QContextMenuEvent* event)
{
    const int line = lineAt(viewport()->mapFromGlobal(event->globalPos())) + 1;
    int margins = 0;
    for (const int margin : {numberMargin, symbolMargin, gapMargin}) margins += marginWidth(margin);
    const std::vector<int> known = breakpoints();
    if (viewport()->mapFromGlobal(event->globalPos()).x() >= margins || std::find(known.begin(), known.end(), line) == known.end())
        return QsciScintilla::contextMenuEvent(event);
    Q_EMIT breakpointMenuAsked(line, event->globalPos());
}

void CodeEditor::setStop(int line)
{
    if (line == m_stop) return;
    m_stop = line;
    markerDeleteAll(StopArrow);
    placeMarkers();
    if (line <= 0 || line > lines()) return;
    markerAdd(line - 1, StopArrow);
    const auto reveal = [this, line] {
        ensureLineVisible(line - 1);
        const int first = firstVisibleLine();
        const int count = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
        if (line - 1 < first || line - 1 >= first + count) setFirstVisibleLine(std::max(0, line - 1 - count / 3));
    };
    reveal();
    // The call stack opens below at the same moment and may cover the line: once more when it has its place.
    QTimer::singleShot(0, this, reveal);
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
