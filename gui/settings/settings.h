// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Settings: what the application remembers between runs, by name and type, in one place. GUI thread.
// Kept by QSettings (on Linux ~/.config/Coroboard/Coroboard.conf); a value that does not read back as its type falls to its default.

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include "theme/theme.h"

namespace coroboard::gui {

// What the application shows when it is started without a file.
enum class StartUp { Continue, StartPage, Demo };

// When files are saved without being told.
enum class Autosave { Never, BeforeRun, Always };

class Settings {
public:
    // The user's own file, or the given one (tests, portable use).
    explicit Settings(const QString& file = {});

    // Where this user's recovered texts and the like are kept; beside the given file, if there is one.
    QString stateFolder() const;

    // Writes to disk now, not when the event loop is idle.
    void sync() { m_values.sync(); }

    // True until the application was used once.
    bool firstRun() const;
    void setUsed();

    StartUp startUp() const;
    void setStartUp(StartUp choice);

    Autosave autosave() const;
    void setAutosave(Autosave choice);

    // Virtual seconds a wall second, 0 = as fast as possible; 1 unless chosen.
    double startSpeed() const;
    void setStartSpeed(double factor);

    // In points; 0 = as the desktop says.
    int fontSize() const;
    void setFontSize(int points);

    // "en", "de", "zh_CN"; empty = as the desktop says.
    QString language() const;
    void setLanguage(const QString& name);

    // The program and the board that were open last; empty when they are gone.
    QString lastProgram() const;
    QString lastBoard() const;
    void setLast(const QString& program, const QString& board);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);

    QByteArray windowGeometry() const;
    QByteArray windowLayout() const;
    void setWindow(const QByteArray& geometry, const QByteArray& layout);

    // Newest first, at most ten, only files that still exist.
    QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    QString lastFolder() const;
    void setLastFolder(const QString& folder);

    // The lanes of the logic analyser on a board, as they were left; empty when never touched.
    QByteArray signalLanes(const QString& board) const;
    void setSignalLanes(const QString& board, const QByteArray& lanes);

    bool soundMuted() const;
    void setSoundMuted(bool muted);
    // In percent.
    int soundVolume() const;
    void setSoundVolume(int percent);

    int editorZoom() const;
    void setEditorZoom(int steps);

private:
    QString m_folder;
    mutable QSettings m_values;
};

}  // namespace coroboard::gui
