// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editor_panel.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <algorithm>

#include "editor/source_file.h"
#include "editor/values_at.h"

namespace coroboard::gui {

namespace {

constexpr int callStackHeight = 170;

}  // namespace

EditorPanel::EditorPanel(QWidget* parent)
    : QWidget(parent), m_editor(new CodeEditor(this)), m_find(new FindBar(*m_editor, this)), m_stop(new StopView(this)),
      m_syntax(new SyntaxWatch(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor, 1);
    column->addWidget(m_find);
    column->addWidget(m_stop);
    m_stop->setFixedHeight(callStackHeight);
    setFocusProxy(m_editor);
    connect(m_editor, &QsciScintilla::modificationChanged, this, &EditorPanel::titleChanged);
    connect(m_editor, &CodeEditor::settled, this, &EditorPanel::check);
    connect(m_editor, &QsciScintilla::textChanged, this, &EditorPanel::forgetFailure);
    connect(m_editor, &QsciScintilla::textChanged, m_syntax, &SyntaxWatch::forget);
    connect(m_syntax, &SyntaxWatch::checked, this, [this](const std::vector<ErrorMark>& refused) {
        m_refused = refused;
        showErrors();
    });
    connect(m_editor, &CodeEditor::breakpointsChanged, this, &EditorPanel::breakpointsChanged);
    connect(m_editor, &CodeEditor::suspendedClicked, this, &EditorPanel::askForTask);
    m_editor->setValues([this](const QString& name, int line) {
        return m_snapshot ? valuesAt(*m_snapshot, m_scopes, nameOnBoard(), name, line) : QString();
    });
}

Result<void> EditorPanel::open(const QString& path)
{
    const bool folder = QFileInfo(path).isDir();
    const QString file = folder ? QDir(path).filePath(QStringLiteral("main.py")) : path;
    auto source = readSource(file);
    if (!source) return tl::unexpected(source.error());
    m_windowsLineEnds = source->windowsLineEnds;
    m_project = folder || QFileInfo(file).fileName() == QStringLiteral("main.py");
    const QString absolute = QFileInfo(file).absoluteFilePath();
    const std::vector<int> kept = absolute == m_path ? m_editor->breakpoints() : std::vector<int>{};
    m_editor->setText(source->text);
    m_editor->setBreakpoints(kept);
    m_editor->setModified(false);
    m_editor->setCursorPosition(0, 0);
    setPath(QFileInfo(file).absoluteFilePath());
    check();
    return {};
}

void EditorPanel::startEmpty()
{
    m_windowsLineEnds = false;
    m_project = false;
    m_editor->clear();
    m_editor->setModified(false);
    setPath({});
    check();
}

Result<void> EditorPanel::saveAs(const QString& path)
{
    auto written = writeSource(path, {m_editor->text(), m_windowsLineEnds});
    if (!written) return written;
    m_project = QFileInfo(path).fileName() == QStringLiteral("main.py");
    m_editor->setModified(false);
    setPath(QFileInfo(path).absoluteFilePath());
    return {};
}

void EditorPanel::setPath(const QString& path)
{
    m_path = path;
    m_failure.clear();
    Q_EMIT titleChanged();
}

QString EditorPanel::name() const
{
    if (m_path.isEmpty()) return tr("untitled.py");
    const QFileInfo file(m_path);
    return m_project ? file.dir().dirName() + QLatin1Char('/') + file.fileName() : file.fileName();
}

std::shared_ptr<const program::Program> EditorPanel::program() const
{
    auto made = std::make_shared<program::Program>(program::programFromText(m_editor->text().toStdString(), name().toStdString()));
    made->mainFile = m_path.toStdString();
    if (m_project) made->folder = QFileInfo(m_path).absolutePath().toStdString();
    return made;
}

void EditorPanel::check()
{
    const std::string text = m_editor->text().toStdString();
    m_mistakes.clear();
    m_refused.clear();
    for (const auto& wrong : program::checkAwaits(text, name().toStdString()))
        m_mistakes.push_back({wrong.line, wrong.column, QString::fromStdString(wrong.message)});
    m_scopes = program::functionScopes(text);
    m_syntax->check(m_editor->text());
    showErrors();
}

// One mark a line: what the language forbids, then what MicroPython refuses, then what the last run died of.
void EditorPanel::showErrors()
{
    std::vector<ErrorMark> all;
    for (const auto* marks : {&m_mistakes, &m_refused, &m_failure})
        for (const ErrorMark& mark : *marks)
            if (std::none_of(all.begin(), all.end(), [&](const ErrorMark& known) { return known.line == mark.line; })) all.push_back(mark);
    m_editor->setErrors(std::move(all));
}

std::vector<modules::Breakpoint> EditorPanel::breakpoints() const
{
    std::vector<modules::Breakpoint> all;
    for (const int line : m_editor->breakpoints()) all.push_back({nameOnBoard().toStdString(), line});
    return all;
}

void EditorPanel::show(std::shared_ptr<const simulation::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    showTasks(*m_snapshot);
    showStop();
}

void EditorPanel::showStop()
{
    const auto& stop = m_snapshot->stop;
    const simulation::TaskSnapshot::Frame* here = nullptr;
    if (stop && !stop->frames.empty()) here = &stop->frames.back();
    m_editor->setStop(here && QString::fromStdString(here->file) == nameOnBoard() ? here->line : 0);
    m_stop->show(*m_snapshot);
}

void EditorPanel::askForTask(int line)
{
    for (const auto& task : m_snapshot ? m_snapshot->tasks : std::vector<simulation::TaskSnapshot>{})
        for (const auto& frame : task.chain)
            if (frame.line == line && QString::fromStdString(frame.file) == nameOnBoard()) return Q_EMIT taskAsked(task.id);
}

void EditorPanel::showTasks(const simulation::Snapshot& snapshot)
{
    struct Stand {
        QStringList names;
        QString waitsFor;
        QString state;
    };
    QMap<int, Stand> stands;
    for (const auto& task : snapshot.tasks) {
        if (task.state == "finished" || task.state == "failed") continue;
        for (auto frame = task.chain.rbegin(); frame != task.chain.rend(); ++frame) {
            if (frame->line <= 0 || QString::fromStdString(frame->file) != nameOnBoard()) continue;
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

void EditorPanel::showFailure(const QString& traceback)
{
    const ErrorMark mark = failureIn(traceback, nameOnBoard());
    m_failure.clear();
    if (mark.line > 0) m_failure.push_back(mark);
    check();
    if (mark.line > 0) m_editor->goToLine(mark.line);
}

void EditorPanel::forgetFailure()
{
    if (m_failure.empty()) return;
    m_failure.clear();
    showErrors();
}

ErrorMark failureIn(const QString& traceback, const QString& file)
{
    static const QRegularExpression place(QStringLiteral("File \"([^\"]*)\", line (\\d+)"));
    ErrorMark mark;
    for (auto match = place.globalMatch(traceback); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        if (QFileInfo(found.captured(1)).fileName() == file) mark.line = found.captured(2).toInt();
    }
    const QStringList lines = traceback.trimmed().split(QLatin1Char('\n'));
    mark.message = lines.isEmpty() ? QString() : lines.last().trimmed();
    return mark;
}

}  // namespace coroboard::gui
