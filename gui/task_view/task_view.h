// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TaskView: the event loop on screen: every coroutine with its state, what it waits for and for how long, where it is suspended, and, when
// opened, its await chain with the local variables. Double click or Enter goes to the line.

#include <QLabel>
#include <QTimer>
#include <QTreeView>

#include "task_view/task_model.h"

namespace coroboard::gui {

class TaskView final : public QWidget {
    Q_OBJECT

public:
    explicit TaskView(QWidget* parent = nullptr);

    // Shown at most about 15 times a second: nobody reads faster. The last one is always shown.
    void show(std::shared_ptr<const simulation::Snapshot> snapshot);
    using QWidget::show;

    QTreeView* tree() const { return m_tree; }
    TaskModel* model() const { return m_model; }

public Q_SLOTS:
    void setScope(coroboard::gui::TaskScope scope);
    // Selects a coroutine, opens it and brings the pane to the front.
    void select(quint64 id);

Q_SIGNALS:
    void lineAsked(const QString& file, int line);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void spanLocals(const QModelIndex& parent, int first, int last);

    TaskModel* m_model;
    QTreeView* m_tree;
    QLabel* m_nothing;
    QTimer m_refresh;
    std::shared_ptr<const simulation::Snapshot> m_next;
};

}  // namespace coroboard::gui
