// SPDX-License-Identifier: GPL-3.0-or-later
#include "stop_view/watch_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include "theme/theme.h"

namespace coroboard::gui {

WatchList::WatchList(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("watches"));
    setAccessibleName(tr("Watched expressions"));
    setFrameShape(QFrame::NoFrame);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIndentation(0);
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemChanged, this, &WatchList::take);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (item == topLevelItem(topLevelItemCount() - 1)) editItem(item, 0);
    });
    setExpressions({});
}

QStringList WatchList::expressions() const
{
    QStringList all;
    for (int i = 0; i + 1 < topLevelItemCount(); ++i) all.append(topLevelItem(i)->data(0, Qt::UserRole).toString());
    return all;
}

QTreeWidgetItem* WatchList::addRow(const QString& expression)
{
    auto* row = new QTreeWidgetItem(this, {expression.isEmpty() ? tr("Add an expression…") : expression});
    row->setData(0, Qt::UserRole, expression);
    row->setFlags(row->flags() | Qt::ItemIsEditable);
    return row;
}

void WatchList::setExpressions(const QStringList& expressions)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const bool differ = expressions != this->expressions();
    clear();
    for (const QString& expression : expressions) addRow(expression);
    addRow({});
    dress();
    if (differ) Q_EMIT expressionsChanged(expressions);
}

void WatchList::add(const QString& expression)
{
    QStringList all = expressions();
    if (expression.trimmed().isEmpty() || all.contains(expression.trimmed())) return;
    setExpressions(all << expression.trimmed());
}

// What was typed into a row: nothing removes it, and the last row is always free.
void WatchList::take(QTreeWidgetItem* item)
{
    if (m_quiet) return;
    QStringList all = expressions();
    const int row = indexOfTopLevelItem(item);
    const QString text = item->text(0).trimmed();
    if (row < all.size())
        text.isEmpty() ? all.removeAt(row) : all.replace(row, text);
    else if (!text.isEmpty() && text != tr("Add an expression…"))
        all.append(text);
    setExpressions(all);
}

void WatchList::show(const std::vector<modules::WatchedValue>& values)
{
    const QScopedValueRollback quiet(m_quiet, true);
    const Colours& colours = coloursFor(palette());
    for (int i = 0; i + 1 < topLevelItemCount(); ++i) {
        QTreeWidgetItem* row = topLevelItem(i);
        const bool known = i < static_cast<int>(values.size()) && values[static_cast<std::size_t>(i)].expression == expressions()[i].toStdString();
        const modules::WatchedValue value = known ? values[static_cast<std::size_t>(i)] : modules::WatchedValue{};
        row->setText(1, QString::fromStdString(value.problem.empty() ? value.value : value.problem));
        row->setToolTip(1, row->text(1));
        row->setForeground(1, value.problem.empty() ? colours.text : colours.failed);
    }
}

void WatchList::dress()
{
    QFont code = codeFont();
    code.setPointSizeF(font().pointSizeF());
    for (int i = 0; i < topLevelItemCount(); ++i)
        for (const int column : {0, 1}) topLevelItem(i)->setFont(column, i + 1 < topLevelItemCount() ? code : font());
    topLevelItem(topLevelItemCount() - 1)->setForeground(0, coloursFor(palette()).muted);
}

void WatchList::keyPressEvent(QKeyEvent* event)
{
    QTreeWidgetItem* item = currentItem();
    if (!item || state() == EditingState) return QTreeWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return editItem(item, 0);
    QStringList all = expressions();
    const int row = indexOfTopLevelItem(item);
    if (event->key() != Qt::Key_Delete || row >= all.size()) return QTreeWidget::keyPressEvent(event);
    all.removeAt(row);
    setExpressions(all);
}

void WatchList::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange) return;
    const QScopedValueRollback quiet(m_quiet, true);
    dress();
}

}  // namespace coroboard::gui
