// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StopView: what is seen of a program that stands at a line: why it stopped, its call stack (innermost first) and the variables of every
// frame, the expressions somebody watches, with the step buttons at hand. Shown only while it stands. A click on a frame goes to its line.

#include <QLabel>
#include <QTreeWidget>
#include <QWidget>
#include <optional>

#include "simulation/snapshot.h"
#include "stop_view/watch_list.h"

namespace coroboard::gui {

class StopView final : public QWidget {
    Q_OBJECT

public:
    explicit StopView(QWidget* parent = nullptr);

    // The buttons in its head, in this order; not owned.
    void setActions(const QList<QAction*>& actions);

    // Shows or hides itself.
    void show(const simulation::Snapshot& snapshot);
    using QWidget::show;

    QTreeWidget* tree() const { return m_tree; }
    WatchList& watchList() const { return *m_watches; }
    QStringList watches() const { return m_watches->expressions(); }
    void setWatches(const QStringList& expressions) { m_watches->setExpressions(expressions); }
    QString reason() const { return m_reason->text(); }

Q_SIGNALS:
    void lineAsked(const QString& file, int line);

private:
    struct Moment {
        std::uint64_t powerCycle = 0;
        time::VirtualTime when{};
        std::uint64_t bytecodes = 0;
        bool operator==(const Moment&) const = default;
    };
    void fill(const simulation::StopSnapshot& stop);

    std::optional<Moment> m_shown;

    QLabel* m_reason;
    QWidget* m_buttons;
    QTreeWidget* m_tree;
    WatchList* m_watches;
};

// "Breakpoint in blink() at main.py:12".
QString stopReason(const simulation::Snapshot& snapshot);

}  // namespace coroboard::gui
