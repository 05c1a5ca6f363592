// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PreferencesDialog: what a person can choose once for all. A choice takes effect and is kept at once; there is nothing to apply. It
// writes Settings and says what changed; the window does the rest. Does not block.

#include <QDialog>

#include "settings/settings.h"

class QComboBox;
class QFormLayout;

namespace coroboard::gui {

class PreferencesDialog final : public QDialog {
    Q_OBJECT

public:
    // The settings outlive the dialog. `speeds` as the tool bar offers them, 0 = as fast as possible.
    PreferencesDialog(Settings& settings, const std::vector<double>& speeds, QWidget* parent);

Q_SIGNALS:
    void themeChosen(coroboard::gui::ThemeChoice choice);
    void fontSizeChosen(int points);

private:
    void heading(QFormLayout& form, const QString& title);
    void choice(QFormLayout& form, const char* name, const QString& label, const QList<std::pair<QString, QVariant>>& options,
                const QVariant& now, const std::function<void(const QVariant&)>& chosen);
    void appearance(QFormLayout& form);
    void behaviour(QFormLayout& form, const std::vector<double>& speeds);

    Settings& m_settings;
};

}  // namespace coroboard::gui
