// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/wires.h"

#include <QHash>
#include <QPainter>
#include <algorithm>

#include "signals/lane.h"

namespace coroboard::gui {

namespace {

const QColor casing(0, 0, 0, 150);
const QColor supplyColour(0xff5a4f);
const QColor groundColour(0x15181d);
const QColor padMetal(0xe3c565);

}  // namespace

QColor wireColour(const board::BoardProfile& profile, const std::string& wire)
{
    for (std::size_t i = 0; i < profile.pins.size(); ++i)
        if (profile.pins[i].name == wire) return laneColour(static_cast<int>(i) % laneColours, Brightness::Dark);
    for (std::size_t i = 0; i < profile.nets.size(); ++i)
        if (profile.nets[i] == wire) return laneColour(static_cast<int>(i + 3) % laneColours, Brightness::Dark);
    return QColor(0x9aa2ad);
}

std::vector<DrawnWire> wiresOf(const board::BoardProfile& profile, const std::vector<Pad>& pads)
{
    std::vector<DrawnWire> wires;
    QHash<QString, std::size_t> lastOfNet;
    for (std::size_t i = 0; i < pads.size(); ++i) {
        const Pad& pad = pads[i];
        const int lane = static_cast<int>(wires.size());
        if (const auto* pin = profile.pin(pad.wire)) {
            wires.push_back({i, wireBetween(pad, *pin, profile, lane), wireColour(profile, pad.wire)});
        } else if (std::count(profile.nets.begin(), profile.nets.end(), pad.wire)) {
            const QString net = QString::fromStdString(pad.wire);
            if (lastOfNet.contains(net)) wires.push_back({i, wireBetween(pad, pads[lastOfNet[net]], lane), wireColour(profile, pad.wire)});
            lastOfNet.insert(net, i);
        }
    }
    return wires;
}

void paintWire(QPainter& painter, const DrawnWire& wire, double width, double unit, WireLook look)
{
    const bool lit = look == WireLook::Lit;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lit ? QColor(255, 255, 255, 220) : casing, width + (lit ? 2.6 : 1.6) * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wire.path);
    painter.setPen(QPen(wire.colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(wire.path);
    painter.setPen(QPen(casing, unit));
    painter.setBrush(wire.colour);
    painter.drawEllipse(wire.path.currentPosition(), 4 * unit, 4 * unit);
}

// The usual signs: three bars for ground, one bar for the supply.
void paintRail(QPainter& painter, const Pad& pad)
{
    const QPointF across(-pad.outward.y(), pad.outward.x());
    const QPointF end = pad.place + pad.outward * pad.radius * 2.6;
    const bool ground = pad.wire == "GND";
    const auto bar = [&](double along, double half) {
        const QPointF middle = end + pad.outward * pad.radius * along;
        painter.drawLine(middle - across * pad.radius * half, middle + across * pad.radius * half);
    };
    for (bool outline : {true, false}) {
        const QColor colour = ground ? groundColour : supplyColour;
        painter.setPen(QPen(outline ? QColor(255, 255, 255, ground ? 190 : 120) : colour, pad.radius * (outline ? 0.85 : 0.45), Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(pad.place, end);
        bar(0, 1.2);
        if (!ground) continue;
        bar(0.8, 0.75);
        bar(1.6, 0.25);
    }
}

void paintPad(QPainter& painter, const Pad& pad, const QColor& wire)
{
    painter.setPen(QPen(QColor(0x20242b), pad.radius * 0.3));
    const bool wired = !pad.wire.empty();
    painter.setBrush(pad.wire == "GND" ? groundColour : pad.wire == "3V3" ? supplyColour : wired ? wire : padMetal);
    painter.drawEllipse(pad.place, pad.radius, pad.radius);
    if (wired) return;
    painter.setBrush(QColor(0x20242b));
    painter.drawEllipse(pad.place, pad.radius * 0.5, pad.radius * 0.5);
}

WiresItem::WiresItem(const board::BoardProfile& profile)
    : m_pads(padsOf(profile)), m_wires(wiresOf(profile, m_pads)), m_bounds(0, 0, profile.pictureWidth, profile.pictureHeight), m_unit(profile.pictureWidth / 1000)
{
    for (const Pad& pad : m_pads) {
        m_colours.push_back(wireColour(profile, pad.wire));
        m_bounds |= QRectF(pad.place - QPointF(30, 30) * m_unit, QSizeF(60, 60) * m_unit);
    }
    for (const DrawnWire& wire : m_wires) m_bounds |= wire.path.boundingRect().adjusted(-6 * m_unit, -6 * m_unit, 6 * m_unit, 6 * m_unit);
    setZValue(3);
    setAcceptedMouseButtons(Qt::NoButton);
    setCacheMode(QGraphicsItem::DeviceCoordinateCache);
}

void WiresItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const DrawnWire& wire : m_wires) paintWire(*painter, wire, 3.2 * m_unit, m_unit, WireLook::Plain);
    for (std::size_t i = 0; i < m_pads.size(); ++i) {
        if (m_pads[i].wire.empty()) continue;
        if (isRail(m_pads[i])) paintRail(*painter, m_pads[i]);
        paintPad(*painter, m_pads[i], m_colours[i]);
    }
}

}  // namespace coroboard::gui
