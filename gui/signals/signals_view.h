// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SignalsView: the logic analyser as a dock: the names of the lanes, the plot, and a line that reads out the cursors. GUI thread.
// It takes values: a board's profile and snapshots. What it can do is in actions(), for the dock's title and for menus.

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

#include "board/board_profile.h"
#include "signals/lane_list.h"
#include "signals/lane_model.h"
#include "signals/signals_canvas.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class SignalsView final : public QWidget {
    Q_OBJECT

public:
    explicit SignalsView(QWidget* parent = nullptr);

    // Begins with the lanes of the board's wired pins.
    void setBoard(const board::BoardProfile& profile);
    void show(const simulation::Snapshot& snapshot);
    using QWidget::show;

    LaneModel& lanes() { return m_lanes; }
    SignalsCanvas& canvas() const { return *m_canvas; }
    LaneList& list() const { return *m_list; }
    QLabel& readOut() const { return *m_readOut; }
    const QList<QAction*>& tools() const { return m_tools; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTools();
    QAction* tool(const char* name, const QString& text, const QString& icon, const QString& key);
    QWidget* buildLeft();
    QWidget* buildRight();
    void wire();
    void fillAddMenu();
    void fitScroll();
    void refreshReadOut();

    board::BoardProfile m_profile;
    LaneModel m_lanes;
    trace::SignalCapture m_pending;                          // not shown while the dock is hidden
    SignalsCanvas* m_canvas = nullptr;
    LaneList* m_list = nullptr;
    QScrollBar* m_scroll = nullptr;
    QLabel* m_readOut = nullptr;
    QMenu* m_addMenu = nullptr;
    QAction* m_follow = nullptr;
    QList<QAction*> m_tools;
};

}  // namespace coroboard::gui
