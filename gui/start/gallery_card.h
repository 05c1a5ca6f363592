// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// GalleryCard: one board or example as a button: picture, title, a sentence.

#include <QAbstractButton>

#include "start/gallery.h"

namespace coroboard::gui {

class GalleryCard final : public QAbstractButton {
    Q_OBJECT

public:
    static constexpr int narrowest = 240;

    explicit GalleryCard(GalleryEntry entry, QWidget* parent = nullptr);

    const GalleryEntry& entry() const { return m_entry; }
    void setPicture(const QPixmap& picture);
    bool hasPicture() const { return !m_picture.isNull(); }

    QRect pictureRect() const;
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    GalleryEntry m_entry;
    QPixmap m_picture;
};

}  // namespace coroboard::gui
