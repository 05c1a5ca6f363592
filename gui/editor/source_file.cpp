// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/source_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include "program/program.h"

namespace coroboard::gui {

namespace {

constexpr qint64 largest = 4 * 1024 * 1024;

// The words of this file, for translators.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceFile)
};

auto wrong(const QString& path, const QString& what)
{
    return failure(QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(path), what).toStdString());
}

}  // namespace

Result<SourceText> readSource(const QString& path)
{
    QFile file(path);
    if (QFileInfo(path).isDir()) return wrong(path, Words::tr("is a folder"));
    if (!file.open(QIODevice::ReadOnly)) return wrong(path, file.errorString());
    if (file.size() > largest) return wrong(path, Words::tr("is larger than 4 MiB, more than a program can be"));
    const QByteArray bytes = file.read(largest + 1);
    if (bytes.contains('\0')) return wrong(path, Words::tr("is not a text file"));
    QStringDecoder decoder(QStringDecoder::Utf8);
    SourceText source{decoder(bytes), bytes.contains("\r\n")};
    if (decoder.hasError()) return wrong(path, Words::tr("is not UTF-8 text"));
    source.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return source;
}

Result<void> writeSource(const QString& path, const SourceText& source)
{
    QString text = source.text;
    if (source.windowsLineEnds) text.replace(QLatin1Char('\n'), QStringLiteral("\r\n"));
    return program::saveText(path.toStdString(), text.toStdString());
}

}  // namespace coroboard::gui
