// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneModel: the lanes of the logic analyser in their order, and everything one may do with them: rename, move, colour, resize, remove,
// add. One row a lane; the list on the left edits it, the plot on the right draws it.

#include <QAbstractListModel>
#include <QStringList>
#include <vector>

#include "signals/lane.h"

namespace coroboard::gui {

class LaneModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    const std::vector<Lane>& lanes() const { return m_lanes; }
    const Lane& lane(int row) const { return m_lanes[static_cast<std::size_t>(row)]; }
    // -1 if the signal has no lane.
    int find(const QString& signal) const;

    void setLanes(std::vector<Lane> lanes);
    void insert(int row, Lane lane);
    void remove(int row);
    // The lane of `row` comes to stand at `to`.
    void move(int row, int to);
    void setColour(int row, int colour);
    void setHeight(int row, int height);
    // What a decoded lane decodes, and its name with it.
    void setDecode(int row, const trace::decode::DecodeSettings& settings, const QString& title);

    // What each lane shows where one looks (cursor A, or now); beside its name.
    void setValues(const QStringList& values);
    QString value(int row) const { return m_values.value(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;

Q_SIGNALS:
    // Anything about the lanes is different now.
    void changed();

private:
    void tellChanged(int row);

    std::vector<Lane> m_lanes;
    QStringList m_values;
};

}  // namespace coroboard::gui
