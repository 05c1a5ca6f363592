// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_files.h"

#include <QDir>
#include <QDirIterator>

namespace coroboard::gui {

namespace {

constexpr int mostFiles = 3000;
constexpr int deepest = 8;

void collect(const QString& folder, int depth, QStringList& files)
{
    if (depth > deepest) return;
    const auto entries = QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name | QDir::DirsLast);
    for (const QFileInfo& entry : entries) {
        if (files.size() >= mostFiles) return;
        if (entry.isDir())
            collect(entry.absoluteFilePath(), depth + 1, files);
        else if (entry.isFile())
            files.append(entry.absoluteFilePath());
    }
}

}  // namespace

QStringList projectFiles(const QString& folder)
{
    QStringList files;
    if (!folder.isEmpty()) collect(folder, 0, files);
    return files;
}

QStringList projectModules(const QString& folder)
{
    QStringList modules;
    for (const QString& file : projectFiles(folder)) {
        QString name = QDir(folder).relativeFilePath(file);
        if (!name.endsWith(QStringLiteral(".py"))) continue;
        name.chop(3);
        if (name.endsWith(QStringLiteral("/__init__"))) name.chop(9);
        name.replace(QLatin1Char('/'), QLatin1Char('.'));
        modules.append(name);
        if (name.startsWith(QStringLiteral("lib."))) modules.append(name.mid(4));
    }
    return modules;
}

QString moduleFile(const QString& folder, const QString& module)
{
    if (folder.isEmpty() || module.isEmpty()) return {};
    QString path = module;
    while (path.startsWith(QLatin1Char('.'))) path.remove(0, 1);
    path.replace(QLatin1Char('.'), QLatin1Char('/'));
    for (const QString& root : {QString(), QStringLiteral("lib/")})
        for (const QString& tail : {QStringLiteral(".py"), QStringLiteral("/__init__.py")})
            if (const QFileInfo file(QDir(folder).filePath(root + path + tail)); file.isFile()) return file.absoluteFilePath();
    return {};
}

}  // namespace coroboard::gui
