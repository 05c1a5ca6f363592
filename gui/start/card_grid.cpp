// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/card_grid.h"

#include <QKeyEvent>
#include <algorithm>

#include "start/gallery_card.h"
#include "theme/theme.h"

namespace coroboard::gui {

CardGrid::CardGrid(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardGrid::add(GalleryCard* card)
{
    card->setParent(this);
    card->installEventFilter(this);
    m_cards.push_back(card);
    card->show();
    place();
    updateGeometry();
}

int CardGrid::columns(int width) const
{
    if (m_cards.empty()) return 1;
    return std::max(1, (width + spacing::wide) / (m_cards.front()->width() + spacing::wide));
}

QSize CardGrid::sizeHint() const
{
    const int width = m_cards.empty() ? 0 : m_cards.front()->width();
    return {width, heightForWidth(std::max(this->width(), width))};
}

int CardGrid::heightForWidth(int width) const
{
    if (m_cards.empty()) return 0;
    const int across = columns(width);
    const int rows = (static_cast<int>(m_cards.size()) + across - 1) / across;
    return rows * (m_cards.front()->height() + spacing::wide) - spacing::wide;
}

void CardGrid::resizeEvent(QResizeEvent*) { place(); }

void CardGrid::place()
{
    const int across = columns(width());
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        GalleryCard* card = m_cards[static_cast<std::size_t>(i)];
        card->move(i % across * (card->width() + spacing::wide), i / across * (card->height() + spacing::wide));
    }
}

bool CardGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int step = key == Qt::Key_Left    ? -1
                     : key == Qt::Key_Right ? 1
                     : key == Qt::Key_Up    ? -columns(width())
                     : key == Qt::Key_Down  ? columns(width())
                                            : 0;
    if (step == 0) {
        if (key == Qt::Key_Return || key == Qt::Key_Enter) static_cast<GalleryCard*>(watched)->click();
        return key == Qt::Key_Return || key == Qt::Key_Enter;
    }
    const auto at = std::find(m_cards.begin(), m_cards.end(), watched) - m_cards.begin() + step;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(m_cards.size())) return false;
    m_cards[static_cast<std::size_t>(at)]->setFocus(Qt::TabFocusReason);
    return true;
}

}  // namespace coroboard::gui
