// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WheelGuard: a slider, spin or combo box in a panel that scrolls takes the wheel only while it has the focus, so that scrolling by does not
// move a sensor. Owned by the widget it guards.

#include <QEvent>
#include <QWidget>

namespace coroboard::gui {

class WheelGuard final : public QObject {
    Q_OBJECT

public:
    explicit WheelGuard(QWidget* guarded) : QObject(guarded)
    {
        guarded->setFocusPolicy(Qt::StrongFocus);
        guarded->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* guarded, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(guarded)->hasFocus()) return false;
        event->ignore();
        return true;
    }
};

}  // namespace coroboard::gui
