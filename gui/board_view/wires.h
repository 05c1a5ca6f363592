// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Wires: the wires of a board as they are drawn, in the colour of their pin, and the signs of ground and supply; while the board is edited
// and, if one likes, while it runs.

#include <QColor>
#include <QGraphicsItem>
#include <QPainterPath>
#include <vector>

#include "board_view/pads.h"

namespace coroboard::gui {

struct DrawnWire {
    std::size_t pad = 0;                     // where it begins
    QPainterPath path;
    QColor colour;
};

QColor wireColour(const board::BoardProfile& profile, const std::string& wire);

// Of every pad that is on a pin of the board or on a net with others.
std::vector<DrawnWire> wiresOf(const board::BoardProfile& profile, const std::vector<Pad>& pads);

enum class WireLook { Plain, Lit };
void paintWire(QPainter& painter, const DrawnWire& wire, double width, double unit, WireLook look);
// The sign of the rail a pad is on.
void paintRail(QPainter& painter, const Pad& pad);
// The pad itself.
void paintPad(QPainter& painter, const Pad& pad, const QColor& wire);

inline bool isRail(const Pad& pad) { return pad.wire == "GND" || pad.wire == "3V3"; }

// All wires of a board that runs, between the picture and what lights up.
class WiresItem final : public QGraphicsItem {
public:
    explicit WiresItem(const board::BoardProfile& profile);

    QRectF boundingRect() const override { return m_bounds; }
    QPainterPath shape() const override { return {}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    std::vector<Pad> m_pads;
    std::vector<DrawnWire> m_wires;
    std::vector<QColor> m_colours;           // of the pads
    QRectF m_bounds;
    double m_unit;
};

}  // namespace coroboard::gui
