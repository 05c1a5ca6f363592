// SPDX-License-Identifier: MIT
// What MicroPython's compiler does to bare expressions of a module typed at its REPL, done to the text instead.
#include <vector>

#include "program/program.h"
#include "program/syntax_tree.h"

namespace coroboard::program {

namespace {

// Extra parentheses, so that a bare tuple stays one value.
constexpr std::string_view before = "__repl_print__((";
constexpr std::string_view after = "))";

void collect(const Node& node, std::vector<const Node*>& expressions)
{
    switch (node.kind) {
    case NodeKind::FunctionDefinition:
    case NodeKind::ClassDefinition:
    case NodeKind::Lambda: return;
    case NodeKind::Statement:
        if (node.text.empty() && node.end > node.begin) expressions.push_back(&node);
        return;
    default:
        for (const Node* child : node.children) collect(*child, expressions);
    }
}

}  // namespace

std::string showingValues(std::string_view source)
{
    const SyntaxTree tree = parse(source);
    std::vector<const Node*> expressions;
    collect(tree.root(), expressions);
    std::string shown;
    std::size_t at = 0;
    for (const Node* expression : expressions) {
        shown += source.substr(at, expression->begin - at);
        shown += before;
        shown += source.substr(expression->begin, expression->end - expression->begin);
        shown += after;
        at = expression->end;
    }
    return shown.append(source.substr(at));
}

}  // namespace coroboard::program
