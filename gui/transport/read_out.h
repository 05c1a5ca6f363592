// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ReadOut: a value that changes all the time, with a small caption over it; fixed width, so that nothing beside it jumps.

#include <QWidget>

namespace coroboard::gui {

class ReadOut final : public QWidget {
    Q_OBJECT

public:
    // `widest` is the longest text it will have to show.
    ReadOut(const QString& caption, const QString& widest, QWidget* parent = nullptr);

    void setValue(const QString& value);
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_caption;
    QString m_widest;
    QString m_value;
};

// StatePill: a coloured dot and a word: what the program is doing.
class StatePill final : public QWidget {
    Q_OBJECT

public:
    explicit StatePill(QWidget* parent = nullptr);

    // `state` chooses the colour as for a task state.
    void setState(const QString& word, const QString& state);
    QString word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_word;
    QString m_state;
};

}  // namespace coroboard::gui
