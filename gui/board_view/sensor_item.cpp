// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/sensor_item.h"

#include <QApplication>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsSceneWheelEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "board_view/module_drawing.h"
#include "sensor_panel/control_row.h"

namespace coroboard::gui {

namespace {

constexpr double wheelShare = 0.02;
constexpr double tagHeight = 24;      // in the picture's units

}  // namespace

SensorItem::SensorItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(36, 36))
{
}

QRectF SensorItem::tagBox() const
{
    return QRectF(-tagHeight * 2.4, box().bottom() - tagHeight * 0.1, tagHeight * 4.8, tagHeight);
}

QRectF SensorItem::boundingRect() const { return box().united(tagBox()).adjusted(-2, -2, 2, 2); }

void SensorItem::viewChanged(const parts::PartView& before)
{
    if (before.value("sounding") != view().value("sounding") || isActive(before) != isActive(view())) update();
    const QString tag = control() && controlView() && control()->kind == parts::ControlKind::Slider ? controlText(*control(), controlView()->actual) : QString();
    if (tag == m_tag) return;
    m_tag = tag;
    update();
}

// What a person would see of it: a motion, a card, a fix.
bool SensorItem::isActive(const parts::PartView& view) const
{
    return view.value("motion") > 0 || view.value("card") > 0 || view.value("fix") > 0;
}

void SensorItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) return event->ignore();
    press();
}

void SensorItem::mouseReleaseEvent(QGraphicsSceneMouseEvent*) { release(); }

void SensorItem::wheelEvent(QGraphicsSceneWheelEvent* event)
{
    if (!control() || !controlView() || control()->kind != parts::ControlKind::Slider) return event->ignore();
    const double step = std::max(control()->step, (control()->maximum - control()->minimum) * wheelShare);
    const double wanted = controlView()->value + (event->delta() > 0 ? step : -step);
    Q_EMIT moved(QString::fromStdString(control()->id), std::clamp(wanted, control()->minimum, control()->maximum));
    event->accept();
}

void SensorItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const double unit = std::min(box().width(), box().height());
    if (profile().model == "photoresistor")
        paintPhotoresistor(*painter, unit);
    else if (profile().model == "thermistor")
        paintThermistor(*painter, unit);
    else if (profile().model == "ds18b20")
        paintTransistorCase(*painter, unit);
    else
        paintModule(*painter, box(), profile().model, label(), {isActive(view())});
    if (m_tag.isEmpty()) return;
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(tagHeight * 0.68));
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    const double width = std::min(tagBox().width(), QFontMetricsF(font).horizontalAdvance(m_tag) + tagHeight * 0.8);
    const QRectF tag(-width / 2, tagBox().top(), width, tagBox().height());
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0, 0, 0, 130));
    painter->drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter->setPen(QColor(0xf2f5f8));
    painter->drawText(tag, Qt::AlignCenter, m_tag);
}

void SensorItem::paintPhotoresistor(QPainter& painter, double unit) const
{
    painter.setPen(QPen(QColor(0x8a6a2f), unit * 0.03));
    painter.setBrush(QColor(0xe9dcc0));
    painter.drawEllipse(QPointF(0, 0), unit * 0.46, unit * 0.46);
    QPainterPath track;
    const double half = unit * 0.27;
    track.moveTo(-half, -half);
    for (int row = 0; row < 5; ++row) {
        const double y = -half + row * half / 2;
        track.lineTo(row % 2 ? -half : half, y);
        if (row < 4) track.lineTo(row % 2 ? -half : half, y + half / 2);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0xb5472f), unit * 0.055, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(track);
}

void SensorItem::paintThermistor(QPainter& painter, double unit) const
{
    painter.setPen(QPen(QColor(0xc9ced6), unit * 0.05, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-unit * 0.14, unit * 0.1), QPointF(-unit * 0.14, unit * 0.46));
    painter.drawLine(QPointF(unit * 0.14, unit * 0.1), QPointF(unit * 0.14, unit * 0.46));
    painter.setPen(QPen(QColor(0x11151a), unit * 0.03));
    painter.setBrush(QColor(0x232a33));
    painter.drawEllipse(QPointF(0, -unit * 0.1), unit * 0.33, unit * 0.35);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 46));
    painter.drawEllipse(QPointF(-unit * 0.1, -unit * 0.21), unit * 0.11, unit * 0.09);
}

// TO-92: a black half round on three legs.
void SensorItem::paintTransistorCase(QPainter& painter, double unit) const
{
    painter.setPen(QPen(QColor(0xc9ced6), unit * 0.05, Qt::SolidLine, Qt::RoundCap));
    for (const double x : {-0.2, 0.0, 0.2}) painter.drawLine(QPointF(x * unit, 0), QPointF(x * unit, unit * 0.46));
    QPainterPath body;
    body.moveTo(-unit * 0.36, unit * 0.16);
    body.arcTo(QRectF(-unit * 0.42, -unit * 0.44, unit * 0.84, unit * 0.84), 210, -240);
    body.closeSubpath();
    painter.setPen(QPen(QColor(0x0b0d10), unit * 0.02));
    painter.setBrush(QColor(0x262b32));
    painter.drawPath(body);
    painter.setPen(QPen(QColor(255, 255, 255, 40), unit * 0.03));
    painter.drawLine(QPointF(-unit * 0.33, unit * 0.13), QPointF(unit * 0.33, unit * 0.13));
}

}  // namespace coroboard::gui
