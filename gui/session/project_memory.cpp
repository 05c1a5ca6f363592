// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/project_memory.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace coroboard::gui {

namespace {

QStringList strings(const QJsonValue& list)
{
    QStringList all;
    for (const QJsonValue& each : list.toArray())
        if (each.isString()) all.append(each.toString());
    return all;
}

}  // namespace

QString ProjectMemory::fileFor(const QString& program) const
{
    const QByteArray key = QCryptographicHash::hash(program.toUtf8(), QCryptographicHash::Sha1).toHex().left(20);
    return QDir(m_folder).filePath(QString::fromLatin1(key) + QStringLiteral(".json"));
}

ProjectNotes ProjectMemory::recall(const QString& program) const
{
    ProjectNotes notes;
    QFile file(fileFor(program));
    if (program.isEmpty() || !file.open(QIODevice::ReadOnly)) return notes;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    notes.open = strings(object.value("open"));
    notes.inFront = object.value("inFront").toString();
    notes.watches = strings(object.value("watches"));
    const QJsonObject files = object.value("breakpoints").toObject();
    for (auto at = files.begin(); at != files.end(); ++at)
        for (const QJsonValue& each : at->toArray())
            if (const int line = each.toObject().value("line").toInt(); line > 0)
                notes.breakpoints[at.key()].push_back({line, each.toObject().value("condition").toString(), each.toObject().value("ignored").toInt()});
    return notes;
}

void ProjectMemory::keep(const QString& program, const ProjectNotes& notes)
{
    if (program.isEmpty() || (program == m_keptFor && notes == m_kept)) return;
    QJsonObject files;
    for (auto at = notes.breakpoints.begin(); at != notes.breakpoints.end(); ++at) {
        QJsonArray list;
        for (const LineBreakpoint& each : *at)
            list.append(QJsonObject{{"line", each.line}, {"condition", each.condition}, {"ignored", each.ignored}});
        if (!list.isEmpty()) files.insert(at.key(), list);
    }
    QDir().mkpath(m_folder);
    QSaveFile file(fileFor(program));
    const QJsonObject object{{"program", program},
                             {"open", QJsonArray::fromStringList(notes.open)},
                             {"inFront", notes.inFront},
                             {"breakpoints", files},
                             {"watches", QJsonArray::fromStringList(notes.watches)}};
    if (!file.open(QIODevice::WriteOnly)) return;
    file.write(QJsonDocument(object).toJson());
    if (!file.commit()) return;
    m_keptFor = program;
    m_kept = notes;
}

}  // namespace coroboard::gui
