// SPDX-License-Identifier: GPL-3.0-or-later
#include "sensor_panel/steady_text.h"

#include <QPainter>

#include "theme/colours.h"

namespace coroboard::gui {

SteadyText::SteadyText(Qt::Alignment alignment, QWidget* parent) : QWidget(parent), m_alignment(alignment)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SteadyText::setText(const QString& text, Tone tone)
{
    if (text == m_text && tone == m_tone) return;
    m_text = text;
    m_tone = tone;
    setAccessibleDescription(text);
    update();
}

void SteadyText::setSample(const QString& sample)
{
    m_sample = sample;
    setSizePolicy(sample.isEmpty() ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
}

QSize SteadyText::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {m_sample.isEmpty() ? 40 : metrics.horizontalAdvance(m_sample) + 2, metrics.height()};
}

QSize SteadyText::minimumSizeHint() const { return sizeHint(); }

void SteadyText::paintEvent(QPaintEvent*)
{
    const Colours& c = coloursFor(palette());
    const QColor tones[] = {c.text, c.muted, c.faint, c.accent, c.failed};
    QPainter painter(this);
    painter.setPen(tones[static_cast<int>(m_tone)]);
    painter.drawText(rect(), static_cast<int>(m_alignment | Qt::AlignVCenter),
                     QFontMetrics(font()).elidedText(m_text, Qt::ElideRight, width()));
}

}  // namespace coroboard::gui
