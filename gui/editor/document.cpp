// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/document.h"

#include <QFileInfo>
#include <QMap>
#include <QVBoxLayout>
#include <algorithm>

#include "editor/source_file.h"
#include "editor/traceback.h"
#include "editor/values_at.h"

namespace coroboard::gui {

namespace {

bool isFile(const std::string& onBoard, const QString& name) { return !name.isEmpty() && withoutSlash(QString::fromStdString(onBoard)) == name; }

}  // namespace

Document::Document(QWidget* parent) : QWidget(parent), m_editor(new CodeEditor(this)), m_syntax(new SyntaxWatch(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_editor);
    setFocusProxy(m_editor);
    connect(m_editor, &QsciScintilla::modificationChanged, this, &Document::changed);
    connect(m_editor, &CodeEditor::settled, this, &Document::check);
    connect(m_editor, &QsciScintilla::textChanged, this, &Document::forgetFailure);
    connect(m_editor, &QsciScintilla::textChanged, m_syntax, &SyntaxWatch::forget);
    connect(m_syntax, &SyntaxWatch::checked, this, [this](const std::vector<ErrorMark>& refused) {
        m_refused = refused;
        showErrors();
    });
    connect(m_editor, &CodeEditor::breakpointsChanged, this, &Document::breakpointsChanged);
    connect(m_editor, &CodeEditor::suspendedClicked, this, &Document::askForTask);
    m_editor->setValues([this](const QString& name, int line) {
        return m_snapshot && !m_nameOnBoard.isEmpty() ? valuesAt(*m_snapshot, m_scopes, m_nameOnBoard, name, line) : QString();
    });
    check();
}

Result<void> Document::load(const QString& path)
{
    auto source = readSource(path);
    if (!source) return tl::unexpected(source.error());
    m_windowsLineEnds = source->windowsLineEnds;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const std::vector<int> kept = absolute == m_path ? m_editor->breakpoints() : std::vector<int>{};
    m_editor->setText(source->text);
    m_editor->setBreakpoints(kept);
    m_editor->setModified(false);
    m_editor->setCursorPosition(0, 0);
    setPath(absolute);
    return {};
}

Result<void> Document::saveAs(const QString& path)
{
    auto written = writeSource(path, {m_editor->text(), m_windowsLineEnds});
    if (!written) return written;
    m_editor->setModified(false);
    setPath(QFileInfo(path).absoluteFilePath());
    return {};
}

void Document::setPath(const QString& path)
{
    m_path = path;
    m_failure.clear();
    m_editor->setLanguage(isPython() ? CodeEditor::Language::Python : CodeEditor::Language::Plain);
    check();
    Q_EMIT changed();
}

bool Document::isPython() const { return m_path.isEmpty() || m_path.endsWith(QStringLiteral(".py")); }

void Document::setNameOnBoard(const QString& name)
{
    if (name == m_nameOnBoard) return;
    m_nameOnBoard = name;
    if (m_snapshot) show(m_snapshot);
}

void Document::check()
{
    m_mistakes.clear();
    m_refused.clear();
    m_scopes.clear();
    if (isPython()) {
        const std::string text = m_editor->text().toStdString();
        for (const auto& wrong : program::checkAwaits(text, QFileInfo(m_path).fileName().toStdString()))
            m_mistakes.push_back({wrong.line, wrong.column, QString::fromStdString(wrong.message)});
        m_scopes = program::functionScopes(text);
        m_syntax->check(m_editor->text());
    }
    showErrors();
}

// One mark a line: what the language forbids, then what MicroPython refuses, then what the last run died of.
void Document::showErrors()
{
    std::vector<ErrorMark> all;
    for (const auto* marks : {&m_mistakes, &m_refused, &m_failure})
        for (const ErrorMark& mark : *marks)
            if (std::none_of(all.begin(), all.end(), [&](const ErrorMark& known) { return known.line == mark.line; })) all.push_back(mark);
    const bool had = hasErrors();
    m_editor->setErrors(std::move(all));
    if (had != hasErrors()) Q_EMIT changed();
}

void Document::show(std::shared_ptr<const simulation::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    showTasks();
    const auto& stop = m_snapshot->stop;
    const bool here = stop && !stop->frames.empty() && isFile(stop->frames.back().file, m_nameOnBoard);
    m_editor->setStop(here ? stop->frames.back().line : 0);
}

void Document::askForTask(int line)
{
    for (const auto& task : m_snapshot ? m_snapshot->tasks : std::vector<simulation::TaskSnapshot>{})
        for (const auto& frame : task.chain)
            if (frame.line == line && isFile(frame.file, m_nameOnBoard)) return Q_EMIT taskAsked(task.id);
}

void Document::showTasks()
{
    struct Stand {
        QStringList names;
        QString waitsFor;
        QString state;
    };
    QMap<int, Stand> stands;
    for (const auto& task : m_snapshot->tasks) {
        if (task.state == "finished" || task.state == "failed") continue;
        for (auto frame = task.chain.rbegin(); frame != task.chain.rend(); ++frame) {
            if (frame->line <= 0 || !isFile(frame->file, m_nameOnBoard)) continue;
            Stand& stand = stands[frame->line];
            if (stand.names.isEmpty()) {
                stand.waitsFor = QString::fromStdString(task.waitsFor);
                stand.state = QString::fromStdString(task.state);
            }
            stand.names.append(QString::fromStdString(task.name));
            break;
        }
    }
    std::vector<SuspendedMark> marks;
    for (auto at = stands.begin(); at != stands.end(); ++at) {
        QStringList names = at->names;
        names.removeDuplicates();
        QString text = names.mid(0, 3).join(QStringLiteral(", "));
        if (at->names.size() > names.size() || names.size() > 3) text += QStringLiteral(" ×%1").arg(at->names.size());
        marks.push_back({at.key(), text, at->waitsFor, at->state});
    }
    m_editor->setSuspended(std::move(marks));
}

void Document::showFailure(const ErrorMark& mark)
{
    m_failure.assign(1, mark);
    check();
    m_editor->goToLine(mark.line);
}

void Document::forgetFailure()
{
    if (m_failure.empty()) return;
    m_failure.clear();
    showErrors();
}

}  // namespace coroboard::gui
