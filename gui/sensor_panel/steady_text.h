// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SteadyText: one line of text that changes many times a second without laying anything out again: its size is fixed by a sample, and a
// text that does not fit ends in an ellipsis. Screen readers find the text as its accessible description.

#include <QWidget>

namespace coroboard::gui {

class SteadyText final : public QWidget {
    Q_OBJECT

public:
    enum class Tone { Plain, Muted, Faint, Accent, Failed };

    explicit SteadyText(Qt::Alignment alignment, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text, Tone tone);
    // As wide as this text, in the font of now; without a sample it takes the room there is.
    void setSample(const QString& sample);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Qt::Alignment m_alignment;
    QString m_text;
    QString m_sample;
    Tone m_tone = Tone::Plain;
};

}  // namespace coroboard::gui
