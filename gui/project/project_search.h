// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProjectSearch: words in all files of the project, those that are being edited as they are in the editor. It looks through one file at a
// time and lets the window go on between two.

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QTreeWidget>
#include <QWidget>
#include <functional>
#include <optional>

namespace coroboard::gui {

class ProjectSearch final : public QWidget {
    Q_OBJECT

public:
    // What a file holds now; nothing: it is no text.
    using TextOf = std::function<std::optional<QString>(const QString& file)>;

    explicit ProjectSearch(QWidget* parent = nullptr);

    void setFiles(std::function<QStringList()> files, TextOf textOf);
    // With these words, if there are any, in the field.
    void ask(const QString& words);

    QLineEdit& field() const { return *m_field; }
    QTreeWidget& results() const { return *m_results; }
    QString told() const { return m_told->text(); }

public Q_SLOTS:
    void search();

Q_SIGNALS:
    void placeAsked(const QString& file, int line);
    void finished();

private:
    void lookAtNext();
    void lookAt(const QString& file, const QString& text);
    void end();

    QLineEdit* m_field;
    QCheckBox* m_case;
    QLabel* m_told;
    QTreeWidget* m_results;
    QTimer m_next;
    std::function<QStringList()> m_allFiles;
    TextOf m_textOf;
    QStringList m_files;                     // not looked at yet
    QString m_folder;
    int m_found = 0;
};

}  // namespace coroboard::gui
