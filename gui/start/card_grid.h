// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CardGrid: cards in as many columns as fit, all of one size that fills the row; arrow keys go from card to card.

#include <QWidget>
#include <vector>

namespace coroboard::gui {

class GalleryCard;

class CardGrid final : public QWidget {
    Q_OBJECT

public:
    explicit CardGrid(QWidget* parent = nullptr);

    void add(GalleryCard* card);
    const std::vector<GalleryCard*>& cards() const { return m_cards; }

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int columns(int width) const;
    QSize cardSize(int width) const;
    void place();

    std::vector<GalleryCard*> m_cards;
};

}  // namespace coroboard::gui
