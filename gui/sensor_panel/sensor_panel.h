// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SensorPanel: every control of every part on the board, grouped by part, built from the models' descriptions: it knows no part by name.

#include <QMap>
#include <QScrollArea>
#include <QVBoxLayout>

#include "board/board_profile.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class ControlRow;

class SensorPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit SensorPanel(QWidget* parent = nullptr);

    // One part on the board with what it offers.
    struct Group {
        QString part;
        QString label;
        QString title;        // the model's full name
        std::vector<parts::ControlDescription> controls;
    };
    void setGroups(const std::vector<Group>& groups);
    void show(const simulation::Snapshot& snapshot);
    using QWidget::show;

    // Null if there is no such control.
    ControlRow* row(const QString& part, const QString& control) const;

Q_SIGNALS:
    void moved(const QString& part, const QString& control, double value);

private:
    QWidget* m_content = nullptr;
    QMap<QPair<QString, QString>, ControlRow*> m_rows;
};

// The groups of a board, from the part models this build knows; sensors and knobs before buttons.
std::vector<SensorPanel::Group> controlGroups(const board::BoardProfile& profile);

}  // namespace coroboard::gui
