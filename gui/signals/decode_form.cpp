// SPDX-License-Identifier: GPL-3.0-or-later
#include "signals/decode_form.h"

#include <QKeyEvent>
#include <QVBoxLayout>

#include "theme/theme.h"

namespace coroboard::gui {

namespace {

using trace::decode::DecodeSettings;
using trace::decode::LineDescription;
using trace::decode::ProtocolDescription;

}  // namespace

DecodeForm::DecodeForm(QWidget* parent) : QFrame(parent), m_protocol(new QComboBox(this)), m_accept(new QPushButton(tr("Decode"), this))
{
    setObjectName(QStringLiteral("decodeForm"));
    setAccessibleName(tr("Decode a bus"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    rows->setSpacing(spacing::tight);
    m_lineRow = new QHBoxLayout;
    m_optionRow = new QHBoxLayout;
    rows->addLayout(m_lineRow);
    rows->addLayout(m_optionRow);
    m_protocol->setObjectName(QStringLiteral("protocol"));
    m_protocol->setAccessibleName(tr("Protocol"));
    for (const ProtocolDescription& protocol : trace::decode::protocols())
        m_protocol->addItem(QString::fromStdString(protocol.title), QString::fromStdString(protocol.id));
    m_lineRow->addWidget(m_protocol);
    m_lineRow->addStretch(1);
    m_optionRow->addStretch(1);
    m_accept->setObjectName(QStringLiteral("decodeAccept"));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_optionRow->addWidget(m_accept);
    m_optionRow->addWidget(cancel);
    connect(m_protocol, &QComboBox::activated, this, &DecodeForm::chooseProtocol);
    connect(m_accept, &QPushButton::clicked, this, &DecodeForm::accept);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void DecodeForm::open(const QStringList& pins, const std::vector<DecodeSuggestion>& suggestions, const DecodeSettings& settings)
{
    m_pins = pins;
    m_suggestions = suggestions;
    m_protocol->setCurrentIndex(m_protocol->findData(QString::fromStdString(settings.protocol)));
    build(settings);
    show();
    m_protocol->setFocus();
}

void DecodeForm::chooseProtocol()
{
    const std::string chosen = m_protocol->currentData().toString().toStdString();
    for (const DecodeSuggestion& suggestion : m_suggestions)
        if (suggestion.settings.protocol == chosen) return build(suggestion.settings);
    build({chosen, {}, {}});
}

QComboBox* DecodeForm::addChoice(QHBoxLayout& row, const std::string& name, const QString& label, const QString& tip)
{
    auto* text = new QLabel(label, row.parentWidget());
    auto* choice = new QComboBox(row.parentWidget());
    choice->setObjectName(QString::fromStdString(name));
    choice->setAccessibleName(tip);
    choice->setToolTip(tip);
    text->setBuddy(choice);
    row.addWidget(text);
    row.addWidget(choice);
    return choice;
}

void DecodeForm::build(const DecodeSettings& settings)
{
    const auto fields = [this](QWidget*& old, QHBoxLayout& row, int place) {
        delete old;
        old = new QWidget(this);
        auto* made = new QHBoxLayout(old);
        made->setContentsMargins(0, 0, 0, 0);
        made->setSpacing(spacing::tight);
        row.insertWidget(place, old);
        return made;
    };
    QHBoxLayout* lines = fields(m_lineFields, *m_lineRow, 1);
    QHBoxLayout* options = fields(m_optionFields, *m_optionRow, 0);
    m_lines.clear();
    m_options.clear();
    const ProtocolDescription& protocol = *trace::decode::findProtocol(settings.protocol);
    for (std::size_t line = 0; line < protocol.lines.size(); ++line) {
        const QString id = QString::fromStdString(protocol.lines[line].id);
        QComboBox* choice = addChoice(*lines, protocol.lines[line].id, id.toUpper(), QString::fromStdString(protocol.lines[line].label));
        choice->addItem(protocol.lines[line].needed == LineDescription::Needed::Optional ? tr("none") : tr("choose"), QString());
        for (const QString& pin : m_pins) choice->addItem(pin, pin);
        if (line < settings.lines.size()) choice->setCurrentIndex(std::max(0, choice->findData(QString::fromStdString(settings.lines[line]))));
        connect(choice, &QComboBox::currentIndexChanged, this, &DecodeForm::check);
        m_lines.push_back(choice);
    }
    for (const auto& option : protocol.options) {
        const QString label = QString::fromStdString(option.label);
        QComboBox* choice = addChoice(*options, option.id, label, label);
        for (const auto& each : option.choices) choice->addItem(QString::fromStdString(each.label), each.value);
        if (const auto set = settings.options.find(option.id); set != settings.options.end())
            choice->setCurrentIndex(std::max(0, choice->findData(set->second)));
        m_options.push_back(choice);
    }
    check();
}

std::optional<DecodeSettings> DecodeForm::settings() const
{
    const ProtocolDescription& protocol = *trace::decode::findProtocol(m_protocol->currentData().toString().toStdString());
    DecodeSettings settings{protocol.id, {}, {}};
    bool any = false;
    for (std::size_t line = 0; line < m_lines.size(); ++line) {
        settings.lines.push_back(m_lines[line]->currentData().toString().toStdString());
        const bool optional = protocol.lines[line].needed == LineDescription::Needed::Optional;
        if (settings.lines.back().empty() && !optional) return std::nullopt;
        any = any || (optional && !settings.lines.back().empty());
    }
    if (protocol.lines.size() > 2 && !any) return std::nullopt;
    for (std::size_t option = 0; option < m_options.size(); ++option)
        settings.options[protocol.options[option].id] = m_options[option]->currentData().toInt();
    return settings;
}

void DecodeForm::check()
{
    const bool complete = settings().has_value();
    m_accept->setEnabled(complete);
    m_accept->setToolTip(complete ? QString() : tr("Choose a pin for each line first"));
}

void DecodeForm::accept()
{
    const auto chosen = settings();
    if (!chosen) return;
    hide();
    Q_EMIT accepted(*chosen);
}

void DecodeForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) hide();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) accept();
    else QFrame::keyPressEvent(event);
}

}  // namespace coroboard::gui
