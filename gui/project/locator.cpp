// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/locator.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int mostRows = 12;

}  // namespace

Locator::Locator(QWidget* parent) : QFrame(parent), m_field(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("locator"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_field->setAccessibleName(tr("Go to a symbol, a file or a line"));
    m_field->setPlaceholderText(tr("A symbol or a file; “:12” is a line"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Places"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setIconSize(QSize(14, 14));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::tight, spacing::tight, spacing::tight, spacing::tight);
    column->setSpacing(spacing::tight);
    column->addWidget(m_field);
    column->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &Locator::fill);
    connect(m_field, &QLineEdit::returnPressed, this, &Locator::go);
    connect(m_list, &QListWidget::itemClicked, this, &Locator::go);
    hide();
}

void Locator::ask(const QString& words, Places places)
{
    m_places = std::move(places);
    m_field->setText(words);
    fill();
    show();
    raise();
    m_field->setFocus(Qt::OtherFocusReason);
}

void Locator::fill()
{
    m_shown = m_places ? m_places(m_field->text()) : std::vector<LocatorPlace>{};
    m_list->clear();
    for (const LocatorPlace& place : m_shown)
        new QListWidgetItem(icon(place.icon), place.detail.isEmpty() ? place.text : place.text + QStringLiteral("   ") + place.detail, m_list);
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
    const int rows = std::clamp(m_list->count(), 0, mostRows);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * std::max(1, m_list->sizeHintForRow(0)) + 4);
    const int width = std::min(480, parentWidget()->width() - 40);
    setFixedSize(width, m_field->sizeHint().height() + (rows > 0 ? m_list->height() + spacing::tight : 0) + 2 * spacing::tight + 2);
    move((parentWidget()->width() - width) / 2, 76);
}

void Locator::go()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= static_cast<int>(m_shown.size())) return;
    const LocatorPlace place = m_shown[static_cast<std::size_t>(row)];
    leave();
    Q_EMIT chosen(place);
}

void Locator::leave()
{
    if (!isVisible()) return;
    hide();
    Q_EMIT left();
}

bool Locator::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason) hide();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int count = m_list->count();
        if (key == Qt::Key_Escape) return leave(), true;
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && count > 0)
            return m_list->setCurrentRow((m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1) + count) % count), true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace coroboard::gui
