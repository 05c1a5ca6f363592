// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StillPicture: the part of a drawing that does not move: painted once for a size and a place on the screen's pixels, copied from then on.
// Owned by its item. Software rendering of smooth paths costs many times the copy.

#include <QPainter>
#include <QPixmap>
#include <functional>

namespace coroboard::gui {

class StillPicture {
public:
    // Shows what `draw` paints inside `area`, in the painter's coordinates. It must paint the same each time.
    void paint(QPainter& painter, const QRectF& area, const std::function<void(QPainter&)>& draw);

private:
    QPixmap m_picture;
    QTransform m_made;           // from the item to the picture
};

}  // namespace coroboard::gui
