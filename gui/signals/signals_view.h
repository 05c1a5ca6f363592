// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SignalsView: the logic analyser as a dock: the names of the lanes, the plot, and a line that reads out the cursors. GUI thread.
// It takes values: a board's profile and snapshots. What it can do is in actions(), for the dock's title and for menus.

#include <QAction>
#include <QElapsedTimer>
#include <QFrame>
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

class DecodeForm;
class SignalFile;
class TriggerForm;

class SignalsView final : public QWidget {
    Q_OBJECT

public:
    explicit SignalsView(QWidget* parent = nullptr);

    // Begins with the lanes that were remembered (lanesChanged), or with the board's wired pins.
    void setBoard(const board::BoardProfile& profile, const QByteArray& remembered = {});
    void show(const simulation::Snapshot& snapshot);
    using QWidget::show;

    LaneModel& lanes() { return m_lanes; }
    SignalsCanvas& canvas() const { return *m_canvas; }
    LaneList& list() const { return *m_list; }
    DecodeForm& decodeForm() const { return *m_decodeForm; }
    TriggerForm& triggerForm() const { return *m_triggerForm; }
    QLabel& readOut() const { return *m_readOut; }
    const QList<QAction*>& tools() const { return m_tools; }

    enum class Exported { Visible, Everything };
    // Writes the lanes that are shown; the ending says as what: .vcd, .csv, or .png for a picture of the view as it is.
    void exportTo(const QString& path, Exported what);

Q_SIGNALS:
    // Somebody arranged the lanes anew: what to remember for this board.
    void lanesChanged(const QString& board, const QByteArray& lanes);
    // Something to tell that does not belong into the plot.
    void told(const QString& text);
    void failed(const QString& text);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildTools();
    void buildExport();
    void askExport(Exported what);
    void toggleTrigger();
    QStringList pinNames() const;
    QStringList triggerTexts() const;
    QAction* tool(const char* name, const QString& text, const QString& icon, const QString& key);
    QWidget* buildLeft();
    QWidget* buildRight();
    void wire();
    void fillAddMenu();
    void fillDecodeMenu(QMenu& menu);
    void openDecodeForm(const trace::decode::DecodeSettings& settings, int row);
    Lane pinLane(const std::string& pin) const;
    void addLane(Lane lane);
    void addDecoded(const trace::decode::DecodeSettings& settings);
    void fitScroll();
    void refreshReadOut();
    void refreshValues();
    QString measuredText(double a, double b) const;

    board::BoardProfile m_profile;
    LaneModel m_lanes;
    std::vector<simulation::PinSnapshot> m_pins;
    trace::SignalCapture m_pending;                          // not shown while the dock is hidden
    SignalsCanvas* m_canvas = nullptr;
    LaneList* m_list = nullptr;
    QScrollBar* m_scroll = nullptr;
    QLabel* m_readOut = nullptr;
    DecodeForm* m_decodeForm = nullptr;
    TriggerForm* m_triggerForm = nullptr;
    SignalFile* m_file = nullptr;
    QString m_exportFolder;
    QElapsedTimer m_sinceValues;
    QWidget* m_picture = nullptr;                            // names and plot
    int m_redecoded = -1;                                    // the lane whose settings are in the form
    QMenu* m_addMenu = nullptr;
    QAction* m_follow = nullptr;
    QAction* m_armed = nullptr;
    QList<QAction*> m_tools;
};

}  // namespace coroboard::gui
