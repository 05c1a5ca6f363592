// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PartItem: one part on the board's picture. It paints what its last PartView says and tells what a person does to it; it never changes
// its own state from the mouse alone: what is seen is what the engine answered. Coordinates are the picture's, the origin is the part's
// place. A drawing is chosen by model (makePartItem); a model without a drawing of its own gets a plain labelled chip.

#include <QGraphicsObject>

#include "board/board_profile.h"
#include "parts/part_view.h"

namespace coroboard::gui {

class PartItem : public QGraphicsObject {
    Q_OBJECT

public:
    // `description` may be null when this build does not know the model; it outlives the item.
    PartItem(const board::PartProfile& profile, const parts::PartDescription* description, QSizeF ownSize);

    QString id() const { return QString::fromStdString(m_profile.id); }
    QString label() const { return QString::fromStdString(m_profile.label.empty() ? m_profile.id : m_profile.label); }
    QString key() const { return QString::fromStdString(m_profile.key); }

    void show(const parts::PartView& view);
    using QGraphicsObject::show;

    // The keyboard's way in: holds the part's first button, or puts its switch over; parts without either ignore it.
    virtual void press();
    virtual void release();

    // Whether the wheel over it moves something; otherwise it zooms.
    virtual bool takesWheel() const { return control() && control()->kind == parts::ControlKind::Slider; }

    // What the bubble beside the pointer says, in rich text.
    virtual QString summary() const;

    // What of it is the part itself, without glow and tags.
    QRectF body() const { return box(); }

    // Glow and tags are nothing to point at.
    QPainterPath shape() const override;
    QRectF boundingRect() const override { return box().adjusted(-2, -2, 2, 2); }

Q_SIGNALS:
    void moved(const QString& control, double value);
    void hovered(bool inside);

protected:
    // The view has changed; repaint only when it shows.
    virtual void viewChanged(const parts::PartView& before) = 0;

    QRectF box() const { return QRectF(-m_size.width() / 2, -m_size.height() / 2, m_size.width(), m_size.height()); }
    const board::PartProfile& profile() const { return m_profile; }
    const parts::PartView& view() const { return m_view; }
    const parts::ControlDescription* control() const;
    const std::vector<parts::ControlDescription>& controls() const;
    const parts::ControlView* controlView() const;

    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;

private:
    // The first control that is no slider; -1: none.
    int switchNumber() const;

    board::PartProfile m_profile;
    const parts::PartDescription* m_description;
    QSizeF m_size;
    parts::PartView m_view;
};

PartItem* makePartItem(const board::PartProfile& profile, const parts::PartDescription* description);

}  // namespace coroboard::gui
