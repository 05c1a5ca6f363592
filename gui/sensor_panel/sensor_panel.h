// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SensorPanel: every part on the board with what one can move, make move by itself and break, grouped by part, built from the models'
// descriptions: it knows no part by name. A filter finds a part among thirty; the board in space stands on top where something senses motion.

#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QScrollArea>
#include <QSet>
#include <QToolButton>
#include <QVBoxLayout>
#include <string>
#include <unordered_map>

#include "board/board_profile.h"
#include "sensor_panel/part_group.h"
#include "simulation/snapshot.h"

namespace coroboard::gui {

class ControlRow;
class MotionBox;

class SensorPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SensorPanel(QWidget* parent = nullptr);

    using Group = PartOffer;
    void setGroups(const std::vector<Group>& groups);
    void show(const simulation::Snapshot& snapshot);
    using QWidget::show;

    // Null if there is no such control, part or motion.
    ControlRow* row(const QString& part, const QString& control) const;
    PartGroup* group(const QString& part) const { return m_groups.value(part, nullptr); }
    MotionBox* motion() const { return m_motion; }
    QLineEdit& filter() const { return *m_filter; }

Q_SIGNALS:
    void moved(const QString& part, const QString& control, double value);
    void asked(const coroboard::simulation::Command& command);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildBar(QVBoxLayout& column);
    PartGroup* addGroup(const Group& group, QVBoxLayout& column);
    void addMotion(const Group& sensor, QVBoxLayout& column);
    void addLine(QVBoxLayout& column);
    void applyFilter();
    void setAllOpen(bool open);
    void playWorld(const QString& file);

    QLineEdit* m_filter = nullptr;
    QToolButton* m_more = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_content = nullptr;
    QLabel* m_nothing = nullptr;
    MotionBox* m_motion = nullptr;
    std::string m_motionPart;
    QMap<QString, PartGroup*> m_groups;
    std::vector<QWidget*> m_lines;
    QSet<QString> m_closed;
    // What a snapshot of a part is shown in.
    struct Shown {
        std::string control;
        std::string target;
        ControlRow* row = nullptr;
        PartGroup* group = nullptr;
    };
    std::unordered_map<std::string, std::vector<Shown>> m_rows;  // by part
};

// The groups of a board, from the part models this build knows: sensors and knobs, then buttons, then what has nothing to move.
std::vector<SensorPanel::Group> controlGroups(const board::BoardProfile& profile);

}  // namespace coroboard::gui
