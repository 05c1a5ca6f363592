// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project_search.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int mostFound = 1000;
constexpr int shownText = 200;
constexpr int fileRole = Qt::UserRole;
constexpr int lineRole = Qt::UserRole + 1;

}  // namespace

ProjectSearch::ProjectSearch(QWidget* parent)
    : QWidget(parent), m_field(new QLineEdit(this)), m_case(new QCheckBox(tr("Aa"), this)), m_told(new QLabel(this)), m_results(new QTreeWidget(this))
{
    m_field->setPlaceholderText(tr("Find in all files of the project"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_case->setToolTip(tr("Match capital letters"));
    m_case->setAccessibleName(m_case->toolTip());
    m_results->setAccessibleName(tr("Places found"));
    m_results->setObjectName(QStringLiteral("searchResults"));
    m_results->setHeaderHidden(true);
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->setIndentation(16);
    m_results->setUniformRowHeights(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    head->setSpacing(spacing::normal);
    head->addWidget(m_field, 1);
    head->addWidget(m_case);
    head->addWidget(m_told);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_results, 1);
    setFocusProxy(m_field);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &ProjectSearch::lookAtNext);
    connect(m_field, &QLineEdit::returnPressed, this, &ProjectSearch::search);
    const auto go = [this](QTreeWidgetItem* item) {
        if (const int line = item->data(0, lineRole).toInt(); line > 0) Q_EMIT placeAsked(item->data(0, fileRole).toString(), line);
    };
    connect(m_results, &QTreeWidget::itemClicked, this, go);
    connect(m_results, &QTreeWidget::itemActivated, this, go);
}

void ProjectSearch::setFiles(std::function<QStringList()> files, TextOf textOf)
{
    m_allFiles = std::move(files);
    m_textOf = std::move(textOf);
}

void ProjectSearch::ask(const QString& words)
{
    if (!words.isEmpty()) m_field->setText(words);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ProjectSearch::search()
{
    m_results->clear();
    m_found = 0;
    m_files = m_field->text().isEmpty() || !m_allFiles ? QStringList() : m_allFiles();
    m_told->setText(tr("Searching…"));
    m_next.start(0);
}

void ProjectSearch::lookAtNext()
{
    if (m_files.isEmpty() || m_found >= mostFound) return end();
    const QString file = m_files.takeFirst();
    if (const auto text = m_textOf(file)) lookAt(file, *text);
    m_next.start(0);
}

void ProjectSearch::lookAt(const QString& file, const QString& text)
{
    const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (!text.contains(m_field->text(), sensitivity)) return;
    QTreeWidgetItem* head = nullptr;
    int line = 0;
    for (const QString& each : text.split(QLatin1Char('\n'))) {
        ++line;
        if (!each.contains(m_field->text(), sensitivity)) continue;
        if (!head) {
            head = new QTreeWidgetItem(m_results, {QFileInfo(file).fileName() + QStringLiteral("  ·  ") + QFileInfo(file).path()});
            head->setIcon(0, icon(QStringLiteral("file")));
            head->setExpanded(true);
        }
        auto* row = new QTreeWidgetItem(head, {QStringLiteral("%1:  %2").arg(line).arg(each.trimmed().left(shownText))});
        row->setFont(0, codeFont());
        row->setData(0, fileRole, file);
        row->setData(0, lineRole, line);
        if (++m_found >= mostFound) return;
    }
}

void ProjectSearch::end()
{
    m_told->setText(m_found >= mostFound ? tr("The first %n place(s)", nullptr, m_found) : tr("%n place(s)", nullptr, m_found));
    Q_EMIT finished();
}

}  // namespace coroboard::gui
