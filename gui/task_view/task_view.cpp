// SPDX-License-Identifier: GPL-3.0-or-later
#include "task_view/task_view.h"

#include <QDockWidget>
#include <QHeaderView>
#include <QVBoxLayout>

#include "task_view/task_delegate.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int lookMilliseconds = 66;

}  // namespace

TaskView::TaskView(QWidget* parent)
    : QWidget(parent), m_model(new TaskModel(this)), m_tree(new QTreeView(this)), m_nothing(new QLabel(m_tree->viewport()))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);

    m_tree->setAccessibleName(tr("Coroutines"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new TaskDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(16);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setMinimumSectionSize(40);
    m_tree->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int widths[] = {164, 96, 190, 108, 72, 74, 70};
    for (int i = 0; i < TaskModel::ColumnCount; ++i) m_tree->setColumnWidth(i, widths[i]);
    m_tree->header()->setSectionResizeMode(TaskModel::WaitsColumn, QHeaderView::Stretch);

    m_nothing->setText(tr("No coroutines. Run a program that uses asyncio and watch it here."));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setEnabled(false);
    m_nothing->setMargin(spacing::wide);

    const auto go = [this](const QModelIndex& index) {
        const int line = index.data(TaskModel::LineRole).toInt();
        if (line > 0) Q_EMIT lineAsked(index.data(TaskModel::FileRole).toString(), line);
    };
    connect(m_tree, &QTreeView::doubleClicked, this, go);
    connect(m_tree, &QTreeView::activated, this, go);
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex& index) {
        if (index.data(TaskModel::KindRole).value<TaskModel::RowKind>() == TaskModel::RowKind::Task) m_tree->expandRecursively(index);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TaskView::spanLocals);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(lookMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, &TaskView::refresh);
}

void TaskView::show(std::shared_ptr<const simulation::Snapshot> snapshot)
{
    m_next = std::move(snapshot);
    if (!m_refresh.isActive()) m_refresh.start();
}

void TaskView::setScope(TaskScope scope) { m_model->setScope(scope); }

void TaskView::select(quint64 id)
{
    refresh();
    const QModelIndex index = m_model->indexOfTask(id);
    if (!index.isValid()) return;
    m_tree->setCurrentIndex(index);
    m_tree->expandRecursively(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
    for (QWidget* above = parentWidget(); above; above = above->parentWidget())
        if (auto* pane = qobject_cast<QDockWidget*>(above)) {
            pane->show();
            pane->raise();
        }
}

void TaskView::refresh()
{
    m_model->show(m_next);
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void TaskView::spanLocals(const QModelIndex& parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        const auto kind = index.data(TaskModel::KindRole).value<TaskModel::RowKind>();
        if (kind == TaskModel::RowKind::Local) m_tree->setFirstColumnSpanned(row, parent, true);
        if (kind == TaskModel::RowKind::Frame && m_tree->isExpanded(parent)) m_tree->expand(index);
    }
}

void TaskView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_nothing->setGeometry(m_tree->viewport()->rect());
}

}  // namespace coroboard::gui
