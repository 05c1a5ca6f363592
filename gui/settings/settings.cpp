// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr int recentLimit = 10;
// Grows when docks are added or renamed: an old layout is then not restored.
const QString layoutKey = QStringLiteral("window/layout-1");

}  // namespace

Settings::Settings(const QString& file)
    : m_values(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, "Coroboard", "Coroboard").fileName() : file,
               QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    const QString word = m_values.value("theme").toString();
    if (word == "light") return ThemeChoice::Light;
    if (word == "dark") return ThemeChoice::Dark;
    return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    m_values.setValue("theme", choice == ThemeChoice::Light ? "light" : choice == ThemeChoice::Dark ? "dark" : "system");
}

QByteArray Settings::windowGeometry() const { return m_values.value("window/geometry").toByteArray(); }

QByteArray Settings::windowLayout() const { return m_values.value(layoutKey).toByteArray(); }

void Settings::setWindow(const QByteArray& geometry, const QByteArray& layout)
{
    m_values.setValue("window/geometry", geometry);
    m_values.setValue(layoutKey, layout);
}

QStringList Settings::recentFiles() const
{
    QStringList files = m_values.value("files/recent").toStringList();
    files.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return files.mid(0, recentLimit);
}

void Settings::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_values.setValue("files/recent", files.mid(0, recentLimit));
}

void Settings::clearRecentFiles() { m_values.remove("files/recent"); }

QString Settings::lastFolder() const { return m_values.value("files/folder", QDir::homePath()).toString(); }

void Settings::setLastFolder(const QString& folder) { m_values.setValue("files/folder", folder); }

int Settings::editorZoom() const { return std::clamp(m_values.value("editor/zoom", 0).toInt(), -8, 20); }

void Settings::setEditorZoom(int steps) { m_values.setValue("editor/zoom", steps); }

}  // namespace coroboard::gui
