// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TaskDelegate: paints the cells of the task view that are more than text: the state's dot, the countdown of a wait, the activity strip.

#include <QStyledItemDelegate>

namespace coroboard::gui {

class TaskDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace coroboard::gui
