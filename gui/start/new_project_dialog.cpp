// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/new_project_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

#include "simulation/board_files.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

NewProjectDialog::NewProjectDialog(const QString& board, const QString& folder, QWidget* parent)
    : QDialog(parent), m_templates(projectTemplates()), m_profiles(board::loadProfiles(simulation::boardsFolder())),
      m_list(new QListWidget), m_board(new QComboBox), m_name(new QLineEdit), m_folder(new QLineEdit(QDir::toNativeSeparators(folder))),
      m_problem(new QLabel), m_create(nullptr)
{
    setObjectName(QStringLiteral("newProject"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New project"));
    resize(560, 440);
    m_list->setAccessibleName(tr("Template"));
    for (const ProjectTemplate& each : m_templates) m_list->addItem(each.title + QLatin1Char('\n') + each.about);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setCurrentRow(1);
    for (const auto& profile : m_profiles) {
        m_board->addItem(icon(QStringLiteral("board")), QString::fromStdString(profile.title));
        if (profile.name == board.toStdString()) m_board->setCurrentIndex(m_board->count() - 1);
    }
    m_board->setAccessibleName(tr("Board"));
    m_name->setObjectName(QStringLiteral("projectName"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("my-project"));
    m_folder->setObjectName(QStringLiteral("projectFolder"));
    m_folder->setAccessibleName(tr("Where"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);

    auto* browse = new QToolButton;
    browse->setIcon(icon(QStringLiteral("open")));
    browse->setToolTip(tr("Choose a folder"));
    browse->setAccessibleName(tr("Choose a folder"));
    connect(browse, &QToolButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(this, tr("Where the project goes"), m_folder->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
        dialog->open();
    });
    auto* where = new QHBoxLayout;
    where->addWidget(m_folder, 1);
    where->addWidget(browse);
    auto* form = new QFormLayout;
    form->setSpacing(spacing::normal);
    form->addRow(tr("Board"), m_board);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Where"), where);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_create = buttons->addButton(tr("Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("create"));
    m_create->setProperty("primary", true);
    m_create->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * spacing::wide, 2 * spacing::wide, 2 * spacing::wide, spacing::wide);
    column->setSpacing(spacing::wide);
    column->addWidget(m_list, 1);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::create);
    connect(m_list, &QListWidget::currentRowChanged, this, &NewProjectDialog::check);
    connect(m_board, &QComboBox::currentIndexChanged, this, &NewProjectDialog::check);
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    m_name->setFocus();
    check();
}

void NewProjectDialog::check()
{
    QString problem;
    const auto row = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    if (m_profiles.empty())
        problem = tr("no board was found");
    else if (const auto text = filledIn(m_templates[row], m_profiles[static_cast<std::size_t>(m_board->currentIndex())]); !text)
        problem = QString::fromStdString(text.error().message);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_create->setEnabled(problem.isEmpty() && !m_name->text().trimmed().isEmpty());
}

void NewProjectDialog::create()
{
    const auto made = createProject(m_folder->text(), m_name->text(), m_templates[static_cast<std::size_t>(m_list->currentRow())],
                                    m_profiles[static_cast<std::size_t>(m_board->currentIndex())]);
    if (!made) {
        m_problem->setText(QString::fromStdString(made.error().message));
        m_problem->show();
        return;
    }
    Q_EMIT created(*made);
    accept();
}

}  // namespace coroboard::gui
