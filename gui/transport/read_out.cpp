// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/read_out.h"

#include <QPainter>

#include "theme/colours.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

QFont captionFont(const QWidget* widget)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

}  // namespace

ReadOut::ReadOut(const QString& caption, const QString& widest, QWidget* parent)
    : QWidget(parent), m_caption(caption), m_widest(widest)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(caption);
}

void ReadOut::setValue(const QString& value)
{
    if (value == m_value) return;
    m_value = value;
    setAccessibleDescription(value);
    update();
}

QSize ReadOut::sizeHint() const
{
    const QFontMetrics caption(captionFont(this));
    const QFontMetrics number(numberFont());
    return {std::max(caption.horizontalAdvance(m_caption), number.horizontalAdvance(m_widest)) + 2 * spacing::tight,
            caption.height() + number.height()};
}

void ReadOut::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Colours& c = coloursFor(palette());
    const QRect inner = rect().adjusted(spacing::tight, 0, -spacing::tight, 0);
    painter.setFont(captionFont(this));
    painter.setPen(c.muted);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignLeft, m_caption);
    painter.setFont(numberFont());
    painter.setPen(isEnabled() ? c.text : c.faint);
    painter.drawText(inner, Qt::AlignBottom | Qt::AlignLeft, m_value);
}

StatePill::StatePill(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Program state"));
}

void StatePill::setState(const QString& word, const QString& state)
{
    if (word == m_word && state == m_state) return;
    m_word = word;
    m_state = state;
    setAccessibleDescription(word);
    update();
}

QSize StatePill::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(tr("Watchdog reset")) + 36, metrics.height() + 8};
}

void StatePill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = taskStateColour(coloursFor(palette()), m_state);
    const QFontMetrics metrics(font());
    const QRectF pill(0.5, (height() - metrics.height() - 8) / 2.0 + 0.5, metrics.horizontalAdvance(m_word) + 35,
                      metrics.height() + 7);
    QColor ground = colour;
    ground.setAlphaF(0.14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(pill.left() + 14, pill.center().y()), 4, 4);
    painter.setPen(coloursFor(palette()).text);
    painter.drawText(pill.adjusted(24, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

}  // namespace coroboard::gui
