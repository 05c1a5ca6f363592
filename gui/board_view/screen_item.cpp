// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_view/screen_item.h"

#include <QPainter>
#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr QColor gold(0xd9, 0xb4, 0x5b);

}  // namespace

ScreenItem::Kind ScreenItem::kindOf(const std::string& model)
{
    if (model.starts_with("hd44780")) return Kind::Characters;
    return model.starts_with("ssd1306") || model.starts_with("sh1106") ? Kind::Oled : Kind::Tft;
}

ScreenItem::ScreenItem(const board::PartProfile& profile, const parts::PartDescription* description)
    : PartItem(profile, description, QSizeF(180, 120)),
      m_kind(kindOf(profile.model)),
      m_picture(m_kind == Kind::Tft ? 0.0 : 0.14, QColor(6, 8, 11))
{
}

void ScreenItem::viewChanged(const parts::PartView& before)
{
    if (before.pixels == view().pixels) return;
    m_picture.setFrame(view().pixels);
    // Between the dots of an LCD one sees the light behind it.
    if (m_kind == Kind::Characters) m_picture.setGround(m_picture.dot(5, 0));
    update();
}

// Where the pixels may lie on the module.
QRectF ScreenItem::glassBox() const
{
    const double unit = std::min(box().width(), box().height());
    switch (m_kind) {
    case Kind::Oled: return box().adjusted(unit * 0.05, unit * 0.19, -unit * 0.05, -unit * 0.13);
    case Kind::Tft: return box().adjusted(unit * 0.06, unit * 0.10, -unit * 0.06, -unit * 0.08);
    case Kind::Characters: break;
    }
    return box().adjusted(unit * 0.16, unit * 0.26, -unit * 0.16, -unit * 0.22);
}

void ScreenItem::paintModule(QPainter& painter, const QColor& board) const
{
    const double unit = std::min(box().width(), box().height());
    QLinearGradient face(box().topLeft(), box().bottomLeft());
    face.setColorAt(0, board.lighter(118));
    face.setColorAt(1, board);
    painter.setPen(QPen(board.darker(160), unit * 0.012));
    painter.setBrush(face);
    painter.drawRoundedRect(box(), unit * 0.05, unit * 0.05);
    // Four holes to screw it down, and the row of contacts.
    const double inset = unit * 0.075;
    painter.setPen(QPen(gold, unit * 0.018));
    painter.setBrush(QColor(0, 0, 0, 150));
    for (const QPointF corner : {box().topLeft() + QPointF(inset, inset), box().topRight() + QPointF(-inset, inset),
                                 box().bottomLeft() + QPointF(inset, -inset), box().bottomRight() + QPointF(-inset, -inset)})
        painter.drawEllipse(corner, unit * 0.03, unit * 0.03);
    const int contacts = m_kind == Kind::Oled ? 4 : m_kind == Kind::Tft ? 8 : 16;
    const double pitch = std::min(unit * 0.1, box().width() * 0.7 / contacts);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gold);
    for (int i = 0; i < contacts; ++i)
        painter.drawEllipse(QPointF((i - (contacts - 1) / 2.0) * pitch, box().top() + inset), pitch * 0.24, pitch * 0.24);
}

void ScreenItem::paintGlass(QPainter& painter, const QRectF& glass) const
{
    const double unit = std::min(box().width(), box().height());
    if (m_kind == Kind::Characters) {
        // The frame of sheet metal, then the light of the glass around the dots.
        const QRectF frame = glass.adjusted(-unit * 0.11, -unit * 0.11, unit * 0.11, unit * 0.11);
        painter.setPen(QPen(QColor(0x05070a), unit * 0.012));
        painter.setBrush(QColor(0x15181d));
        painter.drawRoundedRect(frame, unit * 0.03, unit * 0.03);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_picture.dot(5, 0));
        painter.drawRoundedRect(glass.adjusted(-unit * 0.055, -unit * 0.055, unit * 0.055, unit * 0.055), unit * 0.02, unit * 0.02);
        return;
    }
    painter.setPen(QPen(QColor(255, 255, 255, 38), unit * 0.008));
    painter.setBrush(QColor(6, 8, 11));
    const double edge = unit * (m_kind == Kind::Oled ? 0.03 : 0.025);
    painter.drawRoundedRect(glass.adjusted(-edge, -edge, edge, edge + unit * 0.03), unit * 0.015, unit * 0.015);
}

void ScreenItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    paintModule(*painter, m_kind == Kind::Oled ? QColor(0x12, 0x2f, 0x5a)
                          : m_kind == Kind::Tft ? QColor(0x1d, 0x22, 0x2a) : QColor(0x1d, 0x5c, 0x3b));
    const parts::PixelFrame* frame = m_picture.frame();
    const QRectF glass = fitted(frame ? QSizeF(frame->width, frame->height) : glassBox().size(), glassBox());
    paintGlass(*painter, glass);
    m_picture.draw(*painter, glass);
}

QString ScreenItem::summary() const
{
    QString text = PartItem::summary();
    if (const auto* frame = m_picture.frame(); frame && m_kind != Kind::Characters)
        text += QStringLiteral("<br>") + tr("%1 × %2 pixels").arg(frame->width).arg(frame->height);
    if (view().value("on", 1) == 0) text += QStringLiteral("<br>") + tr("switched off");
    if (const double lost = view().value("lost while busy"); lost > 0)
        text += QStringLiteral("<br>") + tr("bytes lost while it was busy: %1").arg(lost);
    if (!view().text.empty())
        text += QStringLiteral("<pre>%1</pre>").arg(QString::fromStdString(view().text).toHtmlEscaped());
    return text;
}

}  // namespace coroboard::gui
