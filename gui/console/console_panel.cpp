// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>

#include "theme/icons.h"
#include "theme/theme.h"

namespace coroboard::gui {

namespace {

QAction* tool(QObject* parent, const QString& name, const QString& text, const QString& iconName)
{
    auto* made = new QAction(icon(iconName), text, parent);
    made->setObjectName(name);
    return made;
}

}  // namespace

ConsolePanel::ConsolePanel(QWidget* parent)
    : QWidget(parent), m_terminal(new ConsoleView), m_plot(new PlotView), m_stack(new QStackedWidget(this)), m_findBar(makeFindBar())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_findBar);
    m_stack->addWidget(m_terminal);
    m_stack->addWidget(m_plot);
    m_plotMode = tool(this, QStringLiteral("plotPrinted"), tr("Plot the numbers that are printed"), QStringLiteral("plot"));
    m_plotMode->setCheckable(true);
    m_pause = tool(this, QStringLiteral("pausePlot"), tr("Hold the plot still"), QStringLiteral("pause"));
    m_pause->setCheckable(true);
    m_pause->setEnabled(false);
    m_find = tool(this, QStringLiteral("findInConsole"), tr("Find in the console"), QStringLiteral("find"));
    m_save = tool(this, QStringLiteral("saveConsole"), tr("Save what the console shows…"), QStringLiteral("save"));
    connect(m_plotMode, &QAction::toggled, this, &ConsolePanel::showPlot);
    connect(m_pause, &QAction::toggled, m_plot, &PlotView::setPaused);
    connect(m_plot, &PlotView::pausedChanged, m_pause, &QAction::setChecked);
    connect(m_find, &QAction::triggered, this, &ConsolePanel::openFind);
    connect(m_save, &QAction::triggered, this, &ConsolePanel::askSave);
    connect(m_terminal, &ConsoleView::findAsked, this, &ConsolePanel::openFind);
    connect(m_terminal, &ConsoleView::contextMenuAsked, this, &ConsolePanel::openMenu);
    setFocusProxy(m_terminal);
}

void ConsolePanel::write(const QByteArray& bytes)
{
    m_terminal->write(bytes);
    m_plot->add(m_numbers.write(bytes));
}

void ConsolePanel::clear()
{
    m_terminal->clearAll();
    m_plot->clear();
}

// -- Finding.

QWidget* ConsolePanel::makeFindBar()
{
    auto* bar = new QWidget(this);
    bar->setObjectName(QStringLiteral("consoleFindBar"));
    bar->setAutoFillBackground(true);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::tight);
    m_words = new QLineEdit(bar);
    m_words->setPlaceholderText(tr("Find in the console"));
    m_words->setAccessibleName(tr("Find in the console"));
    row->addWidget(m_words, 1);
    const auto button = [&](const QString& text, const QString& iconName, auto clicked) {
        auto* made = new QToolButton(bar);
        made->setIcon(icon(iconName));
        made->setIconSize(QSize(16, 16));
        made->setToolTip(text);
        made->setAccessibleName(text);
        connect(made, &QToolButton::clicked, this, clicked);
        row->addWidget(made);
    };
    button(tr("Previous"), QStringLiteral("chevron-up"), [this] { findNext(ConsoleView::Direction::Up); });
    button(tr("Next"), QStringLiteral("chevron-down"), [this] { findNext(ConsoleView::Direction::Down); });
    button(tr("Close"), QStringLiteral("close"), [this] { closeFind(); });
    // The newest is at the bottom: Enter goes up.
    connect(m_words, &QLineEdit::returnPressed, this, [this] { findNext(ConsoleView::Direction::Up); });
    m_words->installEventFilter(this);
    bar->hide();
    return bar;
}

bool ConsolePanel::eventFilter(QObject* watched, QEvent* event)
{
    const bool escape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape;
    if (escape) closeFind();
    return escape || QWidget::eventFilter(watched, event);
}

void ConsolePanel::openFind()
{
    m_plotMode->setChecked(false);
    const QString selected = m_terminal->selectedText();
    if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n'))) m_words->setText(selected);
    m_findBar->show();
    m_words->setFocus();
    m_words->selectAll();
}

void ConsolePanel::closeFind()
{
    m_findBar->hide();
    m_terminal->setFocus();
}

void ConsolePanel::findNext(ConsoleView::Direction direction)
{
    const bool found = m_terminal->find(m_words->text(), direction);
    QPalette dressed;
    if (!found) dressed.setColor(QPalette::Text, coloursFor(palette()).failed);
    m_words->setPalette(dressed);
    m_words->setToolTip(found ? QString() : tr("Not found"));
}

// -- Plot, saving, menu.

void ConsolePanel::showPlot(bool plot)
{
    m_stack->setCurrentWidget(plot ? static_cast<QWidget*>(m_plot) : m_terminal);
    m_pause->setEnabled(plot);
    if (plot) m_findBar->hide();
    setFocusProxy(plot ? static_cast<QWidget*>(m_plot) : m_terminal);
    m_stack->currentWidget()->setFocus();
}

bool ConsolePanel::saveTo(const QString& file)
{
    QSaveFile out(file);
    QByteArray log = m_terminal->toPlainText().toUtf8();
    if (!log.endsWith('\n')) log += '\n';
    bool written = out.open(QIODevice::WriteOnly);
    if (written && m_stack->currentWidget() != m_plot) written = out.write(log) >= 0;
    else if (written && file.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive)) written = m_plot->grab().save(&out, "PNG");
    else if (written) written = out.write(m_plot->series().csv()) >= 0;
    if (written && out.commit()) return true;
    m_terminal->remark(tr("%1 could not be written: %2").arg(file, out.errorString()), ConsoleView::Tone::Error);
    return false;
}

void ConsolePanel::askSave()
{
    const bool plot = m_stack->currentWidget() == m_plot;
    const QString kinds = plot ? tr("Table (*.csv);;Picture (*.png)") : tr("Text (*.txt *.log);;All files (*)");
    const QString file = QFileDialog::getSaveFileName(this, tr("Save what the console shows"), plot ? QStringLiteral("plot.csv") : QStringLiteral("console.txt"), kinds);
    if (!file.isEmpty()) saveTo(file);
}

void ConsolePanel::openMenu(const QPoint& where)
{
    QMenu menu(this);
    QAction* copy = menu.addAction(tr("Copy"), m_terminal, &ConsoleView::copy);
    copy->setEnabled(m_terminal->hasSelection());
    menu.addAction(tr("Paste"), m_terminal, &ConsoleView::pasteToBoard);
    menu.addAction(tr("Select all"), m_terminal, &ConsoleView::selectAll);
    menu.addSeparator();
    menu.addActions({m_find, m_save, m_plotMode});
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("clear")), tr("Clear"), this, &ConsolePanel::clear);
    menu.exec(where);
}

}  // namespace coroboard::gui
