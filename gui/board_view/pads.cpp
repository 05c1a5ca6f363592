// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/pads.h"

#include <QTransform>
#include <algorithm>
#include <cmath>

#include "simulation/part_catalogue.h"

namespace coroboard::gui {

namespace {

constexpr double widestPitch = 24;           // all in picture units, for a picture a thousand units wide
constexpr double narrowestPitch = 9;
constexpr double largestRadius = 6;
constexpr double firstLane = 12;
constexpr double laneDistance = 5;
constexpr int lanes = 7;
constexpr double cornerRadius = 7;

double lengthOf(QPointF v) { return std::hypot(v.x(), v.y()); }

// A path through these points with round corners.
QPainterPath rounded(const std::vector<QPointF>& corners)
{
    std::vector<QPointF> points;
    for (const QPointF& corner : corners)
        if (points.empty() || lengthOf(corner - points.back()) > 0.5) points.push_back(corner);
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF in = points[i] - points[i - 1];
        const QPointF out = points[i + 1] - points[i];
        const double reach = std::min({cornerRadius, lengthOf(in) / 2, lengthOf(out) / 2});
        path.lineTo(points[i] - in / lengthOf(in) * reach);
        path.quadTo(points[i], points[i] + out / lengthOf(out) * reach);
    }
    if (points.size() > 1) path.lineTo(points.back());
    return path;
}

double laneOffset(int lane) { return firstLane + laneDistance * (lane % lanes); }

// Whether the pin stands in a column, so that wires come from the side.
bool standsInColumn(const board::PinProfile& pin, const board::BoardProfile& profile)
{
    double nearest = profile.pictureWidth;
    bool column = false;
    for (const auto& other : profile.pins) {
        const QPointF away(other.place.x - pin.place.x, other.place.y - pin.place.y);
        if (const double distance = lengthOf(away); distance > 0 && distance < nearest) {
            nearest = distance;
            column = std::abs(away.y()) > std::abs(away.x());
        }
    }
    return column;
}

void addPads(std::vector<Pad>& pads, const board::PartProfile& part, const parts::PartDescription& description, double unit)
{
    const auto count = static_cast<int>(description.pins.size());
    const bool twoRows = count * narrowestPitch * unit > std::max(part.width, 30.0 * unit) * 1.2;
    const int below = twoRows ? (count + 1) / 2 : count;
    QTransform turn;
    turn.translate(part.place.x, part.place.y);
    turn.rotate(part.rotation);
    for (int i = 0; i < count; ++i) {
        const bool top = i >= below;
        const int inRow = top ? count - below : below;
        const int column = top ? count - 1 - i : i;
        const double pitch = std::clamp(part.width / std::max(1, inRow), narrowestPitch * unit, widestPitch * unit);
        Pad pad;
        pad.part = part.id;
        pad.pin = description.pins[static_cast<std::size_t>(i)];
        pad.radius = std::min(pitch * 0.36, largestRadius * unit);
        const double y = part.height / 2 + pad.radius;
        pad.place = turn.map(QPointF((column - (inRow - 1) / 2.0) * pitch, top ? -y : y));
        pad.outward = turn.map(QPointF(0, top ? -1 : 1)) - turn.map(QPointF(0, 0));
        if (const auto wire = part.wires.find(pad.pin.id); wire != part.wires.end() && wire->second != board::unconnected) pad.wire = wire->second;
        pads.push_back(pad);
    }
}

}  // namespace

std::vector<Pad> padsOf(const board::BoardProfile& profile)
{
    std::vector<Pad> pads;
    const double unit = profile.pictureWidth / 1000;
    for (const auto& part : profile.parts)
        if (const auto* description = simulation::describeModel(part.model)) addPads(pads, part, *description, unit);
    return pads;
}

QPainterPath wireBetween(const Pad& pad, const board::PinProfile& pin, const board::BoardProfile& profile, int lane)
{
    const QPointF to(pin.place.x, pin.place.y);
    const QPointF out = pad.place + pad.outward * laneOffset(lane);
    if (!standsInColumn(pin, profile)) return rounded({pad.place, out, {to.x(), out.y()}, to});
    const double side = pad.place.x() > to.x() ? 1 : -1;
    const double turn = to.x() + side * 1.4 * laneOffset(lane);
    return rounded({pad.place, out, {turn, out.y()}, {turn, to.y()}, to});
}

QPainterPath wireBetween(const Pad& from, const Pad& to, int lane)
{
    const QPointF out = from.place + from.outward * laneOffset(lane);
    const QPointF in = to.place + to.outward * laneOffset(lane + 2);
    return rounded({from.place, out, {in.x(), out.y()}, in, to.place});
}

}  // namespace coroboard::gui
