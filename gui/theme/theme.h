// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Theme: dresses the application: Fusion, our palettes, one style sheet, fonts. Owned by main(), GUI thread only.
// "System" follows the desktop's colour scheme (org.freedesktop.portal.Settings over D-Bus) while the program runs, and is light where
// no portal answers. Widgets read colours through theme/colours.h and react to QEvent::PaletteChange; they do not know this class.

#include <QDBusVariant>
#include <QFont>
#include <QObject>

#include "theme/colours.h"

namespace coroboard::gui {

enum class ThemeChoice { System, Light, Dark };

// Distances of the visual language, in device-independent pixels.
namespace spacing {
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 12;
}  // namespace spacing

// The monospaced font of editor, console and read-outs: the first of our preferences that is installed.
QFont codeFont();

// The same family as the window's font with figures of equal width where the font has them; for numbers that change.
QFont numberFont();

class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    Brightness brightness() const;

    // Of the window's text in points, 0 = as the desktop says; code and numbers follow.
    void setFontSize(int points);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void apply();

    double m_desktopPoints = 9;
    ThemeChoice m_choice = ThemeChoice::System;
    Brightness m_system = Brightness::Light;
};

}  // namespace coroboard::gui
