// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NewProjectDialog: a template, a board, a name and a place; what is wrong is said in the dialog while one types. Does not block.

#include <QDialog>

#include "start/project_template.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace coroboard::gui {

class NewProjectDialog final : public QDialog {
    Q_OBJECT

public:
    // The board's name that is chosen first, and the folder new projects go into.
    NewProjectDialog(const QString& board, const QString& folder, QWidget* parent);

Q_SIGNALS:
    void created(const QString& path);

private:
    void check();
    void create();

    std::vector<ProjectTemplate> m_templates;
    std::vector<board::BoardProfile> m_profiles;
    QListWidget* m_list;
    QComboBox* m_board;
    QLineEdit* m_name;
    QLineEdit* m_folder;
    QLabel* m_problem;
    QPushButton* m_create;
};

}  // namespace coroboard::gui
