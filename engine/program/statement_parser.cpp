// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "program/parser.h"

namespace coroboard::program {

namespace {

bool isCompoundKeyword(std::string_view word)
{
    constexpr std::array<std::string_view, 8> words{"if", "while", "for", "with", "try", "def", "class", "async"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isPlainKeyword(std::string_view word)
{
    constexpr std::array<std::string_view, 6> words{"return", "raise", "assert", "pass", "break", "continue"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isAugmentedSymbol(std::string_view symbol)
{
    constexpr std::array<std::string_view, 13> symbols{"+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**="};
    return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
}

}  // namespace

SyntaxTree parse(std::string_view source)
{
    SyntaxTree tree;
    tree.setRoot(Parser(source, tokenize(source), tree).module());
    return tree;
}

const Node* Parser::module()
{
    Node* node = make(NodeKind::Block);
    while (token().kind != TokenKind::End) {
        statement(node);
    }
    return finished(node);
}

void Parser::statement(Node* block)
{
    switch (token().kind) {
        case TokenKind::NewLine:
        case TokenKind::Dedent:
            advance();
            return;
        case TokenKind::Indent:              // indented for no reason: the statements count all the same
            advance();
            while (token().kind != TokenKind::Dedent && token().kind != TokenKind::End) {
                statement(block);
            }
            advance();
            return;
        default: break;
    }
    const std::size_t first = m_position;
    const bool compound = (token().kind == TokenKind::Name && isCompoundKeyword(text())) || isOperator("@") || startsMatch();
    if (!compound) {
        statementLine(block);
        return;
    }
    try {
        block->children.push_back(compoundStatement());
    } catch (const Unreadable&) {
        broken(block, first);
    }
}

// Simple statements up to the end of the line.
void Parser::statementLine(Node* block)
{
    std::size_t first = m_position;
    try {
        while (true) {
            block->children.push_back(simpleStatement());
            const bool more = acceptOperator(";");
            if (token().kind == TokenKind::NewLine || token().kind == TokenKind::End) {
                advance();
                return;
            }
            if (!more) {
                block->children.pop_back();
                throw Unreadable();
            }
            first = m_position;
        }
    } catch (const Unreadable&) {
        broken(block, first);
    }
}

// Reads a statement that cannot be read, from its first token: notes its awaits, and reads the block below it as usual.
void Parser::broken(Node* block, std::size_t first)
{
    m_position = first;
    Node* node = make(NodeKind::Broken);
    Node* header = make(NodeKind::Broken);
    node->isAsync = isWord("async");
    const std::size_t word = node->isAsync ? 1 : 0;
    if (isWord("def", word)) {
        node->kind = NodeKind::FunctionDefinition;
        header->kind = NodeKind::Block;      // with a bracket left open, the function's body counts as its header
        node->text = isIdentifier(word + 1) ? text(word + 1) : std::string_view();
    } else if (isWord("class", word)) {
        node->kind = NodeKind::ClassDefinition;
        node->text = isIdentifier(word + 1) ? text(word + 1) : std::string_view();
    }
    while (token().kind != TokenKind::NewLine && token().kind != TokenKind::End) {
        if (isWord("await")) {
            Node* await = make(NodeKind::Await);
            advance();
            header->children.push_back(finished(await));
        } else {
            advance();
        }
    }
    node->children.push_back(finished(header));
    if (token(1).kind == TokenKind::Indent) {
        node->children.push_back(this->block());
    } else {
        advance();
    }
    block->children.push_back(finished(node));
}

const Node* Parser::simpleStatement()
{
    const std::string_view word = token().kind == TokenKind::Name ? text() : std::string_view();
    if (isPlainKeyword(word)) {
        return plainStatement();
    }
    if (word == "import" || word == "from") {
        return importStatement();
    }
    if (word == "global") {
        return declaration(NodeKind::Global);
    }
    if (word == "nonlocal") {
        return declaration(NodeKind::Nonlocal);
    }
    if (word == "del") {
        Node* node = make(NodeKind::Delete);
        advance();
        node->children.push_back(expressionList());
        return finished(node);
    }
    return assignmentOrExpression();
}

const Node* Parser::plainStatement()
{
    Node* node = make(NodeKind::Statement);
    node->text = text();
    advance();
    if (node->text == "assert") {
        node->children.push_back(expression());
        if (acceptOperator(",")) {
            node->children.push_back(expression());
        }
    } else if ((node->text == "return" || node->text == "raise") && startsExpression()) {
        node->children.push_back(expressionList());
        if (node->text == "raise" && acceptWord("from")) {
            node->children.push_back(expression());
        }
    }
    return finished(node);
}

const Node* Parser::declaration(NodeKind kind)
{
    Node* node = make(kind);
    advance();
    do {
        Node* name = make(NodeKind::Name);
        name->text = identifier();
        node->children.push_back(finished(name));
    } while (acceptOperator(","));
    return finished(node);
}

const Node* Parser::importStatement()
{
    Node* node = make(NodeKind::Import);
    const bool isFrom = isWord("from");
    advance();
    const auto dotted = [this] {
        const std::string_view first = identifier();
        while (acceptOperator(".")) {
            identifier();
        }
        return first;
    };
    if (isFrom) {
        while (acceptOperator(".") || acceptOperator("...")) {
        }
        if (!isWord("import")) {
            dotted();
        }
        expectWord("import");
        if (acceptOperator("*")) {
            return finished(node);
        }
    }
    const bool parenthesised = isFrom && acceptOperator("(");
    do {
        if (parenthesised && isOperator(")")) {
            break;
        }
        Node* alias = make(NodeKind::Alias);
        alias->text = isFrom ? identifier() : dotted();
        if (acceptWord("as")) {
            alias->text = identifier();
        }
        node->children.push_back(finished(alias));
    } while (acceptOperator(","));
    if (parenthesised) {
        expectOperator(")");
    }
    return finished(node);
}

const Node* Parser::assignmentOrExpression()
{
    Node* node = make(NodeKind::Statement);
    node->children.push_back(expressionList());
    if (isOperator(":")) {
        node->kind = NodeKind::AnnotatedAssign;
        Node* annotation = make(NodeKind::Annotation);
        advance();
        annotation->children.push_back(expression());
        node->children.push_back(finished(annotation));
        if (acceptOperator("=")) {
            node->children.push_back(expressionList());
        }
    } else if (token().kind == TokenKind::Operator && isAugmentedSymbol(text())) {
        node->kind = NodeKind::AugmentedAssign;
        advance();
        node->children.push_back(expressionList());
    } else {
        while (acceptOperator("=")) {
            node->kind = NodeKind::Assign;
            node->children.push_back(expressionList());
        }
    }
    return finished(node);
}

}  // namespace coroboard::program
