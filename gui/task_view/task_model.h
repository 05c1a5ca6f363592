// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TaskModel: the coroutines of the loop as a tree: task → frames of its await chain (outermost first) → local variables.
// Successive snapshots are merged: a task keeps its row object as long as it lives, so selection and open branches stay.

#include <QAbstractItemModel>
#include <array>
#include <deque>
#include <memory>

#include "simulation/snapshot.h"

namespace coroboard::gui {

// Whose coroutines are shown.
enum class TaskScope { Program, Everything };

class TaskModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { TaskColumn, StateColumn, WaitsColumn, WhereColumn, ActivityColumn, ResumedColumn, CpuColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole, FileRole, LineRole, ProgressRole, RemainingRole, ActivityRole, KindRole, IdRole };
    enum class RowKind { Task, Frame, Local };
    Q_ENUM(RowKind)

    // How many samples the activity strip keeps; each holds how often the task was resumed between two updates.
    static constexpr int activitySamples = 60;

    explicit TaskModel(QObject* parent = nullptr);
    ~TaskModel() override;

    void show(std::shared_ptr<const simulation::Snapshot> snapshot);
    void setScope(TaskScope scope);
    TaskScope scope() const { return m_scope; }
    QModelIndex indexOfTask(quint64 id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row;
    void merge(const simulation::Snapshot& snapshot);
    void describe(Row& row, const simulation::TaskSnapshot& task, const simulation::Snapshot& snapshot);
    void mergeChain(Row& task, const std::vector<simulation::TaskSnapshot::Frame>& chain);
    void mergeLocals(Row& frame, const std::vector<simulation::TaskSnapshot::Local>& locals);
    void resizeChildren(Row& parent, std::size_t count, RowKind kind);
    bool shown(const simulation::TaskSnapshot& task) const;
    QModelIndex indexOf(const Row& row, int column) const;

    std::unique_ptr<Row> m_root;
    std::shared_ptr<const simulation::Snapshot> m_last;
    TaskScope m_scope = TaskScope::Program;
};

}  // namespace coroboard::gui
