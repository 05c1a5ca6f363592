// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: when a breakpoint stops, and what is watched.
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <algorithm>

#include "editor/editor_panel.h"
#include "main_window/actions.h"
#include "main_window/editing_actions.h"

namespace coroboard::gui {

void MainWindow::buildBreakpointActions()
{
    EditingActions& e = *m_editing;
    e.condition = namedAction(*this, "breakpointCondition", tr("Condition of the breakpoi&nt…"), {}, {QKeySequence("Ctrl+F9")});
    connect(e.condition, &QAction::triggered, this, [this] {
        int line = 0;
        int column = 0;
        m_editor->editor().getCursorPosition(&line, &column);
        askCondition(line + 1);
    });
    e.watch = namedAction(*this, "watchExpression", tr("&Watch what is selected"), {}, {QKeySequence("Ctrl+Shift+W")});
    connect(e.watch, &QAction::triggered, this, [this] {
        int line = 0;
        int column = 0;
        CodeEditor& editor = m_editor->editor();
        editor.getCursorPosition(&line, &column);
        m_editor->stopView().watchList().add(editor.hasSelectedText() ? editor.selectedText() : editor.dottedNameAt(line + 1, column));
    });
}

// A breakpoint is made where there is none yet.
void MainWindow::askCondition(int line)
{
    CodeEditor& editor = m_editor->editor();
    const auto at = [&] {
        const auto all = editor.lineBreakpoints();
        const auto found = std::find_if(all.begin(), all.end(), [line](const LineBreakpoint& each) { return each.line == line; });
        return found == all.end() ? std::nullopt : std::optional(*found);
    };
    if (!at()) editor.toggleBreakpoint(line);
    const auto breakpoint = at();
    if (!breakpoint) return;
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("conditionDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Breakpoint in line %1").arg(line));
    auto* condition = new QLineEdit(breakpoint->condition, dialog);
    condition->setPlaceholderText(tr("n > 3 and sensor.name == 'attic'"));
    auto* ignored = new QSpinBox(dialog);
    ignored->setRange(0, 1'000'000);
    ignored->setValue(breakpoint->ignored);
    auto* note = new QLabel(tr("Names, attributes, items, numbers, text, comparisons and len() are worked out without running the program. "
                               "Calls are not: they would change what it does."), dialog);
    note->setWordWrap(true);
    auto* form = new QFormLayout(dialog);
    form->addRow(tr("Stop only &when"), condition);
    form->addRow(tr("&Pass it so many times first"), ignored);
    form->addRow(note);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, &editor, [&editor, line, condition, ignored] {
        auto all = editor.lineBreakpoints();
        for (LineBreakpoint& each : all)
            if (each.line == line) each = {line, condition->text().trimmed(), ignored->value()};
        editor.setLineBreakpoints(all);
    });
    dialog->resize(420, dialog->sizeHint().height());
    dialog->open();
}

void MainWindow::showBreakpointMenu(int line, const QPoint& where)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("breakpointMenu"));
    menu->addAction(tr("&Condition…"), this, [this, line] { askCondition(line); });
    menu->addAction(tr("&Remove the breakpoint"), this, [this, line] { m_editor->editor().toggleBreakpoint(line); });
    menu->popup(where);
}

}  // namespace coroboard::gui
