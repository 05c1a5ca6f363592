// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/buzzer_item.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr double tagHeight = 24;         // in the picture's units, as a sensor's
constexpr QColor waveColour(0xff, 0xd3, 0x7a);
constexpr int periods = 3;

// As much as one hears.
QString toneText(double hertz)
{
    return hertz < 1000 ? QStringLiteral("%1 Hz").arg(hertz, 0, 'f', 0) : QStringLiteral("%1 kHz").arg(hertz / 1000, 0, 'f', 2);
}

// A square wave with its duty, from the left to the right of the area.
QPainterPath squareWave(const QRectF& area, double duty)
{
    QPainterPath path(area.bottomLeft());
    const double period = area.width() / periods;
    for (int i = 0; i < periods; ++i) {
        const double rise = area.left() + i * period;
        const double fall = rise + std::clamp(duty, 0.05, 0.95) * period;
        path.lineTo(rise, area.top());
        path.lineTo(fall, area.top());
        path.lineTo(fall, area.bottom());
        path.lineTo(rise + period, area.bottom());
    }
    return path;
}

}  // namespace

BuzzerItem::BuzzerItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(60, 60))
{
}

QRectF BuzzerItem::tagBox() const { return QRectF(-tagHeight * 2.6, box().bottom() - tagHeight * 0.4, tagHeight * 5.2, tagHeight); }

QRectF BuzzerItem::boundingRect() const { return box().united(tagBox()).adjusted(-2, -2, 2, 2); }

void BuzzerItem::viewChanged(const parts::PartView& before)
{
    for (const char* name : {"sounding", "frequency", "duty"})
        if (before.value(name) != view().value(name)) return update();
}

QString BuzzerItem::summary() const
{
    const QString state = sounds() ? tr("sounds at %1, duty %2 %").arg(toneText(view().value("frequency"))).arg(view().value("duty") * 100, 0, 'f', 0)
                                   : tr("silent");
    return PartItem::summary() + QStringLiteral("<br>") + state;
}

void BuzzerItem::paintBody(QPainter& painter) const
{
    const double unit = std::min(box().width(), box().height());
    painter.setPen(QPen(QColor(0x0b0d10), unit * 0.02));
    painter.setBrush(QColor(0x23272e));
    painter.drawEllipse(QPointF(0, 0), unit * 0.47, unit * 0.47);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 26), unit * 0.025));
    painter.drawEllipse(QPointF(0, 0), unit * 0.36, unit * 0.36);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x07080a));
    painter.drawEllipse(QPointF(0, 0), unit * 0.08, unit * 0.08);
}

void BuzzerItem::paintTag(QPainter& painter) const
{
    const QRectF tag = tagBox();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(waveColour, tagHeight * 0.07, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.drawPath(squareWave(QRectF(tag.left() + tagHeight * 0.5, tag.top() + tagHeight * 0.28, tagHeight * 1.6, tagHeight * 0.44), view().value("duty")));
    QFont font = QApplication::font();
    font.setPixelSize(static_cast<int>(tagHeight * 0.62));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(QColor(0xf2f5f8));
    painter.drawText(tag.adjusted(tagHeight * 2.3, 0, -tagHeight * 0.4, 0), Qt::AlignVCenter | Qt::AlignLeft, toneText(view().value("frequency")));
}

void BuzzerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    m_body.paint(*painter, box(), [this](QPainter& still) { paintBody(still); });
    if (!sounds()) return;
    const double unit = std::min(box().width(), box().height());
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(waveColour, unit * 0.04, Qt::SolidLine, Qt::RoundCap));
    for (double radius : {0.18, 0.27, 0.36}) {
        const QRectF wave(-radius * unit, -radius * unit, 2 * radius * unit, 2 * radius * unit);
        painter->drawArc(wave, -35 * 16, 70 * 16);
        painter->drawArc(wave, 145 * 16, 70 * 16);
    }
    paintTag(*painter);
}

}  // namespace coroboard::gui
