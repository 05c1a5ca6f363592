// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/editor_panel.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "theme/theme.h"

namespace coroboard::gui {

namespace {

constexpr int callStackHeight = 170;
const QString mainName = QStringLiteral("main.py");

bool isMain(const QString& path) { return QFileInfo(path).fileName() == mainName; }

}  // namespace

EditorPanel::EditorPanel(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this)), m_find(new FindBar(this)), m_stop(new StopView(this))
{
    m_tabs->setObjectName(QStringLiteral("editorTabs"));
    m_tabs->setAccessibleName(tr("Open files"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAutoHide(true);
    m_tabs->setMovable(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    column->addWidget(m_find);
    column->addWidget(m_stop);
    m_stop->setFixedHeight(callStackHeight);
    connect(m_tabs, &QTabBar::currentChanged, this, &EditorPanel::bringToFront);
    connect(m_tabs, &QTabBar::tabMoved, this, &EditorPanel::titleChanged);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, [this](int tab) { Q_EMIT closeAsked(&at(tab)); });
    add();
    nameOnBoard();
}

Document& EditorPanel::add()
{
    auto* document = new Document(m_stack);
    document->editor().zoomTo(m_stack->count() > 0 ? static_cast<int>(editor().SendScintilla(QsciScintilla::SCI_GETZOOM)) : 0);
    m_stack->addWidget(document);
    connect(document, &Document::changed, this, [this] {
        nameTabs();
        Q_EMIT titleChanged();
    });
    connect(&document->editor(), &QsciScintilla::textChanged, this, &EditorPanel::edited);
    connect(document, &Document::breakpointsChanged, this, &EditorPanel::breakpointsChanged);
    connect(document, &Document::taskAsked, this, &EditorPanel::taskAsked);
    const int tab = m_tabs->addTab({});
    m_tabs->setTabData(tab, QVariant::fromValue<QObject*>(document));
    if (QWidget* cross = m_tabs->tabButton(tab, QTabBar::RightSide)) cross->setAccessibleName(tr("Close the tab"));
    if (m_tabs->count() == 1) bringToFront(0);
    Q_EMIT documentAdded(document);
    return *document;
}

Document& EditorPanel::at(int tab) const { return *qobject_cast<Document*>(m_tabs->tabData(tab).value<QObject*>()); }

Document& EditorPanel::current() const { return *qobject_cast<Document*>(m_stack->currentWidget()); }

int EditorPanel::tabOf(const Document& document) const
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (&at(tab) == &document) return tab;
    return -1;
}

std::vector<Document*> EditorPanel::documents() const
{
    std::vector<Document*> all;
    for (int tab = 0; tab < m_tabs->count(); ++tab) all.push_back(&at(tab));
    return all;
}

Document* EditorPanel::documentOf(const QString& path) const
{
    for (Document* document : documents())
        if (!path.isEmpty() && document->path() == path) return document;
    return nullptr;
}

void EditorPanel::bringToFront(int tab)
{
    if (tab < 0 || !m_tabs->tabData(tab).isValid()) return;
    Document& document = at(tab);
    m_stack->setCurrentWidget(&document);
    m_find->setEditor(document.editor());
    setFocusProxy(&document.editor());
    nameTabs();
    Q_EMIT currentChanged();
    Q_EMIT titleChanged();
}

void EditorPanel::raise(Document& document) { m_tabs->setCurrentIndex(tabOf(document)); }

Result<void> EditorPanel::open(const QString& path)
{
    const bool folder = QFileInfo(path).isDir();
    const QString file = QFileInfo(folder ? QDir(path).filePath(mainName) : path).absoluteFilePath();
    Document& first = documentOf(file) ? *documentOf(file) : *documents().front();
    if (auto loaded = first.load(file); !loaded) return loaded;
    for (Document* document : documents())
        if (document != &first) close(*document);
    m_closedBreakpoints.clear();
    m_program = file;
    m_project = folder || isMain(file) ? QFileInfo(file).absolutePath() : QString();
    m_instead.clear();
    nameOnBoard();
    raise(first);
    Q_EMIT titleChanged();
    Q_EMIT breakpointsChanged();
    return {};
}

void EditorPanel::startEmpty()
{
    Document& empty = add();
    raise(empty);
    for (Document* document : documents())
        if (document != &empty) close(*document);
    m_closedBreakpoints.clear();
    m_program.clear();
    m_project.clear();
    m_instead.clear();
    nameOnBoard();
    Q_EMIT titleChanged();
}

Result<Document*> EditorPanel::openFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    Document* document = documentOf(absolute);
    if (!document) {
        document = &add();
        if (auto loaded = document->load(absolute); !loaded) {
            close(*document);
            return tl::unexpected(loaded.error());
        }
        nameOnBoard();
        document->editor().setLineBreakpoints(m_closedBreakpoints.take(absolute));
        if (m_snapshot) document->show(m_snapshot);
    }
    raise(*document);
    return document;
}

Document& EditorPanel::addMissing(const QString& path)
{
    Document& document = add();
    document.setPath(path);
    nameOnBoard();
    raise(document);
    return document;
}

void EditorPanel::close(Document& document)
{
    if (m_tabs->count() == 1) return;
    if (isInProject(document.path())) m_closedBreakpoints[document.path()] = document.editor().lineBreakpoints();
    m_tabs->removeTab(tabOf(document));
    m_stack->removeWidget(&document);
    document.disconnect(this);
    document.editor().disconnect(this);
    document.deleteLater();
    nameTabs();
    Q_EMIT titleChanged();
    Q_EMIT breakpointsChanged();
}

Result<void> EditorPanel::saveAs(const QString& path)
{
    Document& document = current();
    const bool isProgram = document.path() == m_program;
    if (auto saved = document.saveAs(path); !saved) return saved;
    if (isProgram) {
        m_program = document.path();
        m_project = isMain(m_program) ? QFileInfo(m_program).absolutePath() : QString();
    }
    nameOnBoard();
    Q_EMIT titleChanged();
    return {};
}

void EditorPanel::renamed(const QString& from, const QString& to)
{
    const auto follow = [&](const QString& path) {
        const bool moved = path == from || path.startsWith(from + QLatin1Char('/'));
        return moved ? to + path.mid(from.size()) : path;
    };
    for (Document* document : documents())
        if (const QString now = follow(document->path()); now != document->path()) document->setPath(now);
    m_instead = follow(m_instead);
    for (const QString& path : m_closedBreakpoints.keys())
        if (const QString now = follow(path); now != path) m_closedBreakpoints.insert(now, m_closedBreakpoints.take(path));
    nameOnBoard();
    Q_EMIT titleChanged();
    Q_EMIT breakpointsChanged();
}

QString EditorPanel::name() const
{
    if (path().isEmpty()) return tr("untitled.py");
    if (!isInProject(path())) return QFileInfo(path()).fileName();
    return QDir(m_project).dirName() + QLatin1Char('/') + QDir(m_project).relativeFilePath(path());
}

bool EditorPanel::modified() const { return !modifiedDocuments().empty(); }

std::vector<Document*> EditorPanel::modifiedDocuments() const
{
    std::vector<Document*> all = documents();
    std::erase_if(all, [](const Document* document) { return !document->modified(); });
    return all;
}

bool EditorPanel::isInProject(const QString& path) const
{
    return !m_project.isEmpty() && path.startsWith(m_project + QLatin1Char('/'));
}

// A name that two tabs share is shown with its folder.
void EditorPanel::nameTabs()
{
    QMap<QString, int> uses;
    for (const Document* document : documents()) ++uses[QFileInfo(document->path()).fileName()];
    const Colours& colours = coloursFor(palette());
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        const Document& document = at(tab);
        const QString file = QFileInfo(document.path()).fileName();
        QString text = document.path().isEmpty() ? tr("untitled.py") : file;
        if (uses[file] > 1 && isInProject(document.path())) text = QDir(m_project).relativeFilePath(document.path());
        if (document.modified()) text += QStringLiteral(" •");
        m_tabs->setTabText(tab, text);
        m_tabs->setTabToolTip(tab, QDir::toNativeSeparators(document.path()));
        m_tabs->setTabTextColor(tab, document.hasErrors() ? colours.failed : tab == m_tabs->currentIndex() ? colours.text : colours.muted);
        m_tabs->setAccessibleTabName(tab, document.modified() ? tr("%1, not saved").arg(file) : file);
    }
}

// -- What the board sees.

// Empty: the board does not have it.
QString EditorPanel::nameOf(const QString& path) const
{
    if (path == (m_instead.isEmpty() ? m_program : m_instead)) return mainName;
    return isInProject(path) && path != m_program ? QDir(m_project).relativeFilePath(path) : QString();
}

void EditorPanel::nameOnBoard()
{
    for (Document* document : documents()) document->setNameOnBoard(nameOf(document->path()));
}

void EditorPanel::runInstead(const QString& path)
{
    m_instead = path == m_program ? QString() : path;
    nameOnBoard();
    Q_EMIT breakpointsChanged();
}

std::shared_ptr<const program::Program> EditorPanel::program() const
{
    const Document* document = documentOf(m_program);
    if (!document && m_project.isEmpty()) document = documents().front();
    auto made = std::make_shared<program::Program>();
    if (document)
        *made = program::programFromText(document->editor().text().toStdString());
    else if (auto loaded = program::loadProgram(m_program.toStdString()))
        *made = *std::move(loaded);
    made->name = (m_project.isEmpty() ? name() : QDir(m_project).dirName() + QLatin1Char('/') + mainName).toStdString();
    made->mainFile = m_program.toStdString();
    if (m_project.isEmpty()) return made;
    made->folder = m_project.toStdString();
    for (const Document* changed : modifiedDocuments())
        if (isInProject(changed->path()))
            made->edited.push_back({QDir(m_project).relativeFilePath(changed->path()).toStdString(), changed->editor().text().toStdString()});
    if (m_instead.isEmpty()) return made;
    std::erase_if(made->edited, [](const program::EditedFile& file) { return file.path == "main.py"; });
    if (const Document* instead = documentOf(m_instead))
        made->edited.push_back({"main.py", instead->editor().text().toStdString()});
    return made;
}

std::vector<modules::Breakpoint> EditorPanel::breakpoints() const
{
    std::vector<modules::Breakpoint> all;
    const auto files = allBreakpoints();
    for (auto file = files.begin(); file != files.end(); ++file)
        if (const QString name = nameOf(file.key()); !name.isEmpty())
            for (const LineBreakpoint& each : *file) all.push_back({name.toStdString(), each.line, each.condition.toStdString(), each.ignored});
    return all;
}

QMap<QString, std::vector<LineBreakpoint>> EditorPanel::allBreakpoints() const
{
    QMap<QString, std::vector<LineBreakpoint>> all = m_closedBreakpoints;
    for (const Document* document : documents()) all[document->path()] = document->editor().lineBreakpoints();
    all.removeIf([](const auto& file) { return file.value().empty(); });
    return all;
}

void EditorPanel::setAllBreakpoints(const QMap<QString, std::vector<LineBreakpoint>>& breakpoints)
{
    m_closedBreakpoints = breakpoints;
    for (Document* document : documents()) document->editor().setLineBreakpoints(m_closedBreakpoints.take(document->path()));
    Q_EMIT breakpointsChanged();
}

void EditorPanel::clearBreakpoints() { setAllBreakpoints({}); }

// As MicroPython looks: from the root of the flash, then in lib/.
QString EditorPanel::fileOnBoard(const QString& name) const
{
    const QString plain = withoutSlash(name);
    for (const Document* document : documents())
        if (document->nameOnBoard() == plain && !document->path().isEmpty()) return document->path();
    if (plain == mainName) return m_instead.isEmpty() ? m_program : m_instead;
    if (m_project.isEmpty() || plain.isEmpty()) return {};
    for (const QString& path : {plain, QStringLiteral("lib/") + plain})
        if (const QFileInfo file(QDir(m_project).filePath(path)); file.isFile() && isInProject(file.absoluteFilePath())) return file.absoluteFilePath();
    return {};
}

bool EditorPanel::goTo(const BoardPlace& place)
{
    Document* document = nullptr;
    for (Document* open : documents())
        if (open->nameOnBoard() == withoutSlash(place.file)) document = open;
    if (!document) {
        const QString path = fileOnBoard(place.file);
        const auto opened = path.isEmpty() ? Result<Document*>(failure({})) : openFile(path);
        if (!opened) return false;
        document = *opened;
    }
    raise(*document);
    document->editor().goToLine(place.line);
    return true;
}

void EditorPanel::show(std::shared_ptr<const simulation::Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    followStop();
    for (Document* document : documents()) document->show(m_snapshot);
    m_stop->show(*m_snapshot);
}

// The file where the program has come to stand is brought to front, once.
void EditorPanel::followStop()
{
    const auto& stop = m_snapshot->stop;
    QString stands;
    if (stop && !stop->frames.empty())
        stands = QStringLiteral("%1:%2:%3").arg(QString::fromStdString(stop->frames.back().file)).arg(stop->frames.back().line).arg(m_snapshot->bytecodes);
    if (stands == m_stoodAt) return;
    m_stoodAt = stands;
    if (stands.isEmpty()) return;
    const QString file = withoutSlash(QString::fromStdString(stop->frames.back().file));
    for (Document* document : documents())
        if (document->nameOnBoard() == file) return raise(*document);
    if (const QString path = fileOnBoard(file); !path.isEmpty()) static_cast<void>(openFile(path));
}

void EditorPanel::showFailure(const QString& traceback)
{
    // The innermost line that is of a file of the user's.
    std::optional<BoardPlace> innermost;
    for (const QString& line : traceback.split(QLatin1Char('\n')))
        if (const auto printed = placeIn(line); printed && (printed->place.file == mainName || !fileOnBoard(printed->place.file).isEmpty()))
            innermost = printed->place;
    if (!innermost || !goTo(*innermost)) return;
    current().showFailure(failureIn(traceback, innermost->file));
}

void EditorPanel::forgetFailure()
{
    for (Document* document : documents()) document->forgetFailure();
}

}  // namespace coroboard::gui
