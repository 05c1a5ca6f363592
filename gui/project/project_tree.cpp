// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_tree.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QSaveFile>
#include <QVBoxLayout>

#include "project/file_model.h"
#include "theme/theme.h"

namespace coroboard::gui {

ProjectTree::ProjectTree(QWidget* parent)
    : QWidget(parent), m_model(new FileModel(this)), m_view(new QTreeView(this)), m_name(new QLineEdit(this)), m_none(new QLabel(this))
{
    m_view->setObjectName(QStringLiteral("projectTree"));
    m_view->setAccessibleName(tr("Files of the project"));
    m_view->setModel(m_model);
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(14);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_name->setObjectName(QStringLiteral("fileName"));
    m_name->setAccessibleName(tr("Name of the new file"));
    m_name->installEventFilter(this);
    m_name->hide();
    m_none->setText(tr("This program runs alone: the board's flash is in memory.\n\nA folder with a main.py is a project; its files are the board's flash."));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_none->setMargin(spacing::wide);
    m_none->setObjectName(QStringLiteral("noProject"));
    m_none->setEnabled(false);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_none, 1);
    column->addWidget(m_name);
    setFocusProxy(m_view);
    const auto open = [this](const QModelIndex& index) {
        if (!m_model->isDir(index)) Q_EMIT fileAsked(m_model->filePath(index));
    };
    connect(m_view, &QTreeView::activated, this, open);
    connect(m_name, &QLineEdit::returnPressed, this, &ProjectTree::answer);
    setProject({}, {});
}

void ProjectTree::setProject(const QString& folder, const QString& program)
{
    m_view->setVisible(!folder.isEmpty());
    m_none->setVisible(folder.isEmpty());
    m_program = program;
    static_cast<FileModel*>(m_model)->setProgram(program);
    if (folder == m_folder) return m_view->viewport()->update();
    m_folder = folder;
    endAsking();
    m_model->setRootPath(folder);
    m_view->setRootIndex(folder.isEmpty() ? QModelIndex() : m_model->index(folder));
}

void ProjectTree::setActions(const QList<QAction*>& actions) { m_view->addActions(actions); }

QString ProjectTree::selected() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->filePath(index) : QString();
}

void ProjectTree::select(const QString& path)
{
    if (m_folder.isEmpty() || !path.startsWith(m_folder) || path == selected()) return;
    if (const QModelIndex index = m_model->index(path); index.isValid()) m_view->setCurrentIndex(index);
}

QString ProjectTree::folderOfSelection() const
{
    const QString path = selected();
    if (path.isEmpty()) return m_folder;
    return QFileInfo(path).isDir() ? path : QFileInfo(path).absolutePath();
}

// -- Names.

void ProjectTree::ask(Asking what, const QString& title, const QString& text)
{
    if (m_folder.isEmpty()) return Q_EMIT failed(tr("This program runs alone. Open a folder with a main.py to have files beside it."));
    m_asking = what;
    m_name->setPlaceholderText(title);
    m_name->setAccessibleName(title);
    m_name->setText(text);
    m_name->show();
    m_name->setFocus(Qt::OtherFocusReason);
    const auto dot = text.lastIndexOf(QLatin1Char('.'));
    m_name->setSelection(0, static_cast<int>(dot > 0 ? dot : text.size()));
}

void ProjectTree::askNewFile()
{
    m_target = folderOfSelection();
    ask(Asking::File, tr("Name of the new file"), {});
}

void ProjectTree::askNewFolder()
{
    m_target = folderOfSelection();
    ask(Asking::Folder, tr("Name of the new folder"), {});
}

void ProjectTree::askRename()
{
    m_target = selected();
    if (m_target == m_program) return Q_EMIT failed(tr("A project needs its main.py."));
    if (!m_target.isEmpty()) ask(Asking::Name, tr("New name of %1").arg(QFileInfo(m_target).fileName()), QFileInfo(m_target).fileName());
}

void ProjectTree::answer()
{
    const QString name = m_name->text().trimmed();
    const QString folder = m_asking == Asking::Name ? QFileInfo(m_target).absolutePath() : m_target;
    const QString path = QDir::cleanPath(QDir(folder).filePath(name));
    if (name.isEmpty() || !path.startsWith(m_folder + QLatin1Char('/'))) return Q_EMIT failed(tr("“%1” is no name for a file in this project.").arg(name));
    if (path == m_target) return endAsking();
    if (QFileInfo::exists(path)) return Q_EMIT failed(tr("%1 is there already.").arg(QDir(m_folder).relativeFilePath(path)));
    m_asking == Asking::Name ? rename(path) : make(path);
}

void ProjectTree::make(const QString& path)
{
    const bool folder = m_asking == Asking::Folder;
    bool made = QDir().mkpath(folder ? path : QFileInfo(path).absolutePath());
    if (made && !folder) {
        QFile file(path);
        made = file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    }
    if (!made) return Q_EMIT failed(tr("%1 cannot be made here.").arg(QDir(m_folder).relativeFilePath(path)));
    endAsking();
    if (!folder) Q_EMIT fileMade(path);
}

void ProjectTree::rename(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !QFile::rename(m_target, path))
        return Q_EMIT failed(tr("%1 cannot be renamed.").arg(QFileInfo(m_target).fileName()));
    const QString from = m_target;
    endAsking();
    Q_EMIT renamed(from, path);
}

void ProjectTree::endAsking()
{
    m_asking = Asking::Nothing;
    if (!m_name->isVisible()) return;
    m_name->hide();
    m_view->setFocus();
}

bool ProjectTree::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        endAsking();
        return true;
    }
    if (watched == m_name && event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason) endAsking();
    return QWidget::eventFilter(watched, event);
}

void ProjectTree::remove()
{
    const QString path = selected();
    if (path.isEmpty()) return;
    if (path == m_program) return Q_EMIT failed(tr("A project needs its main.py."));
    QString inTrash;
    if (!QFile::moveToTrash(path, &inTrash))
        return Q_EMIT failed(tr("%1 cannot be moved to the trash, so it stays.").arg(QDir(m_folder).relativeFilePath(path)));
    Q_EMIT removed(path, inTrash);
}

}  // namespace coroboard::gui
