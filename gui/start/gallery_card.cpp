// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/gallery_card.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include "theme/colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int aboutLines = 2;
constexpr double pictureShape = 0.6;       // height by width

QFont titleFont(const QWidget& widget)
{
    QFont font = widget.font();
    font.setWeight(QFont::DemiBold);
    return font;
}

// At most `lines` lines of text, the last cut with an ellipsis.
void drawLines(QPainter& painter, const QRect& place, const QString& text, int lines)
{
    QTextLayout layout(text, painter.font());
    const int height = painter.fontMetrics().lineSpacing();
    layout.beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(place.width());
        const int start = line.textStart();
        const bool last = i == lines - 1;
        const QString words = last ? painter.fontMetrics().elidedText(text.mid(start), Qt::ElideRight, place.width())
                                   : text.mid(start, line.textLength());
        painter.drawText(QRect(place.left(), place.top() + i * height, place.width(), height), Qt::AlignLeft | Qt::AlignVCenter, words);
    }
    layout.endLayout();
}

}  // namespace

GalleryCard::GalleryCard(GalleryEntry entry, QWidget* parent) : QAbstractButton(parent), m_entry(std::move(entry))
{
    setObjectName(QStringLiteral("card"));
    setText(m_entry.title);
    setAccessibleName(m_entry.title);
    setAccessibleDescription(m_entry.about);
    setToolTip(m_entry.about);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    resize(sizeHint());
}

void GalleryCard::setPicture(const QPixmap& picture)
{
    m_picture = picture;
    update();
}

QRect GalleryCard::pictureRect() const { return {1, 1, width() - 2, static_cast<int>((width() - 2) * pictureShape)}; }

QSize GalleryCard::sizeHint() const { return {narrowest, heightForWidth(narrowest)}; }

int GalleryCard::heightForWidth(int width) const
{
    const int words = QFontMetrics(titleFont(*this)).lineSpacing() + spacing::tight + aboutLines * fontMetrics().lineSpacing();
    return static_cast<int>((width - 2) * pictureShape) + spacing::wide + words + spacing::wide;
}

void GalleryCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours& c = coloursFor(palette());
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(frame, 6, 6);
    painter.fillPath(shape, isDown() ? c.selection : c.surface);
    painter.save();
    painter.setClipPath(shape);
    const QRect picture = pictureRect();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(picture, c.sunken);
    if (!m_picture.isNull()) painter.drawPixmap(picture, m_picture);
    painter.restore();

    const QRect words = rect().adjusted(spacing::wide, picture.height() + spacing::wide, -spacing::wide, 0);
    painter.setFont(titleFont(*this));
    painter.setPen(c.text);
    const int title = painter.fontMetrics().lineSpacing();
    painter.drawText(QRect(words.topLeft(), QSize(words.width(), title)), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_entry.title, Qt::ElideRight, words.width()));
    painter.setFont(font());
    painter.setPen(c.muted);
    drawLines(painter, words.adjusted(0, title + spacing::tight, 0, 0), m_entry.about, aboutLines);

    const bool active = underMouse() || hasFocus();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(active ? c.accent : c.border, hasFocus() ? 2 : 1));
    painter.drawRoundedRect(hasFocus() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 6, 6);
}

void GalleryCard::enterEvent(QEnterEvent*) { update(); }

void GalleryCard::leaveEvent(QEvent*) { update(); }

}  // namespace coroboard::gui
