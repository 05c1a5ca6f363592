// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PinBankItem: a chip with sixteen pins of its own on its module. PCA9685: each output's duty as a column, and the frequency. MCP23017: each
// pin's level as a light, an output full, an input as a ring.

#include <array>

#include "board_view/part_item.h"

namespace coroboard::gui {

class PinBankItem final : public PartItem {
    Q_OBJECT

public:
    PinBankItem(const board::PartProfile& profile, const parts::PartDescription* description);

    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    bool takesWheel() const override { return false; }
    QString summary() const override;

    static constexpr int pins = 16;
    struct Pin {
        double light = 0;        // 0…1: duty or level
        bool output = true;
        bool operator==(const Pin&) const = default;
    };
    // What is drawn.
    const std::array<Pin, pins>& bank() const { return m_bank; }

protected:
    void viewChanged(const parts::PartView& before) override;

private:
    bool isPwm() const { return profile().model == "pca9685"; }
    void paintColumn(QPainter& painter, const QRectF& place, const Pin& pin) const;
    void paintLamp(QPainter& painter, const QRectF& place, const Pin& pin) const;

    std::array<Pin, pins> m_bank{};
    double m_frequency = 0;
};

}  // namespace coroboard::gui
