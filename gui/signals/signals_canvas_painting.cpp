// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <cmath>

#include "signals/annotation_painter.h"
#include "signals/lane_list.h"
#include "signals/signals_canvas.h"
#include "signals/span_text.h"
#include "signals/wave_painter.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr double tickPixels = 110;
const QString cursorNames = QStringLiteral("AB");

// A small label on a ground of its own.
void paintTag(QPainter& painter, const QRectF& rect, const QString& text, const QColor& ground, const QColor& ink)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(ink);
    painter.drawText(rect, Qt::AlignCenter, text);
}

}  // namespace

void SignalsCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(smallNumberFont());
    const Colours& c = coloursFor(palette());
    painter.fillRect(rect(), c.surface);
    const TimeAxis::Ticks ticks = m_axis.ticks(tickPixels);
    QColor grid = c.border;
    grid.setAlpha(110);
    for (const double at : ticks.at) painter.fillRect(QRectF(std::round(m_axis.x(at)), rulerHeight, 1, height() - rulerHeight), grid);
    painter.setClipRect(0, rulerHeight, width(), height() - rulerHeight);
    for (int row = 0; row < m_lanes.rowCount(); ++row)
        if (const QRect lane = laneRect(row); lane.bottom() >= rulerHeight && lane.top() < height()) paintLane(painter, row);
    // Nothing is known of what is still to come.
    if (const double end = m_axis.x(knownUntil()); end < width()) {
        QColor veil = c.sunken;
        veil.setAlpha(150);
        painter.fillRect(QRectF(std::max(end, 0.0), rulerHeight, width() - end, height() - rulerHeight), veil);
    }
    painter.setClipping(false);
    paintRuler(painter, ticks);
    paintTrigger(painter);
    paintCursors(painter);
    paintHover(painter);
    if (hasFocus()) {
        painter.setPen(c.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void SignalsCanvas::paintRuler(QPainter& painter, const TimeAxis::Ticks& ticks) const
{
    const Colours& c = coloursFor(palette());
    painter.fillRect(0, 0, width(), rulerHeight, c.raised);
    painter.fillRect(0, rulerHeight - 1, width(), 1, c.border);
    for (const double at : ticks.at) {
        const double x = std::round(m_axis.x(at));
        painter.fillRect(QRectF(x, rulerHeight - 7, 1, 6), c.faint);
        painter.setPen(c.muted);
        painter.drawText(QRectF(x + 4, 0, tickPixels, rulerHeight - 4), Qt::AlignLeft | Qt::AlignVCenter, instantText(at, ticks.step));
    }
}

void SignalsCanvas::paintLane(QPainter& painter, int row) const
{
    const Colours& c = coloursFor(palette());
    const Lane& lane = m_lanes.lane(row);
    const QRect rect = laneRect(row);
    if (row == m_current) {
        QColor chosen = c.selection;
        chosen.setAlpha(70);
        painter.fillRect(rect, chosen);
    }
    painter.fillRect(QRectF(0, rect.bottom(), width(), 1), c.border);
    const QColor colour = laneColour(lane.colour, brightnessOf(palette()));
    const int margin = std::max(3, std::min(8, rect.height() / 6));
    const QRectF area = QRectF(rect).adjusted(0, margin, 0, -margin);
    if (lane.kind == LaneKind::Decoded) return paintDecoded(painter, area, lane);
    if (lane.kind == LaneKind::Digital) {
        if (const auto wave = waveOf(m_capture, lane.signal)) {
            paintWave(painter, area, m_axis, *wave, colour);
            return paintPwm(painter, area, *wave, colour);
        }
    } else if (const auto values = valuesOf(m_capture, lane.signal)) {
        const ValueScale scale = scaleOf(*values);
        paintValues(painter, area, m_axis, *values, scale, knownUntil(), colour);
        if (area.height() < 2 * painter.fontMetrics().height()) return;
        painter.setPen(c.muted);
        painter.drawText(area.adjusted(4, 0, -4, 0), Qt::AlignRight | Qt::AlignTop, valueText(scale.top, values->unit));
        painter.drawText(area.adjusted(4, 0, -4, 0), Qt::AlignRight | Qt::AlignBottom, valueText(scale.bottom, values->unit));
        return;
    }
    painter.setPen(c.faint);
    painter.drawText(area.adjusted(8, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("This board has no signal “%1”.").arg(lane.signal));
}

// A PWM too fast for the pixels says in words what it is, as it was last in view.
void SignalsCanvas::paintPwm(QPainter& painter, const QRectF& area, const trace::DigitalWave& wave, const QColor& colour) const
{
    const double right = std::min(double(width()), m_axis.x(knownUntil()));
    const auto pwm = wave.pwmAt(m_axis.timeAt(right - 1));
    if (!pwm || right < 1 || 1e9 / pwm->frequency > 4 * m_axis.scale()) return;
    const QString text = tr("%1  %2 %").arg(frequencyText(pwm->frequency), QString::number(100 * pwm->duty, 'f', 1));
    const QFontMetricsF metrics(painter.font());
    QRectF tag(0, 0, metrics.horizontalAdvance(text) + 2 * spacing::normal, metrics.height() + 2);
    tag.moveCenter(QPointF(right - tag.width() / 2 - spacing::normal, area.center().y()));
    paintTag(painter, tag, text, coloursFor(palette()).surface, colour);
}

void SignalsCanvas::paintDecoded(QPainter& painter, const QRectF& area, const Lane& lane) const
{
    const Colours& c = coloursFor(palette());
    const trace::decode::DecodeRun* run = m_decodings.find(lane);
    if (!run) return;
    const auto* protocol = trace::decode::findProtocol(lane.decode->protocol);
    const std::size_t rows = std::max<std::size_t>(protocol->rows.size(), 1);
    const double height = (area.height() - double(rows - 1) * 2) / double(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const QRectF line(area.left(), area.top() + double(row) * (height + 2), area.width(), height);
        paintAnnotations(painter, line, m_axis, *run, row, laneColour(lane.colour + static_cast<int>(row), brightnessOf(palette())), c);
    }
    // What is still to be read.
    if (const double reached = m_axis.x(nanoseconds(run->reached())); m_decodeOn.isActive() && reached < width()) {
        painter.setPen(c.muted);
        painter.drawText(area.adjusted(std::max(reached, 0.0) + spacing::normal, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("decoding…"));
    }
}

void SignalsCanvas::paintCursors(QPainter& painter) const
{
    const Colours& c = coloursFor(palette());
    if (m_drag.grip == Grip::Mark && m_hover) {
        QColor mark = c.accent;
        mark.setAlpha(50);
        painter.fillRect(QRectF(QPointF(m_drag.began.x(), rulerHeight), QPointF(m_hover->x(), height())).normalized(), mark);
    }
    if (m_cursors[0] && m_cursors[1]) {
        QColor between = c.accent;
        between.setAlpha(22);
        const double a = m_axis.x(*m_cursors[0]);
        const double b = m_axis.x(*m_cursors[1]);
        painter.fillRect(QRectF(QPointF(a, rulerHeight), QPointF(b, height())).normalized(), between);
    }
    for (int number = 0; number < cursorCount; ++number) {
        const auto& cursor = m_cursors[static_cast<std::size_t>(number)];
        if (!cursor) continue;
        const double x = std::round(m_axis.x(*cursor));
        painter.fillRect(QRectF(x, 0, 1, height()), c.accent);
        paintTag(painter, QRectF(x - 8, 4, 17, 17), cursorNames.mid(number, 1), c.accent, c.onAccent);
    }
}

void SignalsCanvas::paintTrigger(QPainter& painter) const
{
    if (!m_trigger.last()) return;
    const Colours& c = coloursFor(palette());
    const double x = std::round(m_axis.x(nanoseconds(*m_trigger.last())));
    painter.fillRect(QRectF(x, 0, 1, height()), c.ready);
    paintTag(painter, QRectF(x - 8, 4, 17, 17), QStringLiteral("T"), c.ready, c.surface);
}

QStringList SignalsCanvas::decodedLines(const Lane& lane, time::VirtualTime when) const
{
    QStringList lines;
    const trace::decode::DecodeRun* run = m_decodings.find(lane);
    if (!run) return lines;
    const auto* protocol = trace::decode::findProtocol(lane.decode->protocol);
    for (std::size_t row = 0; row < trace::decode::DecodeRun::rows; ++row) {
        const auto found = run->within(row, when, when + time::Duration{1});
        if (found.empty()) continue;
        QString text = QString::fromStdString(longText(found.front()));
        if (row < protocol->rows.size()) text.prepend(QString::fromStdString(protocol->rows[row]) + QLatin1Char(' '));
        lines.append(text);
        if (row == 0) lines.append(spanText(nanoseconds(found.front().to) - nanoseconds(found.front().from)));
    }
    return lines;
}

QStringList SignalsCanvas::hoverLines(const Lane& lane, double when) const
{
    QStringList lines{instantText(when, m_axis.scale())};
    const time::VirtualTime instant = time::powerOn + time::Duration{std::llround(when)};
    if (instant >= m_capture.until) return lines;
    if (lane.kind == LaneKind::Decoded) return lines + decodedLines(lane, instant);
    if (lane.kind == LaneKind::Analog) {
        const auto values = valuesOf(m_capture, lane.signal);
        if (!values) return lines;
        const std::uint64_t end = values->view.endAt(instant);
        if (end > values->view.first()) lines.append(valueText(values->view.value(end - 1) * values->factor, values->unit));
        return lines;
    }
    const auto wave = waveOf(m_capture, lane.signal);
    if (!wave || wave->empty()) return lines;
    lines[0] += wave->levelAt(instant) ? tr("  high") : tr("  low");
    const auto before = wave->edgeBefore(instant + time::Duration{1});
    const auto after = wave->edgeAfter(instant);
    if (!before || !after) return lines;
    const double width = nanoseconds(after->when) - nanoseconds(before->when);
    lines.append(tr("width %1").arg(spanText(width)));
    const auto next = wave->edgeAfter(after->when);
    if (!next) return lines;
    const double period = nanoseconds(next->when) - nanoseconds(before->when);
    const double high = before->rising ? width : period - width;
    lines.append(tr("%1, duty %2 %").arg(frequencyText(1e9 / period), QString::number(100 * high / period, 'f', 1)));
    return lines;
}

void SignalsCanvas::paintHover(QPainter& painter) const
{
    if (!m_hover || m_drag.grip == Grip::Pan || m_hover->y() < rulerHeight) return;
    const int row = laneAt(m_hover->y());
    if (row < 0) return;
    const Colours& c = coloursFor(palette());
    const double when = snapped(*m_hover);
    painter.fillRect(QRectF(std::round(m_axis.x(when)), rulerHeight, 1, height() - rulerHeight), c.faint);
    const QStringList lines = hoverLines(m_lanes.lane(row), when);
    const QFontMetricsF metrics(painter.font());
    double widest = 0;
    for (const QString& line : lines) widest = std::max(widest, metrics.horizontalAdvance(line));
    QRectF box(0, 0, widest + 2 * spacing::normal, metrics.height() * lines.size() + spacing::normal);
    box.moveTopLeft(*m_hover + QPointF(14, 14));
    if (box.right() > width()) box.moveRight(m_hover->x() - 8);
    if (box.bottom() > height()) box.moveBottom(std::max(m_hover->y() - 8, box.height()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(c.border);
    painter.setBrush(c.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(c.text);
    painter.drawText(box, Qt::AlignCenter, lines.join(QLatin1Char('\n')));
}

}  // namespace coroboard::gui
