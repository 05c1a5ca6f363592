// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QPainter>
#include <cmath>

#include "board_edit/edit_canvas.h"
#include "board_view/part_item.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

QString escaped(const std::string& text) { return QString::fromStdString(text).toHtmlEscaped(); }

QString inColour(const QString& text, const QColor& colour)
{
    return QStringLiteral("<br><span style='color:%1'>%2</span>").arg(colour.name(), text);
}

}  // namespace

// What the bubble says of the thing under the pointer.
void EditCanvas::explain(const Target& target)
{
    QString text;
    QRectF around;
    std::string part;
    std::string pin;
    if (target.pad) {
        const Pad& pad = *target.pad;
        part = pad.part;
        pin = pad.pin.id;
        text = QStringLiteral("<b>%1</b> · %2<br>%3").arg(escaped(pad.pin.id), escaped(pad.pin.label),
                                                            pad.wire.empty() ? tr("on no wire: drag to a pin") : tr("on %1").arg(escaped(pad.wire)));
        around = QRectF(pad.place, QSizeF()).adjusted(-pad.radius, -pad.radius, pad.radius, pad.radius);
    } else if (!target.part.isEmpty()) {
        part = target.part.toStdString();
        around = m_items.value(target.part)->mapRectToScene(m_items.value(target.part)->body());
        text = QStringLiteral("<b>%1</b>").arg(m_editor.nameOf(target.part).toHtmlEscaped());
    } else if (target.pin) {
        text = QStringLiteral("<b>%1</b>").arg(escaped(target.pin->name));
        for (const std::string& function : target.pin->functions) text += QStringLiteral(" · ") + escaped(function);
        for (const Pad& pad : m_pads)
            if (pad.wire == target.pin->name) text += QStringLiteral("<br>%1: %2").arg(m_editor.nameOf(QString::fromStdString(pad.part)).toHtmlEscaped(), escaped(pad.pin.id));
        around = QRectF(target.pin->place.x, target.pin->place.y, 0, 0).adjusted(-m_pinRadius, -m_pinRadius, m_pinRadius, m_pinRadius);
    }
    int problems = 0;
    for (const auto& problem : m_editor.isOpen() ? m_editor.draft().problems() : std::vector<board::DraftProblem>{})
        if (!part.empty() && problem.part == part && (pin.empty() || problem.pin == pin)) {
            text += inColour(escaped(problem.text), coloursFor(palette()).failed);
            ++problems;
        }
    // A part without problems needs no words; its name is written on it or beside it.
    if (!target.part.isEmpty() && problems == 0) text.clear();
    tellAt(text, mapFromScene(around).boundingRect(), spacing::normal);
}

void EditCanvas::drawForeground(QPainter* painter, const QRectF&)
{
    if (!m_editor.isOpen()) return;
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_doing == Doing::Moving || m_ghost) paintGrid(*painter);
    paintWires(*painter);
    paintSelection(*painter);
    paintPads(*painter);
    paintProblems(*painter);
    paintPull(*painter);
}

void EditCanvas::paintGrid(QPainter& painter) const
{
    const double grid = m_editor.grid();
    if (grid < 4 * pixel()) return;
    painter.setPen(QPen(QColor(255, 255, 255, 70), 1.2 * pixel()));
    for (double x = 0; x <= m_editor.profile().pictureWidth; x += grid)
        for (double y = 0; y <= m_editor.profile().pictureHeight; y += grid) painter.drawPoint(QPointF(x, y));
}

void EditCanvas::paintWires(QPainter& painter) const
{
    const double unit = m_editor.profile().pictureWidth / 1000;
    const auto& chosen = m_editor.selectedWire();
    const auto lit = [&](const Pad& pad) {
        return (chosen && chosen->part == pad.part && chosen->pin == pad.pin.id) || m_editor.selection().contains(QString::fromStdString(pad.part)) ||
               m_under.wire == &pad || m_under.pad == &pad || (m_under.pin && m_under.pin->name == pad.wire);
    };
    // Those that are meant now lie over the others.
    const double width = std::max(3.2 * unit, 1.6 * pixel());
    for (bool above : {false, true})
        for (const DrawnWire& wire : m_wires)
            if (lit(m_pads[wire.pad]) == above) paintWire(painter, wire, width, unit, above ? WireLook::Lit : WireLook::Plain);
}

void EditCanvas::paintPads(QPainter& painter) const
{
    for (const Pad& pad : m_pads)
        if (isRail(pad)) paintRail(painter, pad);
    for (const Pad& pad : m_pads) {
        paintPad(painter, pad, wireColour(m_editor.profile(), pad.wire));
        if (m_under.pad == &pad) {
            painter.setPen(QPen(coloursFor(palette()).accent, pad.radius * 0.4));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(pad.place, pad.radius * 1.5, pad.radius * 1.5);
        }
        if (m_editor.selection().contains(QString::fromStdString(pad.part))) paintPadName(painter, pad);
    }
}

// Along the way out of the part, so that neighbours have room.
void EditCanvas::paintPadName(QPainter& painter, const Pad& pad) const
{
    QFont font = QApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::round(pad.radius * 2))));
    painter.save();
    painter.translate(pad.place);
    double angle = std::atan2(pad.outward.y(), pad.outward.x()) * 180 / 3.14159265358979;
    const bool backwards = angle > 91 || angle < -89;
    painter.rotate(backwards ? angle + 180 : angle);
    painter.setFont(font);
    const QString name = QString::fromStdString(pad.pin.id);
    const double width = QFontMetricsF(font).horizontalAdvance(name) + pad.radius * 1.2;
    const double away = pad.radius * (isRail(pad) ? 5.2 : 1.7);
    const QRectF tag(backwards ? -away - width : away, -pad.radius * 1.3, width, pad.radius * 2.6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x15, 0x18, 0x1d, 215));
    painter.drawRoundedRect(tag, pad.radius * 0.6, pad.radius * 0.6);
    painter.setPen(QColor(0xf2f5f8));
    painter.drawText(tag, Qt::AlignCenter, name);
    painter.restore();
}

void EditCanvas::paintSelection(QPainter& painter) const
{
    const QColor accent = coloursFor(palette()).accent;
    painter.setBrush(Qt::NoBrush);
    for (auto item = m_items.begin(); item != m_items.end(); ++item) {
        const bool selected = m_editor.selection().contains(item.key());
        if (!selected && m_under.part != item.key()) continue;
        QColor colour = accent;
        if (!selected) colour.setAlpha(110);
        const double grow = 4 * pixel();
        painter.save();
        painter.setTransform(item.value()->sceneTransform(), true);
        painter.setPen(QPen(colour, 2 * pixel()));
        painter.drawRoundedRect(item.value()->body().adjusted(-grow, -grow, grow, grow), 4 * pixel(), 4 * pixel());
        painter.restore();
    }
    if (m_doing != Doing::Framing) return;
    QColor ground = accent;
    ground.setAlpha(40);
    painter.setPen(QPen(accent, pixel()));
    painter.setBrush(ground);
    painter.drawRect(QRectF(m_from, m_now).normalized());
}

// A red ring at a pin, a red sign at a part's corner.
void EditCanvas::paintProblems(QPainter& painter) const
{
    const QColor red(0xff4d4f);
    for (const auto& problem : m_editor.draft().problems()) {
        if (const Pad* pad = padOf({problem.part, problem.pin})) {
            painter.setPen(QPen(red, std::max(pad->radius * 0.5, 1.6 * pixel())));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(pad->place, pad->radius * 1.6, pad->radius * 1.6);
        }
        const PartItem* item = m_items.value(QString::fromStdString(problem.part));
        if (!item) continue;
        const QPointF corner = item->mapToScene(item->body().topRight());
        const double radius = 8 * pixel();
        painter.setPen(QPen(Qt::white, 1.4 * pixel()));
        painter.setBrush(red);
        painter.drawEllipse(corner, radius, radius);
        painter.setPen(QPen(Qt::white, 2 * pixel(), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(corner - QPointF(0, radius * 0.5), corner + QPointF(0, radius * 0.1));
        painter.drawPoint(corner + QPointF(0, radius * 0.5));
    }
}

// The wire in the hand, and where it would go.
void EditCanvas::paintPull(QPainter& painter) const
{
    const QColor accent = coloursFor(palette()).accent;
    if (m_under.pin || m_doing == Doing::Wiring)
        for (const auto& pin : m_editor.profile().pins) {
            const bool aimed = m_under.pin == &pin;
            if (!aimed && !m_pulledPad) continue;
            painter.setPen(QPen(accent, (aimed ? 2.4 : 1) * pixel()));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(pin.place.x, pin.place.y), m_pinRadius * (aimed ? 1.4 : 1), m_pinRadius * (aimed ? 1.4 : 1));
        }
    if (m_doing != Doing::Wiring) return;
    painter.setPen(QPen(accent, 3 * pixel(), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(m_from, m_now);
}

}  // namespace coroboard::gui
