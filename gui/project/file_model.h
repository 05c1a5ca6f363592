// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FileModel: a folder on disk as a tree of names with our icons; the file that the board runs stands out.

#include <QFileSystemModel>

namespace coroboard::gui {

class FileModel final : public QFileSystemModel {
    Q_OBJECT

public:
    explicit FileModel(QObject* parent = nullptr);

    void setProgram(const QString& path) { m_program = path; }

    int columnCount(const QModelIndex&) const override { return 1; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString m_program;
};

}  // namespace coroboard::gui
