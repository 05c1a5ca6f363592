// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/disk_watch.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace coroboard::gui {

namespace {

// Programs save by deleting and renaming: what happens is judged when it is over.
constexpr int settleMilliseconds = 120;

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(&file);
    return hash.result();
}

}  // namespace

DiskWatch::DiskWatch(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &DiskWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

// The folders are watched too: a file that comes back after a deletion is only seen there.
void DiskWatch::watch(const QStringList& files)
{
    QHash<QString, QByteArray> next;
    for (const QString& file : files) next.insert(file, m_known.contains(file) ? m_known.value(file) : contentsOf(file));
    if (next == m_known) return;
    m_known = next;
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty()) m_watcher.removePaths(old);
    QStringList paths;
    for (const QString& file : files)
        for (const QString& path : {file, QFileInfo(file).absolutePath()})
            if (QFileInfo::exists(path) && !paths.contains(path)) paths.append(path);
    if (!paths.isEmpty()) m_watcher.addPaths(paths);
}

void DiskWatch::known(const QString& file)
{
    if (m_known.contains(file)) m_known[file] = contentsOf(file);
}

void DiskWatch::look()
{
    const QHash<QString, QByteArray> before = m_known;
    for (auto at = before.begin(); at != before.end(); ++at) {
        const QByteArray now = contentsOf(at.key());
        if (!now.isEmpty() && !m_watcher.files().contains(at.key())) m_watcher.addPath(at.key());
        if (now == at.value() || !m_known.contains(at.key())) continue;
        m_known[at.key()] = now;
        if (now.isEmpty())
            Q_EMIT deleted(at.key());
        else
            Q_EMIT changed(at.key());
    }
    Q_EMIT looked();
}

}  // namespace coroboard::gui
