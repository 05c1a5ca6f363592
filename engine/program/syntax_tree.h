// SPDX-License-Identifier: MIT
#pragma once
// SyntaxTree: Python source as nodes, as much of the grammar as the questions about scopes need. Owned by whoever asked parse();
// names are views into the source text, which must outlive the tree. parse() never fails: a statement that cannot be read becomes
// a Broken node (with the awaits found in it), and the next one is read as usual.

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace coroboard::program {

enum class NodeKind : std::uint8_t {
    // Expressions. Children in source order unless said otherwise.
    Name,             // text
    Literal,          // number, string, None, True, False, ...; text is the source of it
    FormatString,     // the expressions of its replacement fields
    Operation,        // operands of any mix of binary and unary operators; text is the operator if it is a lone unary `not`
    Conditional,      // value, condition, value, condition, …, last value
    Tuple,
    List,
    Set,
    Dictionary,       // KeyValue and DoubleStarred
    KeyValue,         // key, value
    Starred,
    DoubleStarred,
    Parenthesised,    // one expression in parentheses
    Primary,          // atom, then trailers: Attribute, Call, Subscript
    Attribute,        // text
    Call,             // arguments: expressions, Starred, DoubleStarred, KeywordArgument
    Subscript,
    Slice,
    KeywordArgument,  // text, value; without text: a generator expression that shares the call's parentheses
    Walrus,           // text, value
    Lambda,           // Parameters, body expression
    Comprehension,    // text "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"; element, then ComprehensionFor and ComprehensionIf
    ComprehensionFor, // isAsync; target, iterable
    ComprehensionIf,  // condition
    Await,            // its operand, or nothing in a Broken statement
    Yield,
    YieldFrom,
    // Parts of statements.
    Parameters,       // Parameter …
    Parameter,        // text; isStar, isDoubleStar; Annotation and Default, if any. A lone * has no text
    Annotation,
    Default,
    Decorator,
    Block,            // statements
    ElseBlock,        // one Block
    FinallyBlock,     // one Block
    Handler,          // text the name after `as`; the type if any, Block
    WithItem,         // expression, target if any
    Alias,            // text the name bound
    // Statements.
    FunctionDefinition,  // text, isAsync; Decorator …, Parameters, Annotation?, Block
    ClassDefinition,     // text; Decorator …, Call?, Block
    If,                  // condition, Block, condition, Block, … ElseBlock?
    While,               // condition, Block, ElseBlock?
    For,                 // isAsync; target, iterable, Block, ElseBlock?
    With,                // isAsync; WithItem …, Block
    Try,                 // Block, Handler …, ElseBlock?, FinallyBlock?
    Match,               // subject, then guard? and Block of each case
    Assign,              // target, …, value
    AugmentedAssign,     // target, value
    AnnotatedAssign,     // target, Annotation, value?
    Delete,              // targets
    Import,              // Alias …
    Global,              // Name …
    Nonlocal,            // Name …
    Statement,           // return, raise, assert, pass, a bare expression …; text its first word if a keyword
    Broken,              // what could be found in a statement that cannot be read
};

struct Node {
    NodeKind kind = NodeKind::Broken;
    bool isAsync = false;
    bool isStar = false;
    bool isDoubleStar = false;
    std::uint32_t begin = 0;                 // byte offsets into the source
    std::uint32_t end = 0;
    std::string_view text;
    std::vector<const Node*> children;
};

class SyntaxTree {
public:
    const Node& root() const { return *m_root; }

    Node* make(NodeKind kind, std::uint32_t begin)
    {
        Node& node = m_nodes.emplace_back();
        node.kind = kind;
        node.begin = begin;
        node.end = begin;
        return &node;
    }
    void setRoot(const Node* root) { m_root = root; }

private:
    std::deque<Node> m_nodes;
    const Node* m_root = nullptr;
};

// The root is a Block. No tree is deeper than a few hundred nodes, whatever the source.
SyntaxTree parse(std::string_view source);

}  // namespace coroboard::program
