// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/find_bar.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QToolButton>

#include "editor/code_editor.h"
#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

QToolButton* button(QWidget* parent, const QString& text, const QString& iconName = {})
{
    auto* made = new QToolButton(parent);
    made->setText(text);
    made->setToolTip(text);
    made->setAccessibleName(text);
    if (!iconName.isEmpty()) made->setIcon(icon(iconName));
    made->setIconSize(QSize(16, 16));
    return made;
}

}  // namespace

FindBar::FindBar(QWidget* parent) : QWidget(parent)
{
    setAutoFillBackground(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    grid->setSpacing(spacing::tight);
    m_what = new QLineEdit(this);
    m_what->setPlaceholderText(tr("Find"));
    m_what->setAccessibleName(tr("Find"));
    m_with = new QLineEdit(this);
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_case = new QCheckBox(tr("Aa"), this);
    m_case->setToolTip(tr("Match capital letters"));
    QToolButton* previous = button(this, tr("Previous"), QStringLiteral("chevron-up"));
    QToolButton* next = button(this, tr("Next"), QStringLiteral("chevron-down"));
    QToolButton* done = button(this, tr("Close"), QStringLiteral("close"));
    QToolButton* one = button(this, tr("Replace"));
    QToolButton* all = button(this, tr("All"));
    grid->addWidget(m_what, 0, 0);
    grid->addWidget(m_case, 0, 1);
    grid->addWidget(previous, 0, 2);
    grid->addWidget(next, 0, 3);
    grid->addWidget(done, 0, 4);
    grid->addWidget(m_with, 1, 0);
    grid->addWidget(one, 1, 1, 1, 2);
    grid->addWidget(all, 1, 3, 1, 2);
    connect(m_what, &QLineEdit::returnPressed, this, &FindBar::findNext);
    connect(m_with, &QLineEdit::returnPressed, this, &FindBar::replaceOne);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(one, &QToolButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QToolButton::clicked, this, &FindBar::replaceAll);
    connect(done, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open()
{
    if (m_editor->hasSelectedText() && !m_editor->selectedText().contains(QLatin1Char('\n'))) m_what->setText(m_editor->selectedText());
    show();
    m_what->setFocus();
    m_what->selectAll();
}

void FindBar::close()
{
    hide();
    m_editor->setFocus();
}

void FindBar::findNext() { tellFound(find(Direction::Forward)); }

void FindBar::findPrevious() { tellFound(find(Direction::Backward)); }

bool FindBar::find(Direction direction)
{
    const QString what = m_what->text();
    if (what.isEmpty()) return true;
    int line = -1;
    int column = -1;
    if (direction == Direction::Backward && m_editor->hasSelectedText()) {
        int endLine = 0;
        int endColumn = 0;
        m_editor->getSelection(&line, &column, &endLine, &endColumn);
    }
    return m_editor->findFirst(what, false, m_case->isChecked(), false, true, direction == Direction::Forward, line, column);
}

void FindBar::tellFound(bool found)
{
    QPalette dressed;
    if (!found) dressed.setColor(QPalette::Text, coloursFor(palette()).failed);
    m_what->setPalette(dressed);
    m_what->setToolTip(found ? QString() : tr("Not found"));
}

void FindBar::replaceOne()
{
    const Qt::CaseSensitivity sensitivity = m_case->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (m_editor->hasSelectedText() && m_editor->selectedText().compare(m_what->text(), sensitivity) == 0)
        m_editor->replaceSelectedText(m_with->text());
    findNext();
}

void FindBar::replaceAll()
{
    if (m_what->text().isEmpty()) return;
    m_editor->beginUndoAction();
    bool found = m_editor->findFirst(m_what->text(), false, m_case->isChecked(), false, false, true, 0, 0);
    const bool any = found;
    while (found) {
        m_editor->replace(m_with->text());
        found = m_editor->findNext();
    }
    m_editor->endUndoAction();
    tellFound(any);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) return close();
    QWidget::keyPressEvent(event);
}

}  // namespace coroboard::gui
