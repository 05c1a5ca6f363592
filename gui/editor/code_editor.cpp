// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code_editor.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>

#include "editor/code_completion.h"
#include "editor/markers.h"
#include "editor/python_lexer.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int errorIndicator = 8;
constexpr int settleMilliseconds = 300;
// The eye cannot read faster; repainting the page for every resumed task would cost more than the simulation.
constexpr int refreshMilliseconds = 80;

}  // namespace

CodeEditor::CodeEditor(QWidget* parent) : QsciScintilla(parent), m_lexer(new PythonLexer(this))
{
    setAccessibleName(tr("Program"));
    setUtf8(true);
    setEolMode(EolUnix);
    setLexer(m_lexer);
    setTabWidth(4);
    setIndentationWidth(4);
    setIndentationsUseTabs(false);
    setTabIndents(true);
    setBackspaceUnindents(true);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setCaretLineVisible(true);
    setCaretWidth(2);
    setFrameShape(QFrame::NoFrame);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETENDATLASTLINE, 0);
    setExtraAscent(1);
    setExtraDescent(1);

    setMarginType(numberMargin, NumberMargin);
    setMarginType(symbolMargin, SymbolMargin);
    setMarginWidth(symbolMargin, 16);
    setMarginMarkerMask(symbolMargin,
                        (1 << SuspendedArrow) | (1 << ErrorSign) | (1 << Breakpoint) | (1 << BreakpointCondition) |
                            (1 << StopArrow));
    for (int margin : {numberMargin, symbolMargin}) setMarginSensitivity(margin, true);
    connect(this, &QsciScintilla::marginClicked, this, &CodeEditor::clickMargin);
    setMarginType(gapMargin, SymbolMargin);
    setMarginWidth(gapMargin, spacing::tight);
    setMarginMarkerMask(gapMargin, 0);
    for (int margin : {3, 4}) setMarginWidth(margin, 0);
    defineMarkers();
    indicatorDefine(SquiggleIndicator, errorIndicator);

    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &CodeEditor::settled);
    connect(this, &QsciScintilla::textChanged, this, [this] {
        fitMargin();
        moveBreakpoints();
        m_settle.start();
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        if (m_nextSuspended == m_suspended) return;
        m_suspended = m_nextSuspended;
        placeMarkers();
    });
    m_flashEnd.setSingleShot(true);
    m_flashEnd.setInterval(900);
    connect(&m_flashEnd, &QTimer::timeout, this, [this] { markerDeleteAll(FlashGround); });
    connect(this, &QsciScintilla::linesChanged, this, &CodeEditor::fitMargin);
    m_completion = new CodeCompletion(*this);
    freeKeys();
    dress();
}

void CodeEditor::setLanguage(Language language)
{
    setLexer(language == Language::Python ? m_lexer : nullptr);
    dress();
}

// Scintilla draws the higher number above the lower.
void CodeEditor::defineMarkers()
{
    markerDefine(RightTriangle, SuspendedArrow);
    markerDefine('!', ErrorSign);
    markerDefine(Background, ErrorGround);
    markerDefine(Background, FlashGround);
    markerDefine(Circle, Breakpoint);
    markerDefine('?', BreakpointCondition);
    markerDefine(RightArrow, StopArrow);
}

void CodeEditor::dress()
{
    const Colours& c = coloursFor(palette());
    const QFont font = codeFont();
    m_lexer->dress(c, font);
    if (!lexer()) setFont(font);
    setPaper(c.surface);
    setColor(c.text);
    setCaretForegroundColor(c.accent);
    setCaretLineBackgroundColor(c.currentLine);
    setSelectionBackgroundColor(c.selection);
    setSelectionForegroundColor(c.text);
    setMarginsFont(font);
    setMarginsForegroundColor(c.faint);
    setMarginsBackgroundColor(c.surface);
    setMatchedBraceForegroundColor(c.accent);
    setMatchedBraceBackgroundColor(c.selection);
    setUnmatchedBraceForegroundColor(c.failed);
    setUnmatchedBraceBackgroundColor(c.surface);
    setMarkerBackgroundColor(c.suspended, SuspendedArrow);
    setMarkerForegroundColor(c.suspended, SuspendedArrow);
    setMarkerBackgroundColor(c.surface, ErrorSign);
    setMarkerForegroundColor(c.failed, ErrorSign);
    setMarkerBackgroundColor(c.failed, Breakpoint);
    setMarkerForegroundColor(c.failed, Breakpoint);
    setMarkerBackgroundColor(c.failed, BreakpointCondition);
    setMarkerForegroundColor(c.surface, BreakpointCondition);
    setMarkerBackgroundColor(c.ready, StopArrow);
    setMarkerForegroundColor(c.surface, StopArrow);
    QColor ground = c.failed;
    ground.setAlpha(32);
    setMarkerBackgroundColor(ground, ErrorGround);
    setMarkerBackgroundColor(c.selection, FlashGround);
    setIndicatorForegroundColor(c.failed, errorIndicator);
    setIndentationGuides(false);
    fitMargin();
}

void CodeEditor::fitMargin()
{
    setMarginWidth(numberMargin, QStringLiteral("0") + QString::number(std::max(lines(), 99)));
}

void CodeEditor::setSuspended(std::vector<SuspendedMark> marks)
{
    m_nextSuspended = std::move(marks);
    if (!m_refresh.isActive()) m_refresh.start();
}

void CodeEditor::setErrors(std::vector<ErrorMark> errors)
{
    if (errors == m_errors) return;
    m_errors = std::move(errors);
    placeMarkers();
}

void CodeEditor::placeMarkers()
{
    for (int marker : {SuspendedArrow, ErrorSign, ErrorGround}) markerDeleteAll(marker);
    for (const SuspendedMark& mark : m_suspended)
        if (mark.line != m_stop) markerAdd(mark.line - 1, SuspendedArrow);
    clearIndicatorRange(0, 0, lines() - 1, lineLength(lines() - 1), errorIndicator);
    for (const ErrorMark& error : m_errors) {
        const int line = error.line - 1;
        markerAdd(line, ErrorSign);
        markerAdd(line, ErrorGround);
        const int from = std::max(0, error.column - 1);
        fillIndicatorRange(line, error.column > 0 ? from : indentation(line), line,
                           std::max(from + 1, static_cast<int>(text(line).trimmed().size()) + indentation(line)), errorIndicator);
    }
    viewport()->update();
}

void CodeEditor::goToLine(int line)
{
    const int index = std::clamp(line - 1, 0, lines() - 1);
    setCursorPosition(index, 0);
    ensureLineVisible(index);
    const int onScreen = static_cast<int>(SendScintilla(SCI_LINESONSCREEN));
    setFirstVisibleLine(std::max(0, index - onScreen / 3));
    markerDeleteAll(FlashGround);
    markerAdd(index, FlashGround);
    m_flashEnd.start();
}

void CodeEditor::paintEvent(QPaintEvent* event)
{
    QsciScintilla::paintEvent(event);
    m_chips.clear();
    if (m_errors.empty() && m_suspended.empty() && m_stop == 0) return;
    QPainter painter(viewport());
    drawStop(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = coloursFor(palette());
    for (const ErrorMark& error : m_errors) drawChip(painter, error.line, error.message, {}, c.failed);
    for (const SuspendedMark& mark : m_suspended)
        if (!errorAt(mark.line))
            m_chips.emplace_back(drawChip(painter, mark.line, mark.tasks, mark.waitsFor, taskStateColour(c, mark.state)), mark.line);
}

QRect CodeEditor::drawChip(QPainter& painter, int line, const QString& strong, const QString& weak, const QColor& colour)
{
    const int index = line - 1;
    if (index < 0 || index >= lines()) return {};
    const auto end = SendScintilla(SCI_GETLINEENDPOSITION, static_cast<unsigned long>(index));
    const int x = static_cast<int>(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, end));
    const int y = static_cast<int>(SendScintilla(SCI_POINTYFROMPOSITION, 0UL, end));
    const int height = static_cast<int>(SendScintilla(SCI_TEXTHEIGHT, static_cast<unsigned long>(index)));
    if (y + height < 0 || y > viewport()->height()) return {};

    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 0.92);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics strongMetrics(bold);
    const QFontMetrics weakMetrics(font);
    const int left = x + 2 * spacing::wide;
    const int room = viewport()->width() - left - spacing::normal;
    if (room < 40) return {};
    const QString first = strongMetrics.elidedText(strong, Qt::ElideRight, room - 2 * spacing::normal);
    const int firstWidth = strongMetrics.horizontalAdvance(first);
    const int rest = room - firstWidth - 3 * spacing::normal;
    const QString second = rest > 48 ? weakMetrics.elidedText(weak, Qt::ElideRight, rest) : QString();
    const int width = firstWidth + 2 * spacing::normal + (second.isEmpty() ? 0 : weakMetrics.horizontalAdvance(second) + spacing::normal);

    const QRectF chip(left + 0.5, y + 1.5, width, height - 3);
    QColor ground = colour;
    ground.setAlphaF(0.13);
    QColor edge = colour;
    edge.setAlphaF(0.45);
    painter.setPen(edge);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setFont(bold);
    painter.setPen(colour);
    painter.drawText(chip.adjusted(spacing::normal, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, first);
    painter.setFont(font);
    painter.setPen(coloursFor(palette()).muted);
    painter.drawText(chip.adjusted(2 * spacing::normal + firstWidth, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, second);
    return chip.toAlignedRect();
}

const ErrorMark* CodeEditor::errorAt(int line) const
{
    const auto found = std::find_if(m_errors.begin(), m_errors.end(), [line](const ErrorMark& e) { return e.line == line; });
    return found == m_errors.end() ? nullptr : &*found;
}

void CodeEditor::changeEvent(QEvent* event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dress();
}

void CodeEditor::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) return QsciScintilla::wheelEvent(event);
    event->angleDelta().y() > 0 ? zoomIn() : zoomOut();
    fitMargin();
    event->accept();
}

bool CodeEditor::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QsciScintilla::event(event);
    const QPoint place = static_cast<QHelpEvent*>(event)->globalPos();
    if (const QString tip = tipAt(viewport()->mapFromGlobal(place)); !tip.isEmpty())
        QToolTip::showText(place, tip, this);
    else
        QToolTip::hideText();
    return true;
}

// What is wrong with the line; else what the name under the pointer stands for.
QString CodeEditor::tipAt(const QPoint& at) const
{
    const int line = lineAt(at);
    if (line < 0) return {};
    if (const ErrorMark* error = errorAt(line + 1)) return error->message;
    const QString name = wordAtPoint(at);
    return m_values && !name.isEmpty() ? m_values(name, line + 1) : QString();
}

void CodeEditor::mousePressEvent(QMouseEvent* event)
{
    for (const auto& [chip, line] : m_chips) {
        if (event->button() != Qt::LeftButton || !chip.contains(event->pos())) continue;
        Q_EMIT suspendedClicked(line);
        return event->accept();
    }
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        const long at = SendScintilla(SCI_POSITIONFROMPOINTCLOSE, static_cast<unsigned long>(event->pos().x()), event->pos().y());
        int line = 0;
        int column = 0;
        if (at >= 0) lineIndexFromPosition(static_cast<int>(at), &line, &column);
        if (at >= 0) Q_EMIT definitionAsked(line + 1, column);
        return event->accept();
    }
    QsciScintilla::mousePressEvent(event);
}

}  // namespace coroboard::gui
