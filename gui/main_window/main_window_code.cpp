// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow: finding one's way in the text: completion, definitions, symbols, lines, words in all files.
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <algorithm>

#include "console/console_view.h"
#include "editor/code_completion.h"
#include "editor/editor_panel.h"
#include "editor/source_file.h"
#include "main_window/actions.h"
#include "main_window/editing_actions.h"
#include "main_window/message_bar.h"
#include "project/locator.h"
#include "project/project_files.h"
#include "project/project_search.h"
#include "project/project_tree.h"

namespace coroboard::gui {

namespace {

constexpr std::size_t mostPlaces = 60;

QString iconOf(SymbolKind kind)
{
    switch (kind) {
    case SymbolKind::Class: return QStringLiteral("symbol-class");
    case SymbolKind::Coroutine: return QStringLiteral("symbol-coroutine");
    case SymbolKind::Function: return QStringLiteral("symbol-function");
    default: return QStringLiteral("symbol-variable");
    }
}

}  // namespace

void MainWindow::buildCodeActions()
{
    EditingActions& e = *m_editing;
    const auto make = [this](const char* name, const QString& text, const char* iconName, const char* keys, auto slot) {
        QAction* made = namedAction(*this, name, text, QLatin1String(iconName), {QKeySequence(QLatin1String(keys))});
        connect(made, &QAction::triggered, this, slot);
        return made;
    };
    e.comment = make("toggleComment", tr("C&omment in or out"), "", "Ctrl+/", [this] { m_editor->editor().toggleComment(); });
    e.indent = make("indentLines", tr("&Indent"), "", "Ctrl+]", [this] { m_editor->editor().indentLines(1); });
    e.unindent = make("unindentLines", tr("Ind&ent less"), "", "Ctrl+[", [this] { m_editor->editor().indentLines(-1); });
    e.complete = make("completeName", tr("Complete the n&ame"), "", "Ctrl+Space", [this] { m_editor->editor().completion().complete(); });
    e.callTip = make("showArguments", tr("Show the ar&guments"), "", "Ctrl+Shift+Space", [this] { m_editor->editor().completion().showCallTip(); });
    e.goToLine = make("goToLine", tr("Go to &line…"), "", "Ctrl+G", [this] { locate(QStringLiteral(":")); });
    e.symbols = make("goToSymbol", tr("Go to s&ymbol or file…"), "", "Ctrl+K", [this] { locate({}); });
    e.definition = make("goToDefinition", tr("Go to &definition"), "", "F2", [this] {
        int line = 0;
        int column = 0;
        m_editor->editor().getCursorPosition(&line, &column);
        goToDefinition(line + 1, column);
    });
    removeAction(e.definition);
    e.definition->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_editor->addAction(e.definition);
    e.findInFiles = make("findInFiles", tr("Find in all file&s…"), "find", "Ctrl+Shift+F", [this] { findInFiles(); });
}

void MainWindow::fillEditMenu(QMenu& menu)
{
    const EditingActions& e = *m_editing;
    menu.addAction(e.findInFiles);
    menu.addSeparator();
    menu.addActions({e.symbols, e.definition, e.goToLine});
    menu.addSeparator();
    menu.addActions({e.complete, e.callTip, e.comment, e.indent, e.unindent});
}

void MainWindow::buildCode()
{
    m_locator = new Locator(this);
    connect(m_locator, &Locator::left, this, [this] { m_editor->setFocus(); });
    connect(m_locator, &Locator::chosen, this, [this](const LocatorPlace& place) { goToPlace(place.file, place.line); });
    m_search->setFiles([this] { return m_editor->project().isEmpty() ? QStringList{m_editor->path()} : projectFiles(m_editor->project()); },
                       [this](const QString& file) -> std::optional<QString> {
                           if (const Document* document = m_editor->documentOf(file)) return document->editor().text();
                           const auto source = readSource(file);
                           return source ? std::optional(source->text) : std::nullopt;
                       });
    connect(m_search, &ProjectSearch::placeAsked, this, &MainWindow::goToPlace);
    connect(m_console, &ConsoleView::placeAsked, this, [this](const QString& file, int line) {
        if (!m_editor->goTo({file, line}))
            m_messages->tell(QStringLiteral("place"), MessageBar::Tone::Note, tr("%1 is no file of this program.").arg(file));
        m_editor->setFocus();
    });
    for (Document* document : m_editor->documents()) surround(*document);
    connect(m_editor, &EditorPanel::documentAdded, this, [this](Document* document) { surround(*document); });
}

// What an editor knows of the files around its own.
void MainWindow::surround(Document& document)
{
    const auto find = [this](const QString& module) -> std::optional<ModuleSource> {
        const QString file = moduleFile(m_editor->project(), module);
        if (file.isEmpty()) return std::nullopt;
        if (const Document* open = m_editor->documentOf(file)) return ModuleSource{file, open->editor().text()};
        const auto source = readSource(file);
        return source ? std::optional(ModuleSource{file, source->text}) : std::nullopt;
    };
    const auto otherText = [this, &document] {
        QString text;
        for (const Document* other : m_editor->documents())
            if (other != &document && other->isPython()) text += other->editor().text() + QLatin1Char('\n');
        return text;
    };
    document.editor().completion().setSurroundings({find, [this] { return projectModules(m_editor->project()); }, otherText});
    connect(&document.editor(), &CodeEditor::definitionAsked, this, &MainWindow::goToDefinition);
    connect(&document.editor(), &CodeEditor::breakpointMenuAsked, this, &MainWindow::showBreakpointMenu);
}

void MainWindow::goToPlace(const QString& file, int line)
{
    if (!file.isEmpty() && file != m_editor->path()) openTab(file);
    if (!file.isEmpty() && file != m_editor->path()) return;
    if (line > 0) m_editor->editor().goToLine(line);
    m_editor->setFocus();
}

void MainWindow::goToDefinition(int line, int column)
{
    CodeEditor& editor = m_editor->editor();
    const QString name = editor.dottedNameAt(line, column);
    const CodeKnowledge knowledge(editor.text(), editor.completion().surroundings().finder);
    const auto definition = name.isEmpty() ? std::nullopt : knowledge.definitionOf(name, line);
    const QString subject = QStringLiteral("definition");
    m_messages->take(subject);
    if (definition) return goToPlace(definition->file, definition->line);
    m_messages->tell(subject, MessageBar::Tone::Note,
                     name.isEmpty() ? tr("There is no name at the cursor.") : tr("Where %1 is defined is not known here.").arg(name));
}

void MainWindow::locate(const QString& words)
{
    m_locator->ask(words, [this](const QString& typed) { return placesFor(typed.trimmed()); });
}

// Symbols of the file in front, then files, then symbols of the other files.
std::vector<LocatorPlace> MainWindow::placesFor(const QString& words) const
{
    std::vector<LocatorPlace> places;
    if (words.startsWith(QLatin1Char(':'))) {
        bool number = false;
        const int line = words.mid(1).toInt(&number);
        if (number && line > 0) places.push_back({QStringLiteral("forward"), tr("Line %1").arg(std::min(line, m_editor->editor().lines())), {}, {}, line});
        return places;
    }
    const auto addSymbols = [&](const QString& text, const QString& file) {
        for (const Symbol& each : outlineOf(text)) {
            const bool top = each.parent < 0 && each.kind == SymbolKind::Variable;
            if (each.kind != SymbolKind::Class && each.kind != SymbolKind::Function && each.kind != SymbolKind::Coroutine && !top) continue;
            if (!each.name.contains(words, Qt::CaseInsensitive) || places.size() >= mostPlaces) continue;
            const QString where = file.isEmpty() ? QString::number(each.line) : QDir(m_editor->project()).relativeFilePath(file);
            places.push_back({iconOf(each.kind), each.name, where, file, each.line});
        }
    };
    if (m_editor->current().isPython()) addSymbols(m_editor->editor().text(), {});
    const QStringList files = projectFiles(m_editor->project());
    for (const QString& file : files) {
        const QString name = QDir(m_editor->project()).relativeFilePath(file);
        if (name.contains(words, Qt::CaseInsensitive) && places.size() < mostPlaces) places.push_back({QStringLiteral("file"), name, {}, file, 0});
    }
    if (words.isEmpty()) return places;
    for (const QString& file : files) {
        if (!file.endsWith(QStringLiteral(".py")) || file == m_editor->path()) continue;
        if (const Document* open = m_editor->documentOf(file))
            addSymbols(open->editor().text(), file);
        else if (const auto source = readSource(file))
            addSymbols(source->text, file);
    }
    return places;
}

void MainWindow::findInFiles()
{
    auto* pane = findChild<QDockWidget*>(QStringLiteral("search"));
    pane->show();
    pane->raise();
    const QString selected = m_editor->editor().selectedText();
    m_search->ask(selected.contains(QLatin1Char('\n')) ? QString() : selected);
}

}  // namespace coroboard::gui
