// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WatchList: expressions that somebody watches and what they are worth where the program stands. The last row takes a new one; Enter or a
// double click edits a row, Delete removes it. It knows no engine: values are shown to it.

#include <QStringList>
#include <QTreeWidget>
#include <vector>

#include "simulation/snapshot.h"

namespace coroboard::gui {

class WatchList final : public QTreeWidget {
    Q_OBJECT

public:
    explicit WatchList(QWidget* parent = nullptr);

    QStringList expressions() const;
    void setExpressions(const QStringList& expressions);
    void add(const QString& expression);

    void show(const std::vector<modules::WatchedValue>& values);
    using QWidget::show;

Q_SIGNALS:
    void expressionsChanged(const QStringList& expressions);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QTreeWidgetItem* addRow(const QString& expression);
    void take(QTreeWidgetItem* item);
    void dress();

    bool m_quiet = false;                    // rows change because we change them
};

}  // namespace coroboard::gui
