// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/code_knowledge.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

#include "simulation/module_catalogue.h"

namespace coroboard::gui {

namespace {

constexpr int deepest = 8;

QString resourceFor(const QString& module) { return QStringLiteral(":/modules/%1.py").arg(module); }

// Old names of modules, as MicroPython still knows them.
QString plainName(const QString& module)
{
    static const QSet<QString> old{"uasyncio", "utime", "ustruct", "ujson", "uos", "usys", "ubinascii", "urandom", "ucollections", "usocket"};
    return old.contains(module) ? module.mid(1) : module;
}

// What the board has of a module and nobody has described: names alone.
void addUndescribed(const QString& module, std::vector<Symbol>& symbols)
{
    for (const simulation::CatalogueCall& call : simulation::moduleCatalogue()) {
        if (module != QLatin1String(call.module.data(), static_cast<qsizetype>(call.module.size())) || call.coverage == simulation::Coverage::Absent) continue;
        const QString names = QString::fromUtf8(call.call.data(), static_cast<qsizetype>(call.call.size()));
        for (const QString& part : names.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
            const QString name = part.section(QLatin1Char('.'), 0, 0);
            const auto isKnown = [&](const Symbol& each) { return each.parent < 0 && each.name == name; };
            if (std::none_of(symbols.begin(), symbols.end(), isKnown)) symbols.emplace_back().name = name;
        }
    }
}

bool inside(const std::vector<Symbol>& symbols, int index, int line)
{
    const Symbol& symbol = symbols[static_cast<std::size_t>(index)];
    return symbol.line <= line && line <= symbol.lastLine;
}

// The classes and functions around a line, innermost first.
std::vector<int> scopesAt(const std::vector<Symbol>& symbols, int line)
{
    std::vector<int> scopes;
    for (int i = static_cast<int>(symbols.size()) - 1; i >= 0; --i) {
        const SymbolKind kind = symbols[static_cast<std::size_t>(i)].kind;
        if ((kind == SymbolKind::Class || kind == SymbolKind::Function || kind == SymbolKind::Coroutine) && inside(symbols, i, line)) scopes.push_back(i);
    }
    return scopes;
}

}  // namespace

CodeKnowledge::CodeKnowledge(QString text, ModuleFinder finder)
    : m_finder(std::move(finder)), m_own(std::make_shared<Source>()), m_text(std::move(text))
{
    m_own->symbols = outlineOf(m_text);
}

QStringList CodeKnowledge::boardModules()
{
    QStringList names;
    for (QString name : QDir(QStringLiteral(":/modules")).entryList()) names.append(name.remove(QStringLiteral(".py")));
    names.removeOne(QStringLiteral("builtins"));
    for (const simulation::CatalogueCall& call : simulation::moduleCatalogue()) {
        const QString name = QString::fromUtf8(call.module.data(), static_cast<qsizetype>(call.module.size()));
        if (call.coverage != simulation::Coverage::Absent && !names.contains(name)) names.append(name);
    }
    return names;
}

// What the user wrote hides what the board has.
std::shared_ptr<const CodeKnowledge::Source> CodeKnowledge::module(const QString& name) const
{
    if (const auto known = m_modules.constFind(name); known != m_modules.constEnd()) return *known;
    auto source = std::make_shared<Source>();
    if (const auto found = m_finder ? m_finder(name) : std::nullopt) {
        source->file = found->file;
        source->symbols = outlineOf(found->text);
    } else {
        // Descriptions never change: each is read once.
        static QHash<QString, std::vector<Symbol>> described;
        const QString plain = plainName(name);
        if (!described.contains(plain)) {
            QFile file(resourceFor(plain));
            auto symbols = file.open(QIODevice::ReadOnly) ? outlineOf(QString::fromUtf8(file.readAll())) : std::vector<Symbol>{};
            addUndescribed(plain, symbols);
            described.insert(plain, std::move(symbols));
        }
        source->symbols = described.value(plain);
        source->ofBoard = true;
        if (source->symbols.empty()) source.reset();
    }
    m_modules.insert(name, source);
    return source;
}

// -- What a name stands for.

std::optional<CodeKnowledge::Thing> CodeKnowledge::meaning(const Thing& thing, int depth) const
{
    if (thing.symbol < 0 || depth > deepest) return thing;
    const Symbol& symbol = thing.source->symbols[static_cast<std::size_t>(thing.symbol)];
    if (symbol.kind == SymbolKind::Module) {
        auto source = module(symbol.module);
        if (symbol.original.isEmpty()) return source ? std::optional(Thing{source, -1, false}) : std::nullopt;
        if (source)
            if (const auto found = member({source, -1, false}, symbol.original, depth + 1)) return found;
        source = module(symbol.module + QLatin1Char('.') + symbol.original);
        return source ? std::optional(Thing{source, -1, false}) : std::nullopt;
    }
    if (symbol.kind != SymbolKind::Variable || symbol.madeBy.isEmpty()) return thing;
    auto maker = resolve(symbol.madeBy, thing.source, symbol.line, depth + 1);
    if (!maker || maker->symbol < 0 || maker->source->symbols[static_cast<std::size_t>(maker->symbol)].kind != SymbolKind::Class) return thing;
    maker->instance = true;
    return maker;
}

std::optional<CodeKnowledge::Thing> CodeKnowledge::named(const QString& name, const std::shared_ptr<const Source>& in, int line, int depth) const
{
    const std::vector<Symbol>& symbols = in->symbols;
    std::vector<int> scopes = scopesAt(symbols, line);
    if (name == QStringLiteral("self"))
        for (const int scope : scopes)
            if (symbols[static_cast<std::size_t>(scope)].kind == SymbolKind::Class) return Thing{in, scope, true};
    scopes.push_back(-1);
    for (const int scope : scopes) {
        if (scope >= 0 && symbols[static_cast<std::size_t>(scope)].kind == SymbolKind::Class) continue;
        // The last binding before the line; else the first after it.
        int best = -1;
        for (int i = 0; i < static_cast<int>(symbols.size()); ++i) {
            const Symbol& each = symbols[static_cast<std::size_t>(i)];
            if (each.name == name && each.parent == scope && (best < 0 || each.line <= line)) best = i;
        }
        if (best >= 0) return meaning({in, best, false}, depth);
    }
    return std::nullopt;
}

std::optional<CodeKnowledge::Thing> CodeKnowledge::member(const Thing& of, const QString& name, int depth) const
{
    const std::vector<Symbol>& symbols = of.source->symbols;
    for (int i = 0; i < static_cast<int>(symbols.size()); ++i)
        if (symbols[static_cast<std::size_t>(i)].parent == of.symbol && symbols[static_cast<std::size_t>(i)].name == name) return meaning({of.source, i, false}, depth);
    const auto base = baseOf(of, depth);
    return base ? member(*base, name, depth + 1) : std::nullopt;
}

std::optional<CodeKnowledge::Thing> CodeKnowledge::baseOf(const Thing& thing, int depth) const
{
    if (thing.symbol < 0 || depth > deepest) return std::nullopt;
    const Symbol& symbol = thing.source->symbols[static_cast<std::size_t>(thing.symbol)];
    const auto base = symbol.base.isEmpty() ? std::nullopt : resolve(symbol.base, thing.source, symbol.line, depth + 1);
    return base && base->symbol >= 0 && !(base->symbol == thing.symbol && base->source == thing.source) ? base : std::nullopt;
}

std::optional<CodeKnowledge::Thing> CodeKnowledge::resolve(const QString& dotted, const std::shared_ptr<const Source>& in, int line, int depth) const
{
    if (depth > deepest) return std::nullopt;
    const QStringList parts = dotted.split(QLatin1Char('.'));
    auto thing = named(parts.first(), in, line, depth);
    QString path = parts.first();
    for (const QString& part : parts.mid(1)) {
        path += QLatin1Char('.') + part;
        if (!thing) return std::nullopt;
        auto next = member(*thing, part, depth);
        if (!next && thing->symbol < 0)
            if (const auto source = module(path)) next = Thing{source, -1, false};
        thing = next;
    }
    return thing;
}

std::vector<Completion> CodeKnowledge::membersOf(const Thing& thing, int depth) const
{
    std::vector<Completion> all;
    for (const Symbol& each : thing.source->symbols) {
        if (each.parent != thing.symbol || each.name.startsWith(QLatin1Char('_'))) continue;
        if (each.kind == SymbolKind::Module && (thing.source->ofBoard || thing.symbol >= 0)) continue;
        const bool callable = each.kind == SymbolKind::Function || each.kind == SymbolKind::Coroutine;
        all.push_back({each.kind, each.name, callable ? QStringLiteral("(%1)").arg(each.parameters) : QString(), each.about});
    }
    if (const auto base = baseOf(thing, depth))
        for (Completion& each : membersOf(*base, depth + 1)) all.push_back(std::move(each));
    return all;
}

// -- What can follow.

QString CodeKnowledge::wordBegun(const QString& before)
{
    static const QRegularExpression word(QStringLiteral("(\\w*)$"));
    return word.match(before).captured(1);
}

std::vector<Completion> CodeKnowledge::completions(const QString& before, int line, const QStringList& projectModules, const QString& otherText) const
{
    static const QRegularExpression fromImport(QStringLiteral("^\\s*from\\s+([\\w.]+)\\s+import\\s+\\(?(?:[\\w\\s,]*,\\s*)?\\w*$"));
    static const QRegularExpression importing(QStringLiteral("^\\s*(?:from\\s+|import\\s+(?:[\\w\\s.,]*,\\s*)?)[\\w.]*$"));
    static const QRegularExpression attribute(QStringLiteral("([A-Za-z_][\\w.]*)\\.\\w*$"));
    static const QRegularExpression number(QStringLiteral("\\b\\d[\\w.]*$"));
    static const QRegularExpression words(QStringLiteral("[A-Za-z_]\\w+"));
    const QString begun = wordBegun(before);
    std::vector<Completion> all;
    if (const auto match = fromImport.match(before); match.hasMatch()) {
        if (const auto source = module(match.captured(1))) all = membersOf({source, -1, false});
    } else if (importing.match(before).hasMatch()) {
        for (const QString& name : boardModules() + projectModules) all.push_back({SymbolKind::Module, name, {}, {}});
    } else if (const auto chain = attribute.match(before); chain.hasMatch() && !number.match(before).hasMatch()) {
        if (const auto thing = resolve(chain.captured(1), m_own, line)) all = membersOf(*thing);
    } else if (!begun.isEmpty() && !number.match(before).hasMatch() && !before.chopped(begun.size()).endsWith(QLatin1Char('.'))) {
        for (const int scope : scopesAt(m_own->symbols, line))
            for (Completion& each : membersOf({m_own, scope, false}))
                if (m_own->symbols[static_cast<std::size_t>(scope)].kind != SymbolKind::Class) all.push_back(std::move(each));
        for (Completion& each : membersOf({m_own, -1, false})) all.push_back(std::move(each));
        if (const auto builtins = module(QStringLiteral("builtins")))
            for (Completion& each : membersOf({builtins, -1, false})) all.push_back(std::move(each));
        for (const char* keyword : {"and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
                                    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass",
                                    "raise", "return", "try", "while", "with", "yield", "None", "True", "False"})
            all.push_back({SymbolKind::Keyword, QLatin1String(keyword), {}, {}});
        for (const QString* text : {&m_text, &otherText})
            for (auto match = words.globalMatch(*text); match.hasNext();) all.push_back({SymbolKind::Word, match.next().captured(), {}, {}});
    }
    QSet<QString> seen;
    std::erase_if(all, [&](const Completion& each) {
        if (!each.name.startsWith(begun, Qt::CaseInsensitive) || each.name == begun || seen.contains(each.name)) return true;
        seen.insert(each.name);
        return false;
    });
    std::stable_sort(all.begin(), all.end(), [](const Completion& a, const Completion& b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return all;
}

// -- What is called.

std::optional<CallTip> CodeKnowledge::callTip(const QString& before, int line) const
{
    int depth = 0;
    int commas = 0;
    qsizetype open = -1;
    for (qsizetype i = before.size() - 1; i >= 0 && open < 0; --i) {
        const QChar c = before[i];
        if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            const qsizetype start = i > 0 ? before.lastIndexOf(c, i - 1) : -1;
            if (start < 0) return std::nullopt;
            i = start;
        } else if (QStringLiteral(")]}").contains(c)) {
            ++depth;
        } else if (QStringLiteral("([{").contains(c)) {
            if (depth > 0) --depth;
            else if (c == QLatin1Char('(')) open = i;
            else commas = 0;
        } else if (c == QLatin1Char(',') && depth == 0) {
            ++commas;
        }
    }
    static const QRegularExpression callee(QStringLiteral("(?<!def )(?<!class )\\b([A-Za-z_][\\w.]*)$"));
    const auto match = open < 0 ? QRegularExpressionMatch() : callee.match(before.left(open));
    if (!match.hasMatch()) return std::nullopt;
    auto thing = resolve(match.captured(1), m_own, line);
    if (!thing)
        if (const auto builtins = module(QStringLiteral("builtins"))) thing = member({builtins, -1, false}, match.captured(1), 0);
    if (!thing || thing->symbol < 0 || thing->instance) return std::nullopt;
    Symbol symbol = thing->source->symbols[static_cast<std::size_t>(thing->symbol)];
    const QString name = symbol.name;
    if (symbol.kind == SymbolKind::Class) {
        const auto maker = member(*thing, QStringLiteral("__init__"), 0);
        if (!maker) return std::nullopt;
        const QString about = symbol.about;
        symbol = maker->source->symbols[static_cast<std::size_t>(maker->symbol)];
        if (symbol.about.isEmpty()) symbol.about = about;
    }
    if (symbol.kind != SymbolKind::Function && symbol.kind != SymbolKind::Coroutine) return std::nullopt;
    CallTip tip{name, {}, commas, symbol.about};
    for (const QString& part : symbol.parameters.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (part.trimmed() != QStringLiteral("self")) tip.parameters.append(part.trimmed());
    // A keyword names its parameter; a lone * takes no place.
    static const QRegularExpression keyword(QStringLiteral("[(,]\\s*(\\w+)\\s*=[^=][^,(]*$|[(,]\\s*(\\w+)\\s*=$"));
    const auto named = keyword.match(before.mid(open));
    const QString wanted = named.captured(1) + named.captured(2);
    for (int i = 0; i < tip.parameters.size(); ++i)
        if (!wanted.isEmpty() && tip.parameters[i].section(QLatin1Char('='), 0, 0).trimmed() == wanted) tip.current = i;
    return tip;
}

// -- Where it is defined.

std::optional<Definition> CodeKnowledge::definitionOf(const QString& dotted, int line) const
{
    if (const auto thing = resolve(dotted, m_own, line); thing && !thing->instance && !thing->source->ofBoard)
        return Definition{thing->source->file, thing->symbol < 0 ? 1 : thing->source->symbols[static_cast<std::size_t>(thing->symbol)].line};
    const QString last = dotted.section(QLatin1Char('.'), -1);
    if (!dotted.contains(QLatin1Char('.'))) {
        // A variable that was made by a class leads to where it was made.
        const std::vector<Symbol>& symbols = m_own->symbols;
        std::vector<int> scopes = scopesAt(symbols, line);
        scopes.push_back(-1);
        for (const int scope : scopes)
            for (const Symbol& each : symbols)
                if (each.name == last && each.parent == scope) return Definition{{}, each.line};
        return std::nullopt;
    }
    // A method of who knows what: the only one of that name.
    const Symbol* only = nullptr;
    for (const Symbol& each : m_own->symbols)
        if (each.name == last && (each.kind == SymbolKind::Function || each.kind == SymbolKind::Coroutine)) {
            if (only) return std::nullopt;
            only = &each;
        }
    return only ? std::optional(Definition{{}, only->line}) : std::nullopt;
}

}  // namespace coroboard::gui
