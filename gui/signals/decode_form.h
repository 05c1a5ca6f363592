// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DecodeForm: what is decoded from which pins, chosen in place under the plot: protocol, a pin for each of its lines, its options. Built from
// the engine's descriptions; it knows no protocol by name. What the board suggests is filled in.

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <vector>

#include "signals/decode_suggestions.h"

namespace coroboard::gui {

class DecodeForm final : public QFrame {
    Q_OBJECT

public:
    explicit DecodeForm(QWidget* parent = nullptr);

    // Opens with these pins to choose from, and with `settings` (a suggestion, or a lane's own).
    void open(const QStringList& pins, const std::vector<DecodeSuggestion>& suggestions, const trace::decode::DecodeSettings& settings);

    // Nothing while a line that must be there has no pin.
    std::optional<trace::decode::DecodeSettings> settings() const;

Q_SIGNALS:
    void accepted(const coroboard::trace::decode::DecodeSettings& settings);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QComboBox* addChoice(QHBoxLayout& row, const std::string& name, const QString& label, const QString& tip);
    void build(const trace::decode::DecodeSettings& settings);
    void chooseProtocol();
    void check();
    void accept();

    QComboBox* m_protocol;
    QWidget* m_lineFields = nullptr;
    QWidget* m_optionFields = nullptr;
    QHBoxLayout* m_lineRow;
    QHBoxLayout* m_optionRow;
    QPushButton* m_accept;
    std::vector<QComboBox*> m_lines;
    std::vector<QComboBox*> m_options;
    QStringList m_pins;
    std::vector<DecodeSuggestion> m_suggestions;
};

}  // namespace coroboard::gui
