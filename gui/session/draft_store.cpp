// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/draft_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

namespace coroboard::gui {

namespace {

QString lockOf(const QString& file) { return file + QStringLiteral(".lock"); }

// A file that is not ours or not whole gives nothing.
std::vector<Draft> readDrafts(const QString& file)
{
    QFile source(file);
    std::vector<Draft> drafts;
    if (!source.open(QIODevice::ReadOnly)) return drafts;
    for (const QJsonValue& value : QJsonDocument::fromJson(source.readAll()).object().value("drafts").toArray()) {
        const QJsonObject draft = value.toObject();
        if (draft.value("text").isString())
            drafts.push_back({draft.value("path").toString(), draft.value("text").toString(), draft.value("line").toInt(1),
                              draft.value("program").toString(draft.value("path").toString())});
    }
    return drafts;
}

}  // namespace

DraftStore::DraftStore(const QString& folder) : m_folder(folder)
{
    QDir().mkpath(folder);
    const QString instance = QUuid::createUuid().toString(QUuid::Id128).left(12);
    m_file = QDir(folder).filePath(QStringLiteral("%1-%2.json").arg(QCoreApplication::applicationPid()).arg(instance));
    m_lock = std::make_unique<QLockFile>(lockOf(m_file));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
}

DraftStore::~DraftStore()
{
    if (m_kept.empty()) QFile::remove(m_file);
}

Result<void> DraftStore::keep(const std::vector<Draft>& drafts)
{
    if (drafts == m_kept) return {};
    if (drafts.empty()) {
        QFile::remove(m_file);
        m_kept.clear();
        return {};
    }
    QJsonArray list;
    for (const Draft& draft : drafts)
        list.append(QJsonObject{{"path", draft.path}, {"text", draft.text}, {"line", draft.line}, {"program", draft.program}});
    QSaveFile file(m_file);
    const QByteArray bytes = QJsonDocument(QJsonObject{{"drafts", list}}).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure((QDir::toNativeSeparators(m_file) + QStringLiteral(": ") + file.errorString()).toStdString());
    m_kept = drafts;
    return {};
}

std::vector<Draft> DraftStore::takeOrphans()
{
    std::vector<Draft> found;
    for (const QFileInfo& info : QDir(m_folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time)) {
        if (info.absoluteFilePath() == QFileInfo(m_file).absoluteFilePath()) continue;
        QLockFile lock(lockOf(info.filePath()));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0)) continue;
        const std::vector<Draft> drafts = readDrafts(info.filePath());
        found.insert(found.end(), drafts.begin(), drafts.end());
        QFile::remove(info.filePath());
    }
    return found;
}

}  // namespace coroboard::gui
