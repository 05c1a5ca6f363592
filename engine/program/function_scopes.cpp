// SPDX-License-Identifier: MIT
// Walks a syntax tree in the order in which MicroPython 1.27 compiles it (py/compile.c), because that order numbers the locals:
// a loop's body before its condition, a conditional expression's condition first, a dictionary's value before its key, the end of
// a range before its start, every function after the one around it.

#include <algorithm>
#include <cctype>
#include <deque>
#include <optional>
#include <unordered_map>

#include "program/program.h"
#include "program/scope_names.h"
#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::program {

namespace {

class ScopeReader {
public:
    explicit ScopeReader(const Node& root)
    {
        noteConstants(root);
        m_scopes.emplace_back(ScopeKind::Module, nullptr, root, "");
    }

    std::deque<ScopeNames>& run()
    {
        for (std::size_t i = 0; i < m_scopes.size(); ++i) {   // grows while it is walked
            m_scope = &m_scopes[i];
            read(*m_scope);
            m_scope->closeOver();
        }
        return m_scopes;
    }

private:
    void read(ScopeNames& scope)
    {
        const Node& node = *scope.node;
        switch (scope.kind) {
            case ScopeKind::Module: visitChildren(node); break;
            case ScopeKind::Class:
                scope.findOrAdd("__class__", NameKind::Local);
                scope.load("__name__");
                scope.store("__module__");
                scope.store("__qualname__");
                visit(*node.children.back());
                break;
            case ScopeKind::Function:
            case ScopeKind::Lambda:
                for (const Node* child : node.children) {
                    if (child->kind == NodeKind::Parameters) {
                        addParameters(*child);
                    }
                }
                visit(*node.children.back());
                break;
            case ScopeKind::Comprehension:
                scope.findOrAdd("", NameKind::Local);         // the iterator, handed in as an argument without a name
                readComprehension(node);
                break;
        }
    }

    void addParameters(const Node& parameters)
    {
        for (const Node* parameter : parameters.children) {
            if (parameter->text.empty() || m_scope->find(parameter->text) != nullptr) {
                continue;
            }
            ScopeName& entry = m_scope->findOrAdd(parameter->text, NameKind::Local);
            entry.isParameter = true;
            entry.isStar = parameter->isStar;
            entry.isDoubleStar = parameter->isDoubleStar;
        }
    }

    void readComprehension(const Node& node)
    {
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            const Node& clause = *node.children[i];
            if (clause.kind == NodeKind::ComprehensionIf) {
                visit(*clause.children[0]);
            } else {
                if (i > 1) {
                    visit(*clause.children[1]);
                }
                assign(*clause.children[0]);
            }
        }
        visit(*node.children[0]);
    }

    void open(ScopeKind kind, const Node& node, std::string_view name)
    {
        const std::string qualified = m_scope->name.empty() ? std::string(name) : m_scope->name + "." + std::string(name);
        m_scopes.emplace_back(kind, m_scope, node, qualified);
    }

    void visitChildren(const Node& node)
    {
        for (const Node* child : node.children) {
            visit(*child);
        }
    }

    void visit(const Node& node)
    {
        switch (node.kind) {
            case NodeKind::Name:
                if (constant(node) == nullptr) {
                    m_scope->load(node.text);
                }
                break;
            case NodeKind::Annotation: break;                 // MicroPython does not compile them
            case NodeKind::KeyValue:
                visit(*node.children[1]);
                visit(*node.children[0]);
                break;
            case NodeKind::Conditional: visitConditional(node); break;
            case NodeKind::Walrus:
                visit(*node.children[0]);
                if (m_scope->kind == ScopeKind::Comprehension) {
                    m_scope->storeFromComprehension(node.text);
                } else {
                    m_scope->store(node.text);
                }
                break;
            case NodeKind::Primary: visitPrimary(node); break;
            case NodeKind::Lambda:
                open(ScopeKind::Lambda, node, "<lambda>");
                visitDefaults(*node.children[0]);
                break;
            case NodeKind::Comprehension:
                open(ScopeKind::Comprehension, node, node.text);
                visit(*node.children[1]->children[1]);
                break;
            default: visitStatement(node); break;
        }
    }

    void visitStatement(const Node& node)
    {
        switch (node.kind) {
            case NodeKind::FunctionDefinition: visitFunction(node); break;
            case NodeKind::ClassDefinition: visitClass(node); break;
            case NodeKind::If: visitIf(node); break;
            case NodeKind::While: visitWhile(node); break;
            case NodeKind::For: visitFor(node); break;
            case NodeKind::WithItem:
                visit(*node.children[0]);
                if (node.children.size() > 1) {
                    assign(*node.children[1]);
                }
                break;
            case NodeKind::Handler: visitHandler(node); break;
            case NodeKind::Assign: visitAssign(node); break;
            case NodeKind::AugmentedAssign:
                visit(*node.children[0]);
                visit(*node.children[1]);
                if (node.children[0]->kind == NodeKind::Name) {
                    m_scope->store(node.children[0]->text);
                }
                break;
            case NodeKind::AnnotatedAssign:
                if (node.children.size() > 2) {
                    visit(*node.children[2]);
                    assign(*node.children[0]);
                } else if (m_scope->kind == ScopeKind::Function && node.children[0]->kind == NodeKind::Name) {
                    m_scope->findOrAdd(node.children[0]->text, NameKind::Local);
                }
                break;
            case NodeKind::Delete: assign(*node.children[0]); break;
            case NodeKind::Import:
                for (const Node* alias : node.children) {
                    m_scope->store(alias->text);
                }
                break;
            case NodeKind::Global:
                for (const Node* name : node.children) {
                    m_scope->declareGlobal(name->text);
                }
                break;
            case NodeKind::Nonlocal:
                for (const Node* name : node.children) {
                    m_scope->declareNonlocal(name->text);
                }
                break;
            default: visitChildren(node); break;
        }
    }

    // value, condition, value, condition, …, last value
    void visitConditional(const Node& node)
    {
        for (std::size_t i = 0; i + 1 < node.children.size(); i += 2) {
            visit(*node.children[i + 1]);
            visit(*node.children[i]);
        }
        visit(*node.children.back());
    }

    void visitPrimary(const Node& node)
    {
        const Node& first = *node.children[0];
        visit(first);
        const bool bareSuper = m_scope->kind == ScopeKind::Function && first.kind == NodeKind::Name && first.text == "super" &&
                               node.children[1]->kind == NodeKind::Call && node.children[1]->children.empty();
        if (bareSuper) {                     // super() is compiled as super(__class__, self)
            m_scope->load("__class__");
        }
        for (std::size_t i = 1; i < node.children.size(); ++i) {
            visit(*node.children[i]);
        }
    }

    void visitDefaults(const Node& parameters)
    {
        for (const Node* parameter : parameters.children) {
            for (const Node* part : parameter->children) {
                if (part->kind == NodeKind::Default) {
                    visitChildren(*part);
                }
            }
        }
    }

    // @micropython.native and its like are read by the compiler itself.
    static bool isCompilerDecorator(const Node& decorator)
    {
        const Node& expression = *decorator.children[0];
        return expression.kind == NodeKind::Primary && expression.children[0]->kind == NodeKind::Name &&
               expression.children[0]->text == "micropython";
    }

    void visitDecorators(const Node& node)
    {
        for (const Node* child : node.children) {
            if (child->kind == NodeKind::Decorator && !isCompilerDecorator(*child)) {
                visitChildren(*child);
            }
        }
    }

    void visitFunction(const Node& node)
    {
        visitDecorators(node);
        open(ScopeKind::Function, node, node.text);
        for (const Node* child : node.children) {
            if (child->kind == NodeKind::Parameters) {
                visitDefaults(*child);
            }
        }
        m_scope->store(node.text);
    }

    void visitClass(const Node& node)
    {
        visitDecorators(node);
        open(ScopeKind::Class, node, node.text);
        for (const Node* child : node.children) {
            if (child->kind == NodeKind::Call) {
                visitChildren(*child);
            }
        }
        m_scope->store(node.text);
    }

    // What the compiler knows about a condition; it leaves out code that can never run.
    std::optional<bool> truth(const Node& node) const
    {
        switch (node.kind) {
            case NodeKind::Parenthesised: return truth(*node.children[0]);
            case NodeKind::Literal: {
                if (node.text == "True" || node.text == "False") {
                    return node.text == "True";
                }
                const bool integer = !node.text.empty() && std::all_of(node.text.begin(), node.text.end(), [](char c) {
                    return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '_';
                });
                return integer ? std::optional<bool>(node.text.find_first_not_of("0_") != std::string_view::npos) : std::nullopt;
            }
            case NodeKind::Name: {
                const Constant* known = constant(node);
                return known == nullptr ? std::nullopt : known->truth;
            }
            case NodeKind::Operation: {
                const std::optional<bool> inner = node.text == "not" ? truth(*node.children[0]) : std::nullopt;
                return inner ? std::optional<bool>(!*inner) : std::nullopt;
            }
            default: return std::nullopt;
        }
    }

    void visitIf(const Node& node)
    {
        for (std::size_t i = 0; i < node.children.size();) {
            const Node& condition = *node.children[i];
            if (condition.kind == NodeKind::ElseBlock) {
                visitChildren(condition);
                return;
            }
            const std::optional<bool> known = truth(condition);
            if (known != false) {
                visit(condition);
                visit(*node.children[i + 1]);
            }
            if (known == true) {
                return;
            }
            i += 2;
        }
    }

    void visitWhile(const Node& node)
    {
        if (truth(*node.children[0]) != false) {
            visit(*node.children[1]);
            visit(*node.children[0]);
        }
        if (node.children.size() > 2) {
            visit(*node.children[2]);
        }
    }

    void visitFor(const Node& node)
    {
        if (const Node* range = node.isAsync ? nullptr : countingRange(node)) {
            const std::vector<const Node*>& arguments = range->children;
            if (arguments.size() > 1) {
                visit(*arguments[1]);
            }
            visit(*arguments[0]);
        } else {
            visit(*node.children[1]);
        }
        assign(*node.children[0]);
        for (std::size_t i = 2; i < node.children.size(); ++i) {
            visit(*node.children[i]);
        }
    }

    // The call of `for name in range(…)` when the compiler turns it into a counting loop.
    static const Node* countingRange(const Node& node)
    {
        const Node& iterable = *node.children[1];
        const bool isRange = node.children[0]->kind == NodeKind::Name && iterable.kind == NodeKind::Primary && iterable.children.size() == 2 &&
                             iterable.children[0]->kind == NodeKind::Name && iterable.children[0]->text == "range" &&
                             iterable.children[1]->kind == NodeKind::Call;
        if (!isRange) {
            return nullptr;
        }
        const Node& call = *iterable.children[1];
        if (call.children.empty() || call.children.size() > 3) {
            return nullptr;
        }
        const auto isPlain = [](const Node* argument) {
            return argument->kind != NodeKind::Starred && argument->kind != NodeKind::DoubleStarred &&
                   argument->kind != NodeKind::KeywordArgument;
        };
        if (!isPlain(call.children[0]) || (call.children.size() > 1 && !isPlain(call.children[1]))) {
            return nullptr;
        }
        if (call.children.size() == 3) {
            const Node* step = call.children[2];
            const bool isSigned = step->kind == NodeKind::Operation && (step->text == "-" || step->text == "+");
            const Node* number = isSigned ? step->children[0] : step;
            const bool isInteger = number->kind == NodeKind::Literal && !number->text.empty() &&
                                   number->text.find_first_not_of("0123456789_") == std::string_view::npos &&
                                   number->text.find_first_not_of("0_") != std::string_view::npos;
            return isInteger ? &call : nullptr;
        }
        return &call;
    }

    void visitHandler(const Node& node)
    {
        for (const Node* child : node.children) {
            if (child->kind == NodeKind::Block && !node.text.empty()) {
                m_scope->store(node.text);
            }
            visit(*child);
        }
    }

    void visitAssign(const Node& node)
    {
        if (definesConstant(node)) {
            if (node.children[0]->text.front() != '_') {
                m_scope->store(node.children[0]->text);
            }
            return;
        }
        visit(*node.children.back());
        for (std::size_t i = 0; i + 1 < node.children.size(); ++i) {
            assign(*node.children[i]);
        }
    }

    // NAME = const(value): from there on the parser puts the value wherever the name stands, whatever the scope; a name that begins
    // with an underscore is not even stored.
    struct Constant {
        std::uint32_t from = 0;              // where in the source it begins to hold
        std::optional<bool> truth;
    };

    static bool definesConstant(const Node& node)
    {
        if (node.kind != NodeKind::Assign || node.children.size() != 2) {
            return false;
        }
        const Node& target = *node.children[0];
        const Node& value = *node.children[1];
        return target.kind == NodeKind::Name && value.kind == NodeKind::Primary && value.children.size() == 2 &&
               value.children[0]->kind == NodeKind::Name && value.children[0]->text == "const" &&
               value.children[1]->kind == NodeKind::Call && value.children[1]->children.size() == 1;
    }

    void noteConstants(const Node& node)
    {
        if (definesConstant(node)) {
            const Node& value = *node.children[1]->children[1]->children[0];
            m_constants.emplace(node.children[0]->text, Constant{node.end, truth(value)});
        }
        for (const Node* child : node.children) {
            noteConstants(*child);
        }
    }

    const Constant* constant(const Node& name) const
    {
        const auto found = m_constants.find(name.text);
        return found != m_constants.end() && name.begin >= found->second.from ? &found->second : nullptr;
    }

    // Targets of assignments, loops and del.
    void assign(const Node& target)
    {
        switch (target.kind) {
            case NodeKind::Name: m_scope->store(target.text); break;
            case NodeKind::Parenthesised:
            case NodeKind::Tuple:
            case NodeKind::List:
            case NodeKind::Starred:
                for (const Node* child : target.children) {
                    assign(*child);
                }
                break;
            default: visit(target); break;
        }
    }

    std::deque<ScopeNames> m_scopes;
    ScopeNames* m_scope = nullptr;
    std::unordered_map<std::string_view, Constant> m_constants;
};

}  // namespace

std::vector<FunctionScope> functionScopes(std::string_view source)
{
    const SyntaxTree tree = parse(source);
    const TextPositions positions(source);
    ScopeReader reader(tree.root());
    std::vector<ScopeNames*> scopes;
    for (ScopeNames& scope : reader.run()) {
        if (scope.kind != ScopeKind::Module && scope.kind != ScopeKind::Class) {
            scopes.push_back(&scope);
        }
    }
    std::vector<FunctionScope> result;
    std::stable_sort(scopes.begin(), scopes.end(), [](const ScopeNames* a, const ScopeNames* b) { return a->node->begin < b->node->begin; });
    for (ScopeNames* scope : scopes) {
        FunctionScope& function = result.emplace_back();
        function.name = scope->name;
        function.firstLine = positions.at(scope->node->begin).line;
        function.lastLine = positions.at(scope->node->end).line;
        function.isAsync = scope->node->isAsync;
        function.slots = scope->slots();
    }
    return result;
}

}  // namespace coroboard::program
