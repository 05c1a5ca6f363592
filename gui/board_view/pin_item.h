// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PinItem: a pin on the board's edge: a dot that shows its level where the program uses it, and what a voltmeter says on hover.

#include <QGraphicsObject>
#include <QStringList>
#include <optional>

#include "board/board_profile.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class PinItem final : public QGraphicsObject {
    Q_OBJECT

public:
    PinItem(const board::PinProfile& profile, double radius);

    QString name() const { return QString::fromStdString(m_profile.name); }
    void show(const simulation::PinSnapshot& pin, time::VirtualTime now);
    using QGraphicsObject::show;
    // What hangs on it, for the bubble: "Red LED: anode".
    void setConnected(const QStringList& connected) { m_connected = connected; }
    // Its PWM, when it has one now.
    struct Wave {
        double frequency = 0;
        double duty = 0;
    };
    QString summary(const std::optional<Wave>& wave = {}) const;

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

Q_SIGNALS:
    void hovered(bool inside);

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    board::PinProfile m_profile;
    double m_radius;
    simulation::PinSnapshot m_pin;
    QStringList m_connected;
    time::VirtualTime m_now{};
    bool m_hovered = false;
};

}  // namespace coroboard::gui
