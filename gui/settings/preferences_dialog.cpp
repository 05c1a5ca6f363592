// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/preferences_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QVBoxLayout>

#include "theme/theme.h"

namespace coroboard::gui {

PreferencesDialog::PreferencesDialog(Settings& settings, const std::vector<double>& speeds, QWidget* parent)
    : QDialog(parent), m_settings(settings)
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing::wide, spacing::wide, 2 * spacing::wide, spacing::wide);
    column->setSpacing(2 * spacing::normal);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(spacing::normal);
    form->setHorizontalSpacing(2 * spacing::normal);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    appearance(*form);
    behaviour(*form, speeds);
    column->addLayout(form);
    column->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resize(520, sizeHint().height());
}

void PreferencesDialog::heading(QFormLayout& form, const QString& title)
{
    auto* words = new QLabel(title);
    QFont font = words->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    words->setFont(font);
    words->setContentsMargins(0, spacing::wide, 0, 0);
    form.addRow(words);
}

void PreferencesDialog::choice(QFormLayout& form, const char* name, const QString& label,
                               const QList<std::pair<QString, QVariant>>& options, const QVariant& now,
                               const std::function<void(const QVariant&)>& chosen)
{
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(label);
    for (const auto& [text, value] : options) box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(now)));
    connect(box, &QComboBox::activated, this, [box, chosen](int index) { chosen(box->itemData(index)); });
    auto* words = new QLabel(label);
    words->setBuddy(box);
    words->setMinimumHeight(box->sizeHint().height());
    form.addRow(words, box);
}

void PreferencesDialog::appearance(QFormLayout& form)
{
    heading(form, tr("Appearance"));
    choice(form, "themeChoice", tr("Theme"),
           {{tr("As the desktop"), int(ThemeChoice::System)}, {tr("Light"), int(ThemeChoice::Light)}, {tr("Dark"), int(ThemeChoice::Dark)}},
           int(m_settings.theme()), [this](const QVariant& value) {
               m_settings.setTheme(ThemeChoice(value.toInt()));
               Q_EMIT themeChosen(ThemeChoice(value.toInt()));
           });
    QList<std::pair<QString, QVariant>> sizes{{tr("As the desktop"), 0}};
    for (int points : {8, 9, 10, 11, 12, 14, 16, 18}) sizes.append({tr("%1 points").arg(points), points});
    choice(form, "fontSize", tr("Text size"), sizes, m_settings.fontSize(), [this](const QVariant& value) {
        m_settings.setFontSize(value.toInt());
        Q_EMIT fontSizeChosen(value.toInt());
    });
    choice(form, "language", tr("Language"),
           {{tr("As the desktop"), QString()}, {QStringLiteral("English"), "en"}, {QStringLiteral("Deutsch"), "de"}, {QStringLiteral("简体中文"), "zh_CN"}},
           m_settings.language(), [this](const QVariant& value) { m_settings.setLanguage(value.toString()); });
    auto* note = new QLabel(tr("Another language is spoken from the next start on."));
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(QString(), note);
}

void PreferencesDialog::behaviour(QFormLayout& form, const std::vector<double>& speeds)
{
    heading(form, tr("Behaviour"));
    choice(form, "startUp", tr("At the start"),
           {{tr("Go on with the last program"), int(StartUp::Continue)},
            {tr("Show the start page"), int(StartUp::StartPage)},
            {tr("Run the board's demo"), int(StartUp::Demo)}},
           int(m_settings.startUp()), [this](const QVariant& value) { m_settings.setStartUp(StartUp(value.toInt())); });
    choice(form, "autosave", tr("Save files"),
           {{tr("When I say so"), int(Autosave::Never)},
            {tr("Before running"), int(Autosave::BeforeRun)},
            {tr("Before running and when leaving the window"), int(Autosave::Always)}},
           int(m_settings.autosave()), [this](const QVariant& value) { m_settings.setAutosave(Autosave(value.toInt())); });
    QList<std::pair<QString, QVariant>> factors;
    for (double factor : speeds) factors.append({factor > 0 ? QStringLiteral("%1×").arg(factor) : tr("As fast as possible"), factor});
    choice(form, "startSpeed", tr("Speed at the start"), factors, m_settings.startSpeed(),
           [this](const QVariant& value) { m_settings.setStartSpeed(value.toDouble()); });
}

}  // namespace coroboard::gui
