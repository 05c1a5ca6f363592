// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <algorithm>

namespace coroboard::gui {

namespace {

constexpr int recentLimit = 10;
// Grows when docks are added or renamed: an old layout is then not restored.
const QString layoutKey = QStringLiteral("window/layout-3");

}  // namespace

Settings::Settings(const QString& file)
    : m_folder(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/coroboard")
                              : QFileInfo(file).absolutePath() + QStringLiteral("/state")),
      m_values(file.isEmpty() ? QSettings(QSettings::IniFormat, QSettings::UserScope, "Coroboard", "Coroboard").fileName() : file,
               QSettings::IniFormat)
{
}

QString Settings::stateFolder() const { return m_folder; }

bool Settings::firstRun() const { return !m_values.value("used", false).toBool(); }

void Settings::setUsed() { m_values.setValue("used", true); }

StartUp Settings::startUp() const
{
    const QString word = m_values.value("start/up").toString();
    if (word == "start-page") return StartUp::StartPage;
    if (word == "demo") return StartUp::Demo;
    return StartUp::Continue;
}

void Settings::setStartUp(StartUp choice)
{
    m_values.setValue("start/up", choice == StartUp::StartPage ? "start-page" : choice == StartUp::Demo ? "demo" : "continue");
}

Autosave Settings::autosave() const
{
    const QString word = m_values.value("files/autosave").toString();
    if (word == "before-run") return Autosave::BeforeRun;
    if (word == "always") return Autosave::Always;
    return Autosave::Never;
}

void Settings::setAutosave(Autosave choice)
{
    m_values.setValue("files/autosave", choice == Autosave::BeforeRun ? "before-run" : choice == Autosave::Always ? "always" : "never");
}

double Settings::startSpeed() const
{
    bool number = false;
    const double factor = m_values.value("start/speed", 1.0).toDouble(&number);
    return number ? std::clamp(factor, 0.0, 1000.0) : 1.0;
}

void Settings::setStartSpeed(double factor) { m_values.setValue("start/speed", factor); }

int Settings::fontSize() const
{
    const int points = m_values.value("font-size", 0).toInt();
    return points == 0 ? 0 : std::clamp(points, 6, 32);
}

void Settings::setFontSize(int points) { m_values.setValue("font-size", points); }

QString Settings::language() const { return m_values.value("language").toString(); }

void Settings::setLanguage(const QString& name) { m_values.setValue("language", name); }

QString Settings::lastProgram() const
{
    const QString path = m_values.value("start/program").toString();
    return QFileInfo::exists(path) ? path : QString();
}

QString Settings::lastBoard() const
{
    const QString path = m_values.value("start/board").toString();
    return QFileInfo::exists(path) ? path : QString();
}

void Settings::setLast(const QString& program, const QString& board)
{
    m_values.setValue("start/program", program);
    m_values.setValue("start/board", board);
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

QByteArray Settings::signalLanes(const QString& board) const { return m_values.value("signals/" + board).toByteArray(); }

void Settings::setSignalLanes(const QString& board, const QByteArray& lanes) { m_values.setValue("signals/" + board, lanes); }

bool Settings::soundMuted() const { return m_values.value("sound/muted", false).toBool(); }

void Settings::setSoundMuted(bool muted) { m_values.setValue("sound/muted", muted); }

int Settings::soundVolume() const { return std::clamp(m_values.value("sound/volume", 50).toInt(), 0, 100); }

void Settings::setSoundVolume(int percent) { m_values.setValue("sound/volume", percent); }

int Settings::editorZoom() const { return std::clamp(m_values.value("editor/zoom", 0).toInt(), -8, 20); }

void Settings::setEditorZoom(int steps) { m_values.setValue("editor/zoom", steps); }

}  // namespace coroboard::gui
