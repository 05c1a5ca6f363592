// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/file_model.h"

#include <QAbstractFileIconProvider>
#include <QFont>
#include <QLocale>

#include "theme/icons.h"

namespace coroboard::gui {

namespace {

// The model asks for icons on a thread of its own; ours are made where they are painted.
class NoIcons final : public QAbstractFileIconProvider {
public:
    QIcon icon(IconType) const override { return {}; }
    QIcon icon(const QFileInfo&) const override { return {}; }
};

NoIcons noIcons;

}  // namespace

FileModel::FileModel(QObject* parent) : QFileSystemModel(parent)
{
    setIconProvider(&noIcons);
    setFilter(QDir::AllEntries | QDir::NoDotAndDotDot);
}

QVariant FileModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::DecorationRole) {
        if (isDir(index)) return icon(QStringLiteral("open"));
        const bool python = fileName(index).endsWith(QStringLiteral(".py"));
        return filePath(index) == m_program ? icon(QStringLiteral("run"), IconTint::Running) : icon(python ? QStringLiteral("editor") : QStringLiteral("file"));
    }
    if (role == Qt::FontRole && filePath(index) == m_program) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    if (role == Qt::ToolTipRole && !isDir(index))
        return QStringLiteral("%1 · %2").arg(fileName(index), QLocale().formattedDataSize(size(index)));
    return QFileSystemModel::data(index, role);
}

}  // namespace coroboard::gui
