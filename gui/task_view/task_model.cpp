// SPDX-License-Identifier: GPL-3.0-or-later
#include "task_view/task_model.h"

#include <QLocale>
#include <algorithm>

#include "transport/time_text.h"

namespace coroboard::gui {

namespace {

// The engine's words for states, as people read them; one that is not known here stays.
QString stateWord(const QString& state)
{
    if (state == QLatin1String("inert")) return TaskModel::tr("inert");
    if (state == QLatin1String("ready")) return TaskModel::tr("ready");
    if (state == QLatin1String("running")) return TaskModel::tr("running");
    if (state == QLatin1String("suspended")) return TaskModel::tr("suspended");
    if (state == QLatin1String("cancelling")) return TaskModel::tr("cancelling");
    if (state == QLatin1String("finished")) return TaskModel::tr("finished");
    if (state == QLatin1String("failed")) return TaskModel::tr("failed");
    return state;
}

}  // namespace

struct TaskModel::Row {
    Row* parent = nullptr;
    RowKind kind = RowKind::Task;
    std::vector<std::unique_ptr<Row>> children;
    quint64 id = 0;
    std::array<QString, ColumnCount> texts;
    QString state;
    QString file;
    int line = 0;
    double progress = -1;                // of the wait, 0…1; less than 0: no deadline
    QString remaining;
    time::VirtualTime deadline{};
    time::VirtualTime waitBegan{};
    std::uint64_t resumed = 0;
    std::deque<int> activity;

    int place() const
    {
        const auto& siblings = parent->children;
        return static_cast<int>(std::find_if(siblings.begin(), siblings.end(), [this](const auto& r) { return r.get() == this; }) -
                                siblings.begin());
    }
};

TaskModel::TaskModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Row>()) {}

TaskModel::~TaskModel() = default;

bool TaskModel::shown(const simulation::TaskSnapshot& task) const
{
    return m_scope == TaskScope::Everything || task.kind == "python" || task.kind == "program" || task.kind == "firmware";
}

void TaskModel::setScope(TaskScope scope)
{
    if (scope == m_scope) return;
    m_scope = scope;
    if (m_last) merge(*m_last);
}

void TaskModel::show(std::shared_ptr<const simulation::Snapshot> snapshot)
{
    m_last = std::move(snapshot);
    if (m_last) merge(*m_last);
}

void TaskModel::merge(const simulation::Snapshot& snapshot)
{
    auto& rows = m_root->children;
    std::vector<const simulation::TaskSnapshot*> wanted;
    for (const auto& task : snapshot.tasks)
        if (shown(task)) wanted.push_back(&task);
    std::sort(wanted.begin(), wanted.end(), [](const auto* a, const auto* b) { return a->id < b->id; });

    const auto wantedId = [&](quint64 id) {
        return std::binary_search(wanted.begin(), wanted.end(), id, [](const auto& a, const auto& b) {
            if constexpr (std::is_integral_v<std::decay_t<decltype(a)>>)
                return a < b->id;
            else
                return a->id < b;
        });
    };
    for (int place = static_cast<int>(rows.size()) - 1; place >= 0; --place) {
        if (wantedId(rows[place]->id)) continue;
        beginRemoveRows({}, place, place);
        rows.erase(rows.begin() + place);
        endRemoveRows();
    }
    // Both lists are sorted by id, so what is missing is inserted where the walk stands.
    for (std::size_t place = 0; place < wanted.size(); ++place) {
        if (place >= rows.size() || rows[place]->id != wanted[place]->id) {
            beginInsertRows({}, static_cast<int>(place), static_cast<int>(place));
            auto row = std::make_unique<Row>();
            row->parent = m_root.get();
            row->id = wanted[place]->id;
            row->resumed = wanted[place]->resumed;
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
            endInsertRows();
        }
        describe(*rows[place], *wanted[place], snapshot);
        mergeChain(*rows[place], wanted[place]->chain);
    }
    if (!rows.empty()) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(rows.size()) - 1, ColumnCount - 1));
}

void TaskModel::describe(Row& row, const simulation::TaskSnapshot& task, const simulation::Snapshot& snapshot)
{
    row.state = QString::fromStdString(task.state);
    row.texts[TaskColumn] = QString::fromStdString(task.name);
    row.texts[StateColumn] = stateWord(row.state);
    row.texts[WaitsColumn] = QString::fromStdString(task.waitsFor);
    if (task.waker) {
        const auto waker = std::find_if(snapshot.tasks.begin(), snapshot.tasks.end(), [&](const auto& t) { return t.id == *task.waker; });
        if (waker != snapshot.tasks.end()) row.texts[WaitsColumn] += tr(" ← %1").arg(QString::fromStdString(waker->name));
    }
    // Where the program itself stands: the innermost frame that is not one of our own modules', if there is one.
    const auto own = std::find_if(task.chain.rbegin(), task.chain.rend(), [](const auto& frame) { return !frame.file.starts_with("asyncio/"); });
    const auto* where = own != task.chain.rend() ? &*own : task.chain.empty() ? nullptr : &task.chain.back();
    row.file = where ? QString::fromStdString(where->file) : QString();
    row.line = where ? where->line : 0;
    row.texts[WhereColumn] = row.line > 0 ? QStringLiteral("%1:%2").arg(row.file).arg(row.line) : QString();
    row.texts[ResumedColumn] = QLocale(QLocale::English).toString(static_cast<qulonglong>(task.resumed));
    row.texts[CpuColumn] = durationText(task.cpu);

    if (task.deadline && *task.deadline != row.deadline) {
        row.deadline = *task.deadline;
        row.waitBegan = snapshot.now;
    }
    row.progress = -1;
    row.remaining.clear();
    if (task.deadline && row.deadline > snapshot.now) {
        const double whole = static_cast<double>((row.deadline - row.waitBegan).count());
        row.progress = whole > 0 ? static_cast<double>((snapshot.now - row.waitBegan).count()) / whole : 1;
        row.remaining = durationText(row.deadline - snapshot.now);
    }
    row.activity.push_back(static_cast<int>(std::min<std::uint64_t>(task.resumed - std::min(row.resumed, task.resumed), 1000)));
    row.resumed = task.resumed;
    if (row.activity.size() > activitySamples) row.activity.pop_front();
}

void TaskModel::resizeChildren(Row& parent, std::size_t count, RowKind kind)
{
    auto& children = parent.children;
    const QModelIndex at = indexOf(parent, 0);
    if (children.size() > count) {
        beginRemoveRows(at, static_cast<int>(count), static_cast<int>(children.size()) - 1);
        children.resize(count);
        endRemoveRows();
    }
    if (children.size() < count) {
        beginInsertRows(at, static_cast<int>(children.size()), static_cast<int>(count) - 1);
        while (children.size() < count) {
            auto row = std::make_unique<Row>();
            row->parent = &parent;
            row->kind = kind;
            children.push_back(std::move(row));
        }
        endInsertRows();
    }
}

void TaskModel::mergeChain(Row& task, const std::vector<simulation::TaskSnapshot::Frame>& chain)
{
    resizeChildren(task, chain.size(), RowKind::Frame);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        Row& row = *task.children[i];
        const QString name = QString::fromStdString(chain[i].function) + QStringLiteral("()");
        const QString file = QString::fromStdString(chain[i].file);
        const QString where = chain[i].line > 0 ? QStringLiteral("%1:%2").arg(file).arg(chain[i].line) : file;
        const bool same = row.texts[TaskColumn] == name && row.texts[WhereColumn] == where;
        row.texts[TaskColumn] = name;
        row.texts[WhereColumn] = where;
        row.file = file;
        row.line = chain[i].line;
        if (!same) Q_EMIT dataChanged(indexOf(row, 0), indexOf(row, ColumnCount - 1));
        mergeLocals(row, chain[i].locals);
    }
}

void TaskModel::mergeLocals(Row& frame, const std::vector<simulation::TaskSnapshot::Local>& locals)
{
    resizeChildren(frame, locals.size(), RowKind::Local);
    for (std::size_t i = 0; i < locals.size(); ++i) {
        Row& row = *frame.children[i];
        const QString text = QStringLiteral("%1 = %2").arg(QString::fromStdString(locals[i].name), QString::fromStdString(locals[i].value));
        if (row.texts[TaskColumn] == text) continue;
        row.texts[TaskColumn] = text;
        const QModelIndex at = indexOf(row, 0);
        Q_EMIT dataChanged(at, at);
    }
}

QModelIndex TaskModel::indexOfTask(quint64 id) const
{
    for (std::size_t i = 0; i < m_root->children.size(); ++i)
        if (m_root->children[i]->id == id) return index(static_cast<int>(i), 0);
    return {};
}

QModelIndex TaskModel::indexOf(const Row& row, int column) const
{
    if (!row.parent) return {};
    return createIndex(row.place(), column, const_cast<Row*>(&row));
}

QModelIndex TaskModel::index(int row, int column, const QModelIndex& parent) const
{
    const Row* above = parent.isValid() ? static_cast<const Row*>(parent.internalPointer()) : m_root.get();
    if (row < 0 || row >= static_cast<int>(above->children.size()) || column < 0 || column >= ColumnCount) return {};
    return createIndex(row, column, above->children[static_cast<std::size_t>(row)].get());
}

QModelIndex TaskModel::parent(const QModelIndex& child) const
{
    if (!child.isValid()) return {};
    const Row* above = static_cast<const Row*>(child.internalPointer())->parent;
    return above && above->parent ? indexOf(*above, 0) : QModelIndex();
}

int TaskModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0) return 0;
    const Row* above = parent.isValid() ? static_cast<const Row*>(parent.internalPointer()) : m_root.get();
    return static_cast<int>(above->children.size());
}

int TaskModel::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant TaskModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) return {};
    const Row& row = *static_cast<const Row*>(index.internalPointer());
    switch (role) {
    case Qt::DisplayRole: return row.texts[static_cast<std::size_t>(index.column())];
    case Qt::ToolTipRole: return index.column() == WaitsColumn ? row.texts[WaitsColumn] : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() >= ResumedColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case StateRole: return row.state;
    case FileRole: return row.file;
    case LineRole: return row.line;
    case ProgressRole: return row.progress;
    case RemainingRole: return row.remaining;
    case ActivityRole: return QVariant::fromValue(QList<int>(row.activity.begin(), row.activity.end()));
    case KindRole: return QVariant::fromValue(row.kind);
    case IdRole: return QVariant::fromValue(row.id);
    default: return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant((section >= ResumedColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    static const std::array<const char*, ColumnCount> titles{QT_TR_NOOP("Coroutine"), QT_TR_NOOP("State"),    QT_TR_NOOP("Waits for"),
                                                             QT_TR_NOOP("Suspended at"), QT_TR_NOOP("Activity"), QT_TR_NOOP("Resumed"),
                                                             QT_TR_NOOP("CPU")};
    return tr(titles[static_cast<std::size_t>(section)]);
}

}  // namespace coroboard::gui
