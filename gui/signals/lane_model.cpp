// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/lane_model.h"

#include <QSize>
#include <algorithm>

namespace coroboard::gui {

int LaneModel::find(const QString& signal) const
{
    const auto found = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const Lane& lane) { return lane.signal == signal; });
    return found == m_lanes.end() ? -1 : static_cast<int>(found - m_lanes.begin());
}

void LaneModel::setLanes(std::vector<Lane> lanes)
{
    beginResetModel();
    m_lanes = std::move(lanes);
    endResetModel();
    Q_EMIT changed();
}

void LaneModel::insert(int row, Lane lane)
{
    row = std::clamp(row, 0, rowCount());
    beginInsertRows({}, row, row);
    m_lanes.insert(m_lanes.begin() + row, std::move(lane));
    endInsertRows();
    Q_EMIT changed();
}

void LaneModel::remove(int row)
{
    if (row < 0 || row >= rowCount()) return;
    beginRemoveRows({}, row, row);
    m_lanes.erase(m_lanes.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void LaneModel::move(int row, int to)
{
    if (row < 0 || row >= rowCount() || to < 0 || to >= rowCount() || row == to) return;
    moveRows({}, row, 1, {}, to > row ? to + 1 : to);
}

bool LaneModel::moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before)
{
    if (count != 1 || !beginMoveRows(from, row, row, to, before)) return false;
    const auto first = m_lanes.begin() + row;
    if (before > row) std::rotate(first, first + 1, m_lanes.begin() + before);
    else std::rotate(m_lanes.begin() + before, first, first + 1);
    endMoveRows();
    Q_EMIT changed();
    return true;
}

void LaneModel::setColour(int row, int colour)
{
    if (row < 0 || row >= rowCount()) return;
    m_lanes[static_cast<std::size_t>(row)].colour = colour;
    tellChanged(row);
}

void LaneModel::setHeight(int row, int height)
{
    if (row < 0 || row >= rowCount()) return;
    m_lanes[static_cast<std::size_t>(row)].height = std::clamp(height, Lane::lowest, Lane::highest);
    tellChanged(row);
}

void LaneModel::setDecode(int row, const trace::decode::DecodeSettings& settings, const QString& title)
{
    if (row < 0 || row >= rowCount()) return;
    Lane& lane = m_lanes[static_cast<std::size_t>(row)];
    lane.decode = settings;
    lane.title = title;
    tellChanged(row);
}

void LaneModel::setValues(const QStringList& values)
{
    if (values == m_values || m_lanes.empty()) return;
    m_values = values;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::AccessibleTextRole});
}

void LaneModel::tellChanged(int row)
{
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

int LaneModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lanes.size()); }

QVariant LaneModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Lane& lane = this->lane(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return lane.title;
    case Qt::SizeHintRole: return QSize(60, lane.height);
    case Qt::AccessibleTextRole: return QStringLiteral("%1 %2").arg(lane.title, value(index.row()));
    case Qt::ToolTipRole: return tr("%1: F2 renames, Alt+Up and Alt+Down move, Delete removes").arg(lane.decode ? lane.title : lane.signal);
    case Qt::AccessibleDescriptionRole: return lane.kind == LaneKind::Digital  ? tr("Digital lane")
                                              : lane.kind == LaneKind::Analog ? tr("Analog lane")
                                                                              : tr("Decoded lane");
    default: return {};
    }
}

bool LaneModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString title = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || title.isEmpty()) return false;
    m_lanes[static_cast<std::size_t>(index.row())].title = title;
    tellChanged(index.row());
    return true;
}

Qt::ItemFlags LaneModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

}  // namespace coroboard::gui
