// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TriggerForm: what the view waits for, chosen in place under the plot: an edge of one pin, the levels of up to two others, once or again and
// again.

#include <QComboBox>
#include <QFrame>
#include <QPushButton>
#include <array>

#include "signals/trigger_watch.h"

namespace coroboard::gui {

class TriggerForm final : public QFrame {
    Q_OBJECT

public:
    explicit TriggerForm(QWidget* parent = nullptr);

    // Opens with these pins to choose from; `pin` is proposed.
    void open(const QStringList& pins, const QString& pin);
    trace::Trigger trigger() const;

Q_SIGNALS:
    void armed(const coroboard::trace::Trigger& trigger, coroboard::gui::TriggerMode mode);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Condition {
        QComboBox* pin = nullptr;
        QComboBox* level = nullptr;
    };
    QComboBox* addChoice(const char* name, const QString& label);
    void arm();

    QComboBox* m_pin;
    QComboBox* m_edge;
    std::array<Condition, 2> m_conditions;
    QComboBox* m_mode;
};

}  // namespace coroboard::gui
