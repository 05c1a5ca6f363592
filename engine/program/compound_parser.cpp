// SPDX-License-Identifier: MIT
#include "program/parser.h"

namespace coroboard::program {

const Node* Parser::compoundStatement()
{
    Node* node = make(NodeKind::Statement);
    if (isOperator("@")) {
        return decorated();
    }
    if (isWord("if")) {
        return ifStatement();
    }
    if (isWord("while")) {
        return whileStatement();
    }
    if (isWord("try")) {
        return tryStatement();
    }
    if (isWord("class")) {
        return classDefinition(node);
    }
    if (startsMatch()) {
        return matchStatement();
    }
    node->isAsync = acceptWord("async");
    if (isWord("def")) {
        return functionDefinition(node);
    }
    if (isWord("for")) {
        return forStatement(node);
    }
    if (isWord("with")) {
        return withStatement(node);
    }
    throw Unreadable();
}

// The statements after a header's colon: on the same line, or indented below. Never throws.
const Node* Parser::block()
{
    Node* node = make(NodeKind::Block);
    if (token().kind != TokenKind::NewLine) {
        statementLine(node);
        return finished(node);
    }
    advance();
    if (token().kind == TokenKind::Indent) {
        advance();
        while (token().kind != TokenKind::Dedent && token().kind != TokenKind::End) {
            statement(node);
        }
        finished(node);
        advance();
    }
    return node;
}

const Node* Parser::ifStatement()
{
    Node* node = make(NodeKind::If);
    advance();
    node->children.push_back(namedExpression());
    expectOperator(":");
    node->children.push_back(block());
    while (isWord("elif")) {
        const std::size_t clause = m_position;
        try {
            advance();
            const Node* condition = namedExpression();
            expectOperator(":");
            node->children.push_back(condition);
        } catch (const Unreadable&) {
            m_position = clause;             // the clause becomes a broken statement of its own
            return finished(node);
        }
        node->children.push_back(block());
    }
    if (const Node* otherwise = elseBlock(NodeKind::ElseBlock)) {
        node->children.push_back(otherwise);
    }
    return finished(node);
}

// An `else:` or `finally:` with its block, or nothing.
const Node* Parser::elseBlock(NodeKind kind)
{
    const std::string_view word = kind == NodeKind::ElseBlock ? "else" : "finally";
    if (!isWord(word) || !isOperator(":", 1)) {
        return nullptr;
    }
    Node* node = make(kind);
    advance();
    advance();
    node->children.push_back(block());
    return finished(node);
}

const Node* Parser::whileStatement()
{
    Node* node = make(NodeKind::While);
    advance();
    node->children.push_back(namedExpression());
    expectOperator(":");
    node->children.push_back(block());
    if (const Node* otherwise = elseBlock(NodeKind::ElseBlock)) {
        node->children.push_back(otherwise);
    }
    return finished(node);
}

const Node* Parser::forStatement(Node* node)
{
    node->kind = NodeKind::For;
    advance();
    node->children.push_back(targetList());
    expectWord("in");
    node->children.push_back(expressionList());
    expectOperator(":");
    node->children.push_back(block());
    if (const Node* otherwise = elseBlock(NodeKind::ElseBlock)) {
        node->children.push_back(otherwise);
    }
    return finished(node);
}

const Node* Parser::withStatement(Node* node)
{
    node->kind = NodeKind::With;
    advance();
    if (!parenthesisedWithItems(node)) {
        do {
            node->children.push_back(withItem());
        } while (acceptOperator(","));
        expectOperator(":");
    }
    node->children.push_back(block());
    return finished(node);
}

const Node* Parser::withItem()
{
    Node* node = make(NodeKind::WithItem);
    node->children.push_back(expression());
    if (acceptWord("as")) {
        node->children.push_back(starredOr(&Parser::primary));
    }
    return finished(node);
}

// with (a as b, c as d): … Reads it, or leaves everything as it was.
bool Parser::parenthesisedWithItems(Node* node)
{
    if (!isOperator("(")) {
        return false;
    }
    const std::size_t start = m_position;
    std::vector<const Node*> items;
    try {
        advance();
        do {
            if (isOperator(")")) {
                break;
            }
            items.push_back(withItem());
        } while (acceptOperator(","));
        expectOperator(")");
        expectOperator(":");
    } catch (const Unreadable&) {
        m_position = start;
        return false;
    }
    node->children = std::move(items);
    return true;
}

const Node* Parser::tryStatement()
{
    Node* node = make(NodeKind::Try);
    advance();
    expectOperator(":");
    node->children.push_back(block());
    while (isWord("except")) {
        const std::size_t clause = m_position;
        Node* handler = make(NodeKind::Handler);
        try {
            advance();
            acceptOperator("*");
            if (!isOperator(":")) {
                handler->children.push_back(expressionList());
                if (acceptWord("as")) {
                    handler->text = identifier();
                }
            }
            expectOperator(":");
        } catch (const Unreadable&) {
            m_position = clause;
            return finished(node);
        }
        handler->children.push_back(block());
        node->children.push_back(finished(handler));
    }
    if (const Node* otherwise = elseBlock(NodeKind::ElseBlock)) {
        node->children.push_back(otherwise);
    }
    if (const Node* last = elseBlock(NodeKind::FinallyBlock)) {
        node->children.push_back(last);
    }
    return finished(node);
}

// `match` is an ordinary name except before "…:" and an indented `case`.
bool Parser::startsMatch() const
{
    if (!isWord("match")) {
        return false;
    }
    std::size_t ahead = 1;
    while (token(ahead).kind != TokenKind::NewLine && token(ahead).kind != TokenKind::End) {
        ++ahead;
    }
    return ahead > 2 && isOperator(":", ahead - 1) && token(ahead + 1).kind == TokenKind::Indent && isWord("case", ahead + 2);
}

// Patterns hold no code that matters here: only guards and blocks are kept.
const Node* Parser::matchStatement()
{
    Node* node = make(NodeKind::Match);
    advance();
    node->children.push_back(expressionList());
    expectOperator(":");
    advance();
    advance();
    while (token().kind != TokenKind::Dedent && token().kind != TokenKind::End) {
        const std::size_t clause = m_position;
        Node* bodies = make(NodeKind::Block);
        try {
            expectWord("case");
            int brackets = 0;
            while (brackets > 0 || (!isOperator(":") && !isWord("if"))) {
                if (token().kind == TokenKind::NewLine || token().kind == TokenKind::End) {
                    throw Unreadable();
                }
                brackets += isOperator("(") || isOperator("[") || isOperator("{") ? 1 : 0;
                brackets -= isOperator(")") || isOperator("]") || isOperator("}") ? 1 : 0;
                advance();
            }
            if (acceptWord("if")) {
                bodies->children.push_back(namedExpression());
            }
            expectOperator(":");
        } catch (const Unreadable&) {
            bodies->children.clear();
            m_position = clause;
            statement(bodies);
            node->children.push_back(finished(bodies));
            continue;
        }
        bodies->children.push_back(block());
        node->children.push_back(finished(bodies));
    }
    advance();
    return finished(node);
}

const Node* Parser::decorated()
{
    std::vector<const Node*> decorators;
    while (isOperator("@")) {
        Node* decorator = make(NodeKind::Decorator);
        advance();
        decorator->children.push_back(namedExpression());
        if (token().kind != TokenKind::NewLine) {
            throw Unreadable();
        }
        advance();
        decorators.push_back(finished(decorator));
    }
    const std::size_t header = m_position;
    Node* node = make(NodeKind::Statement);
    node->children = decorators;
    try {
        if (isWord("class")) {
            return classDefinition(node);
        }
        node->isAsync = acceptWord("async");
        return functionDefinition(node);
    } catch (const Unreadable&) {
        m_position = header;                 // what they decorate becomes a statement of its own
        node->kind = NodeKind::Broken;
        node->children = std::move(decorators);
        return finished(node);
    }
}

const Node* Parser::functionDefinition(Node* node)
{
    node->kind = NodeKind::FunctionDefinition;
    expectWord("def");
    node->text = identifier();
    expectOperator("(");
    node->children.push_back(parameters(")", true));
    expectOperator(")");
    if (isOperator("->")) {
        Node* annotation = make(NodeKind::Annotation);
        advance();
        annotation->children.push_back(expressionList());
        node->children.push_back(finished(annotation));
    }
    expectOperator(":");
    node->children.push_back(block());
    return finished(node);
}

// Parameters up to the closing bracket or colon, which is left. In a lambda (not annotated) a colon ends the list.
const Node* Parser::parameters(std::string_view close, bool annotated)
{
    Node* list = make(NodeKind::Parameters);
    while (!isOperator(close)) {
        Node* parameter = make(NodeKind::Parameter);
        if (!acceptOperator("/")) {
            parameter->isStar = acceptOperator("*");
            parameter->isDoubleStar = acceptOperator("**");
            const bool lonelyStar = parameter->isStar && isOperator(",");
            if (!lonelyStar) {
                parameter->text = identifier();
            }
            if (annotated && isOperator(":")) {
                Node* annotation = make(NodeKind::Annotation);
                advance();
                annotation->children.push_back(starredOr(&Parser::expression));
                parameter->children.push_back(finished(annotation));
            }
            if (isOperator("=")) {
                Node* value = make(NodeKind::Default);
                advance();
                value->children.push_back(expression());
                parameter->children.push_back(finished(value));
            }
            list->children.push_back(finished(parameter));
        }
        if (!isOperator(close)) {
            expectOperator(",");
        }
    }
    return finished(list);
}

const Node* Parser::classDefinition(Node* node)
{
    node->kind = NodeKind::ClassDefinition;
    expectWord("class");
    node->text = identifier();
    if (isOperator("(")) {
        node->children.push_back(call());
    }
    expectOperator(":");
    node->children.push_back(block());
    return finished(node);
}

}  // namespace coroboard::program
