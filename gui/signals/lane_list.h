// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneList: the names of the lanes, left of the plot, each as high as its lane. F2 or a double click renames, dragging and Alt+Up/Down
// reorder, Delete removes, the menu colours and resizes; dragging a name's lower border changes the lane's height.

#include <QListView>

#include "signals/lane_model.h"

namespace coroboard::gui {

// The figures of lanes and ruler.
QFont smallNumberFont();

class LaneList final : public QListView {
    Q_OBJECT

public:
    explicit LaneList(LaneModel& lanes, QWidget* parent = nullptr);

Q_SIGNALS:
    // The settings of a decoded lane are wanted.
    void decodeAsked(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    int borderAt(const QPoint& place) const;
    void moveCurrent(int by);

    LaneModel& m_lanes;
    int m_resized = -1;
    int m_resizedTop = 0;
};

}  // namespace coroboard::gui
