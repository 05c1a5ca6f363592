// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PartGroup: one part on the board with what one can move of it, under a heading that folds it away, and what can break of it: a menu of
// faults, and a badge that says what is broken. It knows no part by name. A lone button or switch, and a part with nothing to move, are one
// line.

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>
#include <vector>

#include "parts/part_view.h"
#include "sensor_panel/control_row.h"
#include "simulation/command.h"

namespace coroboard::gui {

class SteadyText;

// One part on the board with what it offers.
struct PartOffer {
    QString part;
    QString label;
    QString title;  // the model's full name
    std::vector<parts::ControlDescription> controls;
    struct Pin {
        QString id;
        QString label;
        QString wire;
        bool rail = false;
    };
    std::vector<Pin> pins = {};
};

class PartGroup final : public QWidget {
    Q_OBJECT

public:
    explicit PartGroup(PartOffer offer, QWidget* parent = nullptr);

    const PartOffer& offer() const { return m_offer; }
    const std::vector<ControlRow*>& rows() const { return m_rows; }

    bool isOpen() const;
    void setOpen(bool open);
    // Whether every word is in its label, title, id or the names of its controls.
    bool matches(const QStringList& words) const;
    // All faults of the board.
    void showFaults(const std::vector<board::Fault>& faults);
    // Also something that is shown above the controls.
    void addOnTop(QWidget* widget) { m_body->insertWidget(0, widget); }

Q_SIGNALS:
    void moved(const QString& part, const QString& control, double value);
    void asked(const coroboard::simulation::Command& command);
    void opened(bool open);

private:
    void buildHeading();
    void buildRows();
    ControlRow* addRow(const parts::ControlDescription& control, ControlRow::Says says);
    void fillFaultMenu();
    void addFault(QMenu& menu, const QString& text, board::FaultKind kind, const QString& place);
    bool has(const board::Fault& fault) const;

    PartOffer m_offer;
    std::vector<ControlRow*> m_rows;
    QToolButton* m_heading = nullptr;  // null for those of one line
    QWidget* m_bodyWidget = nullptr;
    QVBoxLayout* m_body = nullptr;
    SteadyText* m_badge = nullptr;
    QToolButton* m_faultButton = nullptr;
    std::vector<board::Fault> m_faults;  // of this part and its wires
};

// What moves it in the engine: the name of its quantity, or PART.CONTROL.
std::string targetOf(const QString& part, const parts::ControlDescription& control);

// "Wire cut: signal"
QString faultText(const board::Fault& fault);

}  // namespace coroboard::gui
