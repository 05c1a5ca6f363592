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
    return std::max(1, (width + spacing::wide) / (GalleryCard::narrowest + spacing::wide));
}

// Cards share the whole width of a row.
QSize CardGrid::cardSize(int width) const
{
    if (m_cards.empty()) return {};
    const int across = columns(width);
    const int each = std::max(GalleryCard::narrowest, (width - (across - 1) * spacing::wide) / across);
    return {each, m_cards.front()->heightForWidth(each)};
}

QSize CardGrid::sizeHint() const { return {GalleryCard::narrowest, heightForWidth(std::max(width(), GalleryCard::narrowest))}; }

int CardGrid::heightForWidth(int width) const
{
    if (m_cards.empty()) return 0;
    const int across = columns(width);
    const int rows = (static_cast<int>(m_cards.size()) + across - 1) / across;
    return rows * (cardSize(width).height() + spacing::wide) - spacing::wide;
}

void CardGrid::resizeEvent(QResizeEvent*) { place(); }

void CardGrid::place()
{
    const int across = columns(width());
    const QSize size = cardSize(width());
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i)
        m_cards[static_cast<std::size_t>(i)]->setGeometry(
            QRect(QPoint(i % across * (size.width() + spacing::wide), i / across * (size.height() + spacing::wide)), size));
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
