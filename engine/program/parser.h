// SPDX-License-Identifier: MIT
#pragma once
// Parser: recursive descent over tokens into a SyntaxTree. Internal to the module; use parse() of syntax_tree.h.
// It accepts more than Python (operators are not ranked, targets are any expression): whether a program is right is for MicroPython
// to say. What it cannot read throws Unreadable, which statement() turns into a Broken node.

#include <string_view>
#include <vector>

#include "program/syntax_tree.h"
#include "program/token.h"

namespace coroboard::program {

class Parser {
public:
    struct Unreadable {};

    Parser(std::string_view source, std::vector<Token> tokens, SyntaxTree& tree, int depth = 0)
        : m_source(source), m_tokens(std::move(tokens)), m_tree(tree), m_depth(depth)
    {
    }

    const Node* module();
    // For the text of one replacement field: an expression list up to End.
    const Node* fieldExpression();

private:
    class Deeper;

    // Tokens.
    const Token& token(std::size_t ahead = 0) const;
    std::string_view text(std::size_t ahead = 0) const;
    bool isOperator(std::string_view symbol, std::size_t ahead = 0) const;
    bool isWord(std::string_view word, std::size_t ahead = 0) const;
    bool isIdentifier(std::size_t ahead = 0) const;
    void advance() { m_position += m_position + 1 < m_tokens.size() ? 1 : 0; }
    bool acceptOperator(std::string_view symbol);
    bool acceptWord(std::string_view word);
    void expectOperator(std::string_view symbol);
    void expectWord(std::string_view word);
    std::string_view identifier();
    Node* make(NodeKind kind);
    // Sets the end of a node to the end of the last token read.
    Node* finished(Node* node) const;

    // Expressions (expression_parser.cpp).
    const Node* expressionList();            // a, *b, c := 1; also yield
    const Node* namedExpression();
    const Node* expression();
    const Node* conditionless();             // no lambda, no walrus, no `x if y else z`
    const Node* operand();
    const Node* primary();
    const Node* atom();
    const Node* parenthesised();
    const Node* bracketed();
    const Node* braced();
    const Node* strings();
    const Node* lambda();
    const Node* yieldExpression();
    const Node* starredOr(const Node* (Parser::*parse)());
    const Node* targetList();
    const Node* call();
    const Node* argument();
    const Node* subscript();
    const Node* subscriptItem();
    const Node* comprehension(Node* start, std::string_view name, const Node* element);
    void commaSeparated(Node* node, std::string_view close, const Node* (Parser::*item)());
    void addFields(Node* node, const std::vector<ReplacementField>& fields, int depth);
    bool startsComprehension() const;
    bool startsExpression() const;

    // Statements (statement_parser.cpp, compound_parser.cpp).
    void statement(Node* block);
    void statementLine(Node* block);
    void broken(Node* block, std::size_t first);
    const Node* simpleStatement();
    const Node* assignmentOrExpression();
    const Node* importStatement();
    const Node* declaration(NodeKind kind);
    const Node* plainStatement();
    const Node* compoundStatement();
    const Node* block();
    const Node* ifStatement();
    const Node* whileStatement();
    const Node* forStatement(Node* node);
    const Node* withStatement(Node* node);
    bool parenthesisedWithItems(Node* node);
    const Node* withItem();
    const Node* tryStatement();
    const Node* matchStatement();
    bool startsMatch() const;
    const Node* decorated();
    const Node* functionDefinition(Node* node);
    const Node* classDefinition(Node* node);
    const Node* parameters(std::string_view close, bool annotated);
    const Node* elseBlock(NodeKind kind);

    std::string_view m_source;
    std::vector<Token> m_tokens;
    SyntaxTree& m_tree;
    std::size_t m_position = 0;
    int m_depth;
};

// Bounds the recursion: throws Unreadable when a text nests deeper than any real program.
class Parser::Deeper {
public:
    explicit Deeper(Parser& parser) : m_parser(parser)
    {
        if (++m_parser.m_depth > maximalDepth) {
            --m_parser.m_depth;
            throw Unreadable();
        }
    }
    ~Deeper() { --m_parser.m_depth; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    static constexpr int maximalDepth = 400;
    Parser& m_parser;
};

}  // namespace coroboard::program
