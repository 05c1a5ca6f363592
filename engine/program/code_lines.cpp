// SPDX-License-Identifier: MIT
// Follows MicroPython 1.27's compiler in what it makes no bytecode of.
#include <algorithm>

#include "program/program.h"
#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::program {

namespace {

// `while True:` is no test, only the place its body jumps back to.
bool isAlwaysTrue(const Node& condition)
{
    return condition.kind == NodeKind::Literal && (condition.text == "True" || condition.text == "1");
}

bool isMade(const Node& statement)
{
    switch (statement.kind) {
    case NodeKind::Global:
    case NodeKind::Nonlocal:
    case NodeKind::Broken: return false;
    case NodeKind::While: return statement.children.empty() || !isAlwaysTrue(*statement.children.front());
    case NodeKind::AnnotatedAssign: return statement.children.size() > 2;
    case NodeKind::Literal: return false;
    case NodeKind::Statement:
        if (statement.text == "pass") return false;
        return !(statement.text.empty() && statement.children.size() == 1 && statement.children.front()->kind == NodeKind::Literal);
    default: return true;
    }
}

// A decorated definition begins with its first decorator.
std::uint32_t beginOf(const Node& statement)
{
    const bool decorated = !statement.children.empty() && statement.children.front()->kind == NodeKind::Decorator;
    return decorated ? std::min(statement.begin, statement.children.front()->begin) : statement.begin;
}

void addStatements(const Node& block, const TextPositions& positions, std::vector<int>& lines)
{
    for (const Node* statement : block.children) {
        if (isMade(*statement)) lines.push_back(positions.at(beginOf(*statement)).line);
        for (const Node* part : statement->children) {
            if (part->kind == NodeKind::Block) addStatements(*part, positions, lines);
            if (part->kind != NodeKind::ElseBlock && part->kind != NodeKind::FinallyBlock && part->kind != NodeKind::Handler) continue;
            for (const Node* inner : part->children)
                if (inner->kind == NodeKind::Block) addStatements(*inner, positions, lines);
        }
    }
}

}  // namespace

std::vector<int> codeLines(std::string_view source)
{
    std::vector<int> lines;
    const SyntaxTree tree = parse(source);
    addStatements(tree.root(), TextPositions(source), lines);
    std::sort(lines.begin(), lines.end());
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

}  // namespace coroboard::program
