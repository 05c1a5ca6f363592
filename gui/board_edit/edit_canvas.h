// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EditCanvas: the board while it is edited: parts lie still and are moved, turned, copied and removed; wires are pulled from pad to pin.
// Left button on a part selects and moves it (Ctrl adds to the selection), on a pad or a pin it pulls a wire, on the ground it draws a
// frame around parts. Arrows move by a step of the grid, with Shift by one unit. It changes nothing itself: all goes through BoardEditor.

#include <QAction>
#include <QHash>

#include "board_edit/board_editor.h"
#include "board_view/board_canvas.h"
#include "board_view/wires.h"

namespace coroboard::gui {

class PartItem;

// What the palette lets go of over the board: the name of a model.
inline constexpr auto partMimeType = "application/x-coroboard-part";

class EditCanvas final : public BoardCanvas {
    Q_OBJECT

public:
    // The editor outlives the canvas.
    explicit EditCanvas(BoardEditor& editor, QWidget* parent = nullptr);

    QAction* rotateAction() const { return m_rotate; }
    QAction* duplicateAction() const { return m_duplicate; }
    QAction* removeAction() const { return m_remove; }
    // Puts a part in the middle of what is seen.
    void addInMiddle(const QString& model);

    // Where things are in the viewport, for tests and tours. They must be there.
    QPoint placeOfPart(const QString& part) const;
    QPoint placeOfPad(const QString& part, const QString& pin) const;
    QPoint placeOfPin(const QString& pin) const;

Q_SIGNALS:
    // A part was double-clicked: show what it is made of.
    void inspectAsked();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    // What is under the pointer.
    struct Target {
        const Pad* pad = nullptr;
        QString part;
        const board::PinProfile* pin = nullptr;
        const Pad* wire = nullptr;
    };
    // What the left button is doing.
    enum class Doing { Nothing, Moving, Wiring, Framing };

    void layOutBoard();
    void layOutParts();
    void layOutWires(const board::BoardProfile& profile);
    PartItem* makeItem(const board::PartProfile& part);
    Target targetAt(QPoint at) const;
    const Pad* padOf(const board::PartPin& pin) const;
    QPointF snapped(QPointF place) const;
    void moveTo(QPoint at);
    void finishWire(QPoint at);
    void letGo();
    void explain(const Target& target);
    void updateActions();

    // edit_canvas_painting.cpp
    void paintGrid(QPainter& painter) const;
    void paintWires(QPainter& painter) const;
    void paintPads(QPainter& painter) const;
    void paintPadName(QPainter& painter, const Pad& pad) const;
    void paintSelection(QPainter& painter) const;
    void paintProblems(QPainter& painter) const;
    void paintPull(QPainter& painter) const;
    double pixel() const { return 1 / transform().m11(); }

    BoardEditor& m_editor;
    QAction* m_rotate;
    QAction* m_duplicate;
    QAction* m_remove;
    QHash<QString, PartItem*> m_items;
    std::vector<Pad> m_pads;
    std::vector<DrawnWire> m_wires;
    double m_pinRadius = 4;
    PartItem* m_ghost = nullptr;             // of the part that is dragged over
    Doing m_doing = Doing::Nothing;
    QPointF m_from;                          // where the button went down, in the scene
    QPointF m_now;                           // where the pointer is
    QPointF m_moved;                         // how far the selection is from its place
    QString m_grip;                          // the part that was taken hold of
    std::optional<board::PartPin> m_pulledPad;   // where a wire is pulled from: a pad
    QString m_pulledPin;                         // or a pin
    Target m_under;
};

}  // namespace coroboard::gui
