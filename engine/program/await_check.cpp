// SPDX-License-Identifier: MIT
// Follows CPython 3.11's compiler in what it refuses and how it says it, the scope rules of comprehensions included:
// an asynchronous generator expression is allowed anywhere, other asynchronous comprehensions only in `async def`.

#include <algorithm>

#include "program/program.h"
#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::program {

namespace {

enum class Scope { Module, Class, Function, AsyncFunction, Lambda, Comprehension };

class AwaitCheck {
public:
    AwaitCheck(std::string_view source, std::string_view file) : m_positions(source), m_file(file) {}

    std::vector<Diagnostic> run(const Node& root)
    {
        visit(root, Scope::Module);
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found& a, const Found& b) { return a.offset < b.offset; });
        std::vector<Diagnostic> diagnostics;
        for (const Found& found : m_found) {
            const TextPosition position = m_positions.at(found.offset);
            diagnostics.push_back({std::string(m_file), position.line, position.column, found.message});
        }
        return diagnostics;
    }

private:
    struct Found {
        std::uint32_t offset;
        const char* message;
    };

    void report(const Node& node, const char* message) { m_found.push_back({node.begin, message}); }

    void visitChildren(const Node& node, Scope scope)
    {
        for (const Node* child : node.children) {
            visit(*child, scope);
        }
    }

    void visit(const Node& node, Scope scope)
    {
        switch (node.kind) {
            case NodeKind::Await: checkAwait(node, scope); break;
            case NodeKind::For:
                if (node.isAsync && scope != Scope::AsyncFunction) {
                    report(node, "'async for' outside async function");
                }
                visitChildren(node, scope);
                break;
            case NodeKind::With:
                if (node.isAsync && scope != Scope::AsyncFunction) {
                    report(node, "'async with' outside async function");
                }
                visitChildren(node, scope);
                break;
            case NodeKind::FunctionDefinition: visitFunction(node, scope); break;
            case NodeKind::ClassDefinition:
                for (const Node* child : node.children) {
                    visit(*child, child->kind == NodeKind::Block ? Scope::Class : scope);
                }
                break;
            case NodeKind::Lambda:
                visit(*node.children[0], scope);
                visit(*node.children[1], Scope::Lambda);
                break;
            case NodeKind::Comprehension: visitComprehension(node, scope); break;
            case NodeKind::AnnotatedAssign:
                for (const Node* child : node.children) {
                    const bool evaluated = child->kind != NodeKind::Annotation || scope == Scope::Module || scope == Scope::Class;
                    if (evaluated) {
                        visit(*child, scope);
                    }
                }
                break;
            default: visitChildren(node, scope); break;
        }
    }

    void checkAwait(const Node& node, Scope scope)
    {
        if (scope == Scope::Module || scope == Scope::Class) {
            report(node, "'await' outside function");
        } else if (scope == Scope::Comprehension) {
            m_comprehensionAwaits = true;
        } else if (scope != Scope::AsyncFunction) {
            report(node, "'await' outside async function");
        }
        visitChildren(node, scope);
    }

    // Decorators, defaults and annotations belong to the enclosing scope.
    void visitFunction(const Node& node, Scope scope)
    {
        for (const Node* child : node.children) {
            const bool isBody = child->kind == NodeKind::Block;
            visit(*child, !isBody ? scope : node.isAsync ? Scope::AsyncFunction : Scope::Function);
        }
    }

    // The first iterable belongs to the enclosing scope.
    void visitComprehension(const Node& node, Scope scope)
    {
        visit(*node.children[1]->children[1], scope);
        const bool outerAwaits = m_comprehensionAwaits;
        m_comprehensionAwaits = false;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const Node& child = *node.children[i];
            m_comprehensionAwaits |= child.kind == NodeKind::ComprehensionFor && child.isAsync;
            if (i == 1) {
                visit(*child.children[0], Scope::Comprehension);
            } else {
                visit(child, Scope::Comprehension);
            }
        }
        const bool isAsynchronous = m_comprehensionAwaits && node.text != "<genexpr>";
        m_comprehensionAwaits = outerAwaits || (isAsynchronous && scope == Scope::Comprehension);
        if (isAsynchronous && scope != Scope::AsyncFunction && scope != Scope::Comprehension) {
            report(node, "asynchronous comprehension outside of an asynchronous function");
        }
    }

    TextPositions m_positions;
    std::string_view m_file;
    std::vector<Found> m_found;
    bool m_comprehensionAwaits = false;      // of the comprehension being visited
};

}  // namespace

std::vector<Diagnostic> checkAwaits(std::string_view source, std::string_view file)
{
    const SyntaxTree tree = parse(source);
    return AwaitCheck(source, file).run(tree.root());
}

}  // namespace coroboard::program
