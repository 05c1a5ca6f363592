// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane_list.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int borderPixels = 4;
constexpr int swatchWidth = 4;

class LaneDelegate final : public QStyledItemDelegate {
public:
    LaneDelegate(LaneModel& lanes, QObject* parent) : QStyledItemDelegate(parent), m_lanes(lanes) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& c = coloursFor(option.palette);
        const Lane& lane = m_lanes.lane(index.row());
        const QRect rect = option.rect;
        painter->fillRect(rect, option.state & QStyle::State_Selected ? c.selection : c.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), c.border);
        painter->fillRect(QRect(rect.left(), rect.top() + 3, swatchWidth, rect.height() - 7), laneColour(lane.colour, brightnessOf(option.palette)));
        QRect text = rect.adjusted(swatchWidth + spacing::normal, 0, -spacing::normal, -1);
        const QString value = m_lanes.value(index.row());
        painter->setFont(smallNumberFont());
        painter->setPen(c.muted);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, value);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(value) - spacing::tight);
        painter->setPen(c.text);
        painter->setFont(option.font);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, option.fontMetrics.elidedText(lane.title, Qt::ElideRight, text.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override { return {60, m_lanes.lane(index.row()).height}; }

private:
    LaneModel& m_lanes;
};

QIcon swatch(const QColor& colour)
{
    QPixmap picture(16, 16);
    picture.fill(colour);
    return picture;
}

const QStringList& colourNames()
{
    static const QStringList names{LaneList::tr("Teal"), LaneList::tr("Violet"), LaneList::tr("Ochre"), LaneList::tr("Blue"),
                                   LaneList::tr("Rose"), LaneList::tr("Moss"),   LaneList::tr("Clay"),  LaneList::tr("Slate")};
    return names;
}

}  // namespace

QFont smallNumberFont()
{
    QFont font = numberFont();
    font.setPointSizeF(font.pointSizeF() - 1);
    return font;
}

LaneList::LaneList(LaneModel& lanes, QWidget* parent) : QListView(parent), m_lanes(lanes)
{
    setObjectName(QStringLiteral("laneList"));
    setAccessibleName(tr("Lanes"));
    setModel(&lanes);
    setItemDelegate(new LaneDelegate(lanes, this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setMouseTracking(true);
    setMinimumWidth(72);
    connect(&lanes, &LaneModel::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

// The lane whose lower border is under the mouse, or -1.
int LaneList::borderAt(const QPoint& place) const
{
    for (int row = 0; row < m_lanes.rowCount(); ++row)
        if (std::abs(visualRect(m_lanes.index(row)).bottom() - place.y()) < borderPixels) return row;
    return -1;
}

void LaneList::moveCurrent(int by)
{
    const int row = currentIndex().row();
    m_lanes.move(row, row + by);
}

void LaneList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    const bool alt = event->modifiers() & Qt::AltModifier;
    if (event->key() == Qt::Key_Delete) m_lanes.remove(row);
    else if (alt && event->key() == Qt::Key_Up) moveCurrent(-1);
    else if (alt && event->key() == Qt::Key_Down) moveCurrent(1);
    else if (row >= 0 && event->key() == Qt::Key_Plus) m_lanes.setHeight(row, m_lanes.lane(row).height * 5 / 4);
    else if (row >= 0 && event->key() == Qt::Key_Minus) m_lanes.setHeight(row, m_lanes.lane(row).height * 4 / 5);
    else QListView::keyPressEvent(event);
}

void LaneList::contextMenuEvent(QContextMenuEvent* event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid()) return;
    const int row = index.row();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Rename"), this, [this, index] { edit(index); })->setShortcut(QKeySequence("F2"));
    if (m_lanes.lane(row).decode) menu->addAction(tr("&Decoder…"), this, [this, row] { Q_EMIT decodeAsked(row); });
    QMenu* colours = menu->addMenu(tr("&Colour"));
    for (int colour = 0; colour < laneColours; ++colour)
        colours->addAction(swatch(laneColour(colour, brightnessOf(palette()))), colourNames()[colour], this,
                           [this, row, colour] { m_lanes.setColour(row, colour); });
    menu->addSeparator();
    menu->addAction(tr("&Higher"), this, [this, row] { m_lanes.setHeight(row, m_lanes.lane(row).height * 3 / 2); });
    menu->addAction(tr("&Lower"), this, [this, row] { m_lanes.setHeight(row, m_lanes.lane(row).height * 2 / 3); });
    menu->addSeparator();
    menu->addAction(tr("Move &up"), this, [this, row] { m_lanes.move(row, row - 1); })->setEnabled(row > 0);
    menu->addAction(tr("Move &down"), this, [this, row] { m_lanes.move(row, row + 1); })->setEnabled(row + 1 < m_lanes.rowCount());
    menu->addSeparator();
    menu->addAction(icon(QStringLiteral("close")), tr("Re&move"), this, [this, row] { m_lanes.remove(row); });
    menu->popup(event->globalPos());
}

void LaneList::mousePressEvent(QMouseEvent* event)
{
    m_resized = event->button() == Qt::LeftButton ? borderAt(event->pos()) : -1;
    if (m_resized < 0) return QListView::mousePressEvent(event);
    m_resizedTop = visualRect(m_lanes.index(m_resized)).top();
}

void LaneList::mouseMoveEvent(QMouseEvent* event)
{
    if (m_resized >= 0) {
        m_lanes.setHeight(m_resized, event->pos().y() - m_resizedTop);
        return;
    }
    viewport()->setCursor(borderAt(event->pos()) >= 0 ? Qt::SizeVerCursor : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void LaneList::mouseReleaseEvent(QMouseEvent* event)
{
    m_resized = -1;
    QListView::mouseReleaseEvent(event);
}

}  // namespace coroboard::gui
