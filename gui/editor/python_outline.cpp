// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/python_outline.h"

#include <QRegularExpression>

#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::gui {

namespace {

using program::Node;
using program::NodeKind;

class Outliner {
public:
    explicit Outliner(const std::string& source) : m_source(source), m_positions(source) {}

    std::vector<Symbol> symbols()
    {
        const program::SyntaxTree tree = program::parse(m_source);
        walk(tree.root(), -1);
        return std::move(m_symbols);
    }

private:
    QString slice(std::uint32_t begin, std::uint32_t end) const
    {
        return QString::fromStdString(m_source.substr(begin, end > begin ? end - begin : 0)).simplified();
    }
    static QString textOf(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }
    int lineOf(std::uint32_t offset) const { return m_positions.at(offset).line; }

    Symbol& add(SymbolKind kind, const QString& name, const Node& node, int parent)
    {
        Symbol& symbol = m_symbols.emplace_back();
        symbol.kind = kind;
        symbol.name = name;
        symbol.line = lineOf(node.begin);
        symbol.lastLine = lineOf(node.end > node.begin ? node.end - 1 : node.begin);
        symbol.parent = parent;
        return symbol;
    }

    void walk(const Node& node, int parent)
    {
        switch (node.kind) {
        case NodeKind::FunctionDefinition:
        case NodeKind::ClassDefinition: return define(node, parent);
        case NodeKind::Assign:
        case NodeKind::AnnotatedAssign: return assign(node, parent);
        case NodeKind::Import: return import(node, parent);
        case NodeKind::For:
        case NodeKind::WithItem:
            for (const Node* child : node.children)
                if (child->kind == NodeKind::Name && child == node.children[node.kind == NodeKind::For ? 0 : node.children.size() - 1])
                    add(SymbolKind::Variable, textOf(child->text), *child, parent);
            break;
        default: break;
        }
        for (const Node* child : node.children) walk(*child, parent);
    }

    void define(const Node& node, int parent)
    {
        const bool function = node.kind == NodeKind::FunctionDefinition;
        const int index = static_cast<int>(m_symbols.size());
        const Node* block = node.children.empty() || node.children.back()->kind != NodeKind::Block ? nullptr : node.children.back();
        Symbol made = add(!function ? SymbolKind::Class : node.isAsync ? SymbolKind::Coroutine : SymbolKind::Function, textOf(node.text), node, parent);
        for (const Node* child : node.children) {
            if (!function && child->kind == NodeKind::Call && !child->children.empty())
                made.base = slice(child->children.front()->begin, child->children.front()->end);
            if (child->kind == NodeKind::Parameters) {
                made.parameters = slice(child->begin, child->end);
                if (made.parameters.startsWith(QLatin1Char('(')) && made.parameters.endsWith(QLatin1Char(')')))
                    made.parameters = made.parameters.mid(1, made.parameters.size() - 2).trimmed();
                for (const Node* each : child->children)
                    if (!each->text.empty()) add(SymbolKind::Variable, textOf(each->text), *each, index);
            }
        }
        if (block) made.about = documentation(*block);
        m_symbols[static_cast<std::size_t>(index)] = made;
        if (block) walk(*block, index);
    }

    // The first line of the string a body begins with.
    QString documentation(const Node& block) const
    {
        if (block.children.empty()) return {};
        const Node* first = block.children.front();
        if (first->kind == NodeKind::Statement && first->children.size() == 1) first = first->children.front();
        QString text = QString::fromStdString(m_source.substr(first->begin, first->end - first->begin));
        if (!text.startsWith(QLatin1Char('"')) && !text.startsWith(QLatin1Char('\''))) return {};
        static const QRegularExpression quotes(QStringLiteral("^(\"\"\"|'''|\"|')\\s*|(\"\"\"|'''|\"|')$"));
        text.remove(quotes);
        return text.section(QLatin1Char('\n'), 0, 0).trimmed();
    }

    void assign(const Node& node, int parent)
    {
        if (node.children.empty()) return;
        const Node* value = node.children.size() > 1 ? node.children.back() : nullptr;
        if (value && value->kind == NodeKind::Await && !value->children.empty()) value = value->children.front();
        QString madeBy;
        if (value && value->kind == NodeKind::Primary && value->children.back()->kind == NodeKind::Call)
            madeBy = slice(value->begin, value->children.back()->begin);
        const std::size_t targets = node.kind == NodeKind::AnnotatedAssign ? 1 : node.children.size() - 1;
        for (std::size_t i = 0; i < targets; ++i) addTarget(*node.children[i], parent, madeBy);
    }

    void addTarget(const Node& target, int parent, const QString& madeBy)
    {
        if (target.kind == NodeKind::Tuple || target.kind == NodeKind::List || target.kind == NodeKind::Parenthesised) {
            for (const Node* each : target.children) addTarget(*each, parent, {});
            return;
        }
        if (target.kind == NodeKind::Name) {
            add(SymbolKind::Variable, textOf(target.text), target, parent).madeBy = madeBy;
        } else if (target.kind == NodeKind::Primary && target.children.size() == 2 && target.children[1]->kind == NodeKind::Attribute &&
                   target.children[0]->text == "self") {
            // An attribute of the class the method is in.
            int owner = parent;
            while (owner >= 0 && m_symbols[static_cast<std::size_t>(owner)].kind != SymbolKind::Class) owner = m_symbols[static_cast<std::size_t>(owner)].parent;
            if (owner >= 0) add(SymbolKind::Variable, textOf(target.children[1]->text), target, owner).madeBy = madeBy;
        }
    }

    void import(const Node& node, int parent)
    {
        static const QRegularExpression from(QStringLiteral("^from\\s+([.\\w]+)\\s+import\\s+\\(?(.*?)\\)?$"));
        static const QRegularExpression alias(QStringLiteral("^([.\\w*]+)(?:\\s+as\\s+(\\w+))?$"));
        const QString text = slice(node.begin, node.end);
        const QRegularExpressionMatch match = from.match(text);
        const QString names = match.hasMatch() ? match.captured(2) : text.mid(QStringLiteral("import").size());
        for (const QString& part : names.split(QLatin1Char(','))) {
            const QRegularExpressionMatch one = alias.match(part.trimmed());
            if (!one.hasMatch()) continue;
            const QString original = one.captured(1);
            const bool renamed = !one.captured(2).isEmpty();
            const QString bound = renamed ? one.captured(2) : match.hasMatch() ? original : original.section(QLatin1Char('.'), 0, 0);
            Symbol& symbol = add(SymbolKind::Module, bound, node, parent);
            symbol.module = match.hasMatch() ? match.captured(1) : renamed ? original : bound;
            if (match.hasMatch()) symbol.original = original;
        }
    }

    const std::string& m_source;
    program::TextPositions m_positions;
    std::vector<Symbol> m_symbols;
};

}  // namespace

std::vector<Symbol> outlineOf(const QString& text)
{
    const std::string source = text.toStdString();
    return Outliner(source).symbols();
}

}  // namespace coroboard::gui
