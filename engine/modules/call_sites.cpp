// SPDX-License-Identifier: MIT
#include "modules/call_sites.h"

#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::modules {

namespace {

using program::Node;
using program::NodeKind;

struct Sites {
    std::vector<int> dropped;
    std::vector<int> kept;
};

// f(…), thing.f(…)
bool calls(const Node& node, std::string_view function)
{
    if (node.kind != NodeKind::Primary || node.children.size() < 2 || node.children.back()->kind != NodeKind::Call) return false;
    return node.children[node.children.size() - 2]->text == function;
}

void visit(const Node& node, std::string_view function, const program::TextPositions& positions, Sites& sites)
{
    if (node.kind == NodeKind::Statement && node.text.empty()) {
        for (const Node* child : node.children)
            if (calls(*child, function)) sites.dropped.push_back(positions.at(child->begin).line);
    } else if (node.kind == NodeKind::Assign && calls(*node.children.back(), function)) {
        sites.kept.push_back(positions.at(node.children.back()->begin).line);
    }
    for (const Node* child : node.children) visit(*child, function, positions, sites);
}

}  // namespace

std::vector<int> unawaitedCalls(std::string_view source, std::string_view function)
{
    const program::SyntaxTree tree = program::parse(source);
    const program::TextPositions positions(source);
    Sites sites;
    visit(tree.root(), function, positions, sites);
    return sites.dropped.empty() ? sites.kept : sites.dropped;
}

}  // namespace coroboard::modules
