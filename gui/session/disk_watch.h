// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DiskWatch: notices when a file one has open is changed or deleted by somebody else. Compares contents, not times, so that touching a
// file or saving the same text again is no news, and one's own saving is not either once known() was told. GUI thread.

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace coroboard::gui {

class DiskWatch final : public QObject {
    Q_OBJECT

public:
    explicit DiskWatch(QObject* parent = nullptr);

    // Watches exactly these files from now on; what is in a newly watched one now is known.
    void watch(const QStringList& files);

    // What is in the file now is known (it was just read or written).
    void known(const QString& file);

Q_SIGNALS:
    void changed(const QString& file);
    void deleted(const QString& file);
    // Something happened beside a watched file, and all of them were looked at.
    void looked();

private:
    void look();

    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QHash<QString, QByteArray> m_known;      // file → hash of its contents; empty: it is not there
};

}  // namespace coroboard::gui
