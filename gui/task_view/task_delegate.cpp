// SPDX-License-Identifier: GPL-3.0-or-later
#include "task_view/task_delegate.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "task_view/task_model.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

void paintActivity(QPainter& painter, const QRect& cell, const QList<int>& samples, const QColor& colour)
{
    constexpr int bar = 2;
    const QRect strip = cell.adjusted(spacing::normal, 4, -spacing::normal, -4);
    const int room = std::min<int>(static_cast<int>(samples.size()), strip.width() / bar);
    QColor ground = colour;
    ground.setAlphaF(0.12);
    painter.fillRect(QRect(strip.left(), strip.bottom(), strip.width(), 1), ground);
    for (int i = 0; i < room; ++i) {
        const int resumes = samples[samples.size() - 1 - i];
        if (resumes == 0) continue;
        // One resume is already clearly seen; a thousand fill the strip.
        const double share = 0.35 + 0.65 * std::log10(static_cast<double>(resumes)) / 3;
        const int height = std::max(2, static_cast<int>(strip.height() * std::min(share, 1.0)));
        painter.fillRect(QRect(strip.right() - (i + 1) * bar + 1, strip.bottom() - height + 1, bar - 1, height), colour);
    }
}

void paintWait(QPainter& painter, const QRect& cell, const QModelIndex& index, const QStyleOptionViewItem& option, const Colours& c)
{
    const QRect inner = cell.adjusted(spacing::normal, 0, -spacing::normal, 0);
    const QString remaining = index.data(TaskModel::RemainingRole).toString();
    int room = inner.width();
    if (!remaining.isEmpty()) {
        const QFont font = numberFont();
        painter.setFont(font);
        painter.setPen(c.muted);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, remaining);
        room -= QFontMetrics(font).horizontalAdvance(QStringLiteral("00.0 ms")) + spacing::normal;
        const double progress = index.data(TaskModel::ProgressRole).toDouble();
        const QRectF track(inner.left(), cell.bottom() - 3, inner.width(), 2);
        QColor ground = c.suspended;
        ground.setAlphaF(0.15);
        painter.fillRect(track, ground);
        painter.fillRect(QRectF(track.left(), track.top(), track.width() * std::clamp(progress, 0.0, 1.0), track.height()), c.suspended);
    }
    painter.setFont(option.font);
    painter.setPen(c.text);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, std::max(0, room)));
}

}  // namespace

void TaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto kind = index.data(TaskModel::KindRole).value<TaskModel::RowKind>();
    const Colours& c = coloursFor(option.palette);
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    const bool special = kind == TaskModel::RowKind::Task &&
                         (index.column() == TaskModel::StateColumn || index.column() == TaskModel::WaitsColumn ||
                          index.column() == TaskModel::ActivityColumn);
    if (kind == TaskModel::RowKind::Task && index.column() == TaskModel::TaskColumn) item.font.setWeight(QFont::DemiBold);
    if (kind == TaskModel::RowKind::Local || index.column() == TaskModel::WhereColumn) {
        item.font = codeFont();
        item.font.setPointSizeF(option.font.pointSizeF());
    }
    if (kind != TaskModel::RowKind::Task || index.column() >= TaskModel::ResumedColumn)
        item.palette.setColor(QPalette::Text, c.muted), item.palette.setColor(QPalette::HighlightedText, c.text);
    if (special) item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    if (!special) return;

    painter->save();
    painter->setClipRect(option.rect);
    if (index.column() == TaskModel::StateColumn) {
        const QString state = index.data(TaskModel::StateRole).toString();
        const QColor colour = taskStateColour(c, state);
        const QRectF dot(option.rect.left() + spacing::normal, option.rect.center().y() - 3.5, 8, 8);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(colour, 1.5));
        painter->setBrush(state == u"inert" ? QBrush(Qt::NoBrush) : QBrush(colour));
        painter->drawEllipse(dot);
        painter->setPen(c.text);
        painter->drawText(option.rect.adjusted(spacing::normal + 8 + 6, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
    } else if (index.column() == TaskModel::WaitsColumn) {
        paintWait(*painter, option.rect, index, option, c);
    } else {
        paintActivity(*painter, option.rect, index.data(TaskModel::ActivityRole).value<QList<int>>(), c.accent);
    }
    painter->restore();
}

}  // namespace coroboard::gui
