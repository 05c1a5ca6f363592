// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WrappedText: a label in a form that always has the height its lines need; a form in a scroll area would cut a plain one.

#include <QLabel>
#include <QResizeEvent>

namespace coroboard::gui {

class WrappedText final : public QLabel {
public:
    explicit WrappedText(const QString& text = {}, QWidget* parent = nullptr) : QLabel(text, parent) { setWordWrap(true); }

    // Shows a text; without one it takes no place.
    void tell(const QString& text)
    {
        setText(text);
        setVisible(!text.isEmpty());
        fitHeight(width());
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        fitHeight(event->size().width());
    }

private:
    void fitHeight(int width)
    {
        if (const int height = heightForWidth(width); height > 0) setMinimumHeight(height);
    }
};

}  // namespace coroboard::gui
