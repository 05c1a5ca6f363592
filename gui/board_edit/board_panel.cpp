// SPDX-License-Identifier: GPL-3.0-or-later
#include "board_edit/board_panel.h"

#include <QAction>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

BoardPanel::BoardPanel(BoardEditor& editor, QWidget* parent)
    : QWidget(parent), m_board(new BoardView(this)), m_canvas(new EditCanvas(editor, this)), m_stack(new QStackedWidget(this)),
      m_bar(new QWidget(this)), m_row(new QHBoxLayout(m_bar)), m_title(new SteadyText(Qt::AlignLeft, m_bar)), m_problems(new QToolButton(m_bar))
{
    m_bar->setObjectName(QStringLiteral("boardBar"));
    m_bar->setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(spacing::normal, 2, spacing::tight, 2);
    m_row->setSpacing(spacing::tight);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_row->addWidget(m_title, 1);
    m_problems->setObjectName(QStringLiteral("boardProblems"));
    m_problems->setIcon(icon(QStringLiteral("error"), IconTint::Failed));
    m_problems->setIconSize(QSize(15, 15));
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setToolTip(tr("Show the next problem"));
    m_problems->setAccessibleName(tr("Show the next problem"));
    connect(m_problems, &QToolButton::clicked, this, &BoardPanel::nextProblemAsked);
    m_row->addWidget(m_problems);
    m_problems->hide();
    m_stack->addWidget(m_board);
    m_stack->addWidget(m_canvas);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_stack);
    dress();
}

BoardCanvas& BoardPanel::current() const
{
    if (mode() == BoardMode::Edit) return *m_canvas;
    return *m_board;
}

void BoardPanel::setTools(const QList<QAction*>& editing, const QList<QAction*>& always)
{
    const auto add = [this](QAction* action) {
        auto* tool = new QToolButton(m_bar);
        tool->setDefaultAction(action);
        tool->setIconSize(QSize(15, 15));
        if (action->icon().isNull()) tool->setToolButtonStyle(Qt::ToolButtonTextOnly);
        m_row->addWidget(tool);
        return tool;
    };
    for (QAction* action : editing) {
        m_editing.append(add(action));
        m_editing.last()->setVisible(mode() == BoardMode::Edit);
    }
    for (QAction* action : always) add(action);
}

void BoardPanel::setMode(BoardMode mode)
{
    m_stack->setCurrentWidget(mode == BoardMode::Edit ? static_cast<QWidget*>(m_canvas) : m_board);
    for (QWidget* tool : m_editing) tool->setVisible(mode == BoardMode::Edit);
    if (mode == BoardMode::Play) m_problems->hide();
    dress();
}

void BoardPanel::setProblems(int count)
{
    m_problems->setText(QString::number(count));
    m_problems->setVisible(count > 0 && mode() == BoardMode::Edit);
}

void BoardPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) dress();
}

// In edit mode the bar's lower edge has the accent: one sees at once that the board stands still.
void BoardPanel::dress()
{
    const Colours& c = coloursFor(palette());
    m_bar->setStyleSheet(QStringLiteral("QWidget#boardBar { background: %1; border-bottom: 1px solid %2; }")
                             .arg(c.raised.name(), (mode() == BoardMode::Edit ? c.accent : c.border).name()));
}

}  // namespace coroboard::gui
