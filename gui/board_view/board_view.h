// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardView: the board's picture with its living parts. It takes a profile and snapshots, and tells what a person moves; it knows no
// engine. Keys of the profile press their parts, hovering says what is there; once zoomed in, dragging the ground moves it.

#include <QHash>

#include "board_view/board_canvas.h"
#include "board_view/pin_item.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class PartItem;
class WiresItem;

enum class WiresShown { No, Yes };

class BoardView final : public BoardCanvas {
    Q_OBJECT

public:
    explicit BoardView(QWidget* parent = nullptr);

    void setBoard(const board::BoardProfile& profile);
    void show(const simulation::Snapshot& snapshot);
    // Whether its wires are drawn; boards whose picture has them printed look better without.
    void setWiresShown(WiresShown shown);
    using QWidget::show;

    // Null if there is no such part or pin.
    PartItem* part(const QString& id) const { return m_parts.value(id); }
    PinItem* pin(const QString& name) const { return m_pins.value(name); }

Q_SIGNALS:
    void moved(const QString& part, const QString& control, double value);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void zoomed() override;

private:
    void explain(QGraphicsItem* item);
    void showBubble();
    PartItem* partOfKey(const QKeyEvent& event) const;
    std::optional<PinItem::Wave> waveOf(const PinItem& pin) const;

    QHash<QString, PartItem*> m_parts;
    QHash<QString, PinItem*> m_pins;
    WiresItem* m_wires = nullptr;
    WiresShown m_wiresShown = WiresShown::No;
    QList<PartItem*> m_held;             // pressed by key
    QGraphicsItem* m_explained = nullptr;
    trace::SignalCapture m_signals;      // as of the last snapshot
};

}  // namespace coroboard::gui
