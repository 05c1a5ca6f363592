// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "program/parser.h"

namespace coroboard::program {

namespace {

// The words Python keeps for itself: none of them can be a name.
bool isKeyword(std::string_view word)
{
    constexpr std::array<std::string_view, 35> keywords{
        "False", "None",   "True",  "and",    "as",   "assert", "async",  "await",    "break", "class", "continue", "def",
        "del",   "elif",   "else",  "except", "for",  "from",   "finally", "global",  "if",    "import", "in",      "is",
        "lambda", "nonlocal", "not", "or",    "pass", "raise",  "return", "try",      "while", "with",  "yield"};
    return std::find(keywords.begin(), keywords.end(), word) != keywords.end();
}

bool isLayout(TokenKind kind) { return kind == TokenKind::NewLine || kind == TokenKind::Indent || kind == TokenKind::Dedent; }

bool isBinarySymbol(std::string_view symbol)
{
    constexpr std::array<std::string_view, 20> symbols{"+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>",
                                                       "&", "|", "^", "<", ">",  "<=", ">=", "==", "!=", "<>"};
    return std::find(symbols.begin(), symbols.end(), symbol) != symbols.end();
}

}  // namespace

const Token& Parser::token(std::size_t ahead) const { return m_tokens[std::min(m_position + ahead, m_tokens.size() - 1)]; }

std::string_view Parser::text(std::size_t ahead) const
{
    const Token& here = token(ahead);
    return m_source.substr(here.begin, here.end - here.begin);
}

bool Parser::isOperator(std::string_view symbol, std::size_t ahead) const
{
    return token(ahead).kind == TokenKind::Operator && text(ahead) == symbol;
}

bool Parser::isWord(std::string_view word, std::size_t ahead) const { return token(ahead).kind == TokenKind::Name && text(ahead) == word; }

bool Parser::isIdentifier(std::size_t ahead) const { return token(ahead).kind == TokenKind::Name && !isKeyword(text(ahead)); }

bool Parser::acceptOperator(std::string_view symbol)
{
    const bool accepted = isOperator(symbol);
    if (accepted) {
        advance();
    }
    return accepted;
}

bool Parser::acceptWord(std::string_view word)
{
    const bool accepted = isWord(word);
    if (accepted) {
        advance();
    }
    return accepted;
}

void Parser::expectOperator(std::string_view symbol)
{
    if (!acceptOperator(symbol)) {
        throw Unreadable();
    }
}

void Parser::expectWord(std::string_view word)
{
    if (!acceptWord(word)) {
        throw Unreadable();
    }
}

std::string_view Parser::identifier()
{
    if (!isIdentifier()) {
        throw Unreadable();
    }
    const std::string_view name = text();
    advance();
    return name;
}

Node* Parser::make(NodeKind kind) { return m_tree.make(kind, token().begin); }

Node* Parser::finished(Node* node) const
{
    std::size_t last = m_position;
    while (last > 0 && isLayout(m_tokens[last - 1].kind)) {
        --last;
    }
    node->end = last > 0 ? std::max(node->begin, m_tokens[last - 1].end) : node->begin;
    return node;
}

const Node* Parser::fieldExpression()
{
    const Node* node = expressionList();
    if (token().kind != TokenKind::End) {
        throw Unreadable();
    }
    return node;
}

bool Parser::startsExpression() const
{
    switch (token().kind) {
        case TokenKind::Name: {
            const std::string_view word = text();
            constexpr std::array<std::string_view, 7> starters{"None", "True", "False", "lambda", "await", "not", "yield"};
            return !isKeyword(word) || std::find(starters.begin(), starters.end(), word) != starters.end();
        }
        case TokenKind::Number:
        case TokenKind::String:
        case TokenKind::FormatString: return true;
        case TokenKind::Operator: {
            constexpr std::array<std::string_view, 9> starters{"(", "[", "{", "-", "+", "~", "...", "*", "**"};
            return std::find(starters.begin(), starters.end(), text()) != starters.end();
        }
        default: return false;
    }
}

const Node* Parser::expressionList()
{
    if (isWord("yield")) {
        return yieldExpression();
    }
    Node* tuple = make(NodeKind::Tuple);
    const Node* first = starredOr(&Parser::namedExpression);
    if (!isOperator(",")) {
        return first;
    }
    tuple->children.push_back(first);
    while (acceptOperator(",") && startsExpression()) {
        tuple->children.push_back(starredOr(&Parser::namedExpression));
    }
    return finished(tuple);
}

const Node* Parser::starredOr(const Node* (Parser::*parse)())
{
    if (!isOperator("*")) {
        return (this->*parse)();
    }
    Node* node = make(NodeKind::Starred);
    advance();
    node->children.push_back((this->*parse)());
    return finished(node);
}

const Node* Parser::namedExpression()
{
    if (isIdentifier() && isOperator(":=", 1)) {
        const Deeper deeper(*this);
        Node* node = make(NodeKind::Walrus);
        node->text = identifier();
        advance();
        node->children.push_back(namedExpression());
        return finished(node);
    }
    return expression();
}

const Node* Parser::expression()
{
    const Deeper deeper(*this);
    if (isWord("lambda")) {
        return lambda();
    }
    Node* node = make(NodeKind::Conditional);
    const Node* first = conditionless();
    if (!isWord("if")) {
        return first;
    }
    node->children.push_back(first);
    while (acceptWord("if")) {
        node->children.push_back(conditionless());
        expectWord("else");
        if (isWord("lambda")) {
            node->children.push_back(lambda());
            break;
        }
        node->children.push_back(conditionless());
    }
    return finished(node);
}

const Node* Parser::conditionless()
{
    Node* node = make(NodeKind::Operation);
    bool hasOperator = false;
    while (true) {
        while (isWord("not") || isOperator("-") || isOperator("+") || isOperator("~")) {
            node->text = hasOperator ? std::string_view() : text();
            hasOperator = true;
            advance();
        }
        node->children.push_back(operand());
        if (isWord("is") || (isWord("not") && isWord("in", 1))) {
            advance();
            if (isWord("not") || isWord("in")) {
                advance();
            }
        } else if (isWord("and") || isWord("or") || isWord("in") || (token().kind == TokenKind::Operator && isBinarySymbol(text()))) {
            advance();
        } else {
            break;
        }
        node->text = {};
        hasOperator = true;
    }
    return hasOperator ? finished(node) : node->children.front();
}

const Node* Parser::operand()
{
    if (isWord("lambda")) {                  // not Python, but unmistakable
        return lambda();
    }
    if (!isWord("await")) {
        return primary();
    }
    const Deeper deeper(*this);
    Node* node = make(NodeKind::Await);
    advance();
    node->children.push_back(operand());
    return finished(node);
}

const Node* Parser::primary()
{
    Node* node = make(NodeKind::Primary);
    const Node* first = atom();
    node->children.push_back(first);
    while (true) {
        if (isOperator(".")) {
            advance();
            Node* attribute = make(NodeKind::Attribute);
            if (token().kind != TokenKind::Name) {
                throw Unreadable();
            }
            attribute->text = identifier();
            node->children.push_back(finished(attribute));
        } else if (isOperator("(")) {
            node->children.push_back(call());
        } else if (isOperator("[")) {
            node->children.push_back(subscript());
        } else {
            break;
        }
    }
    return node->children.size() == 1 ? first : finished(node);
}

const Node* Parser::atom()
{
    const Deeper deeper(*this);
    switch (token().kind) {
        case TokenKind::String:
        case TokenKind::FormatString: return strings();
        case TokenKind::Number: {
            Node* node = make(NodeKind::Literal);
            node->text = text();
            advance();
            return finished(node);
        }
        case TokenKind::Name: {
            const std::string_view word = text();
            const bool constant = word == "None" || word == "True" || word == "False";
            if (!constant && isKeyword(word)) {
                throw Unreadable();
            }
            Node* node = make(constant ? NodeKind::Literal : NodeKind::Name);
            node->text = word;
            advance();
            return finished(node);
        }
        case TokenKind::Operator: break;
        default: throw Unreadable();
    }
    if (isOperator("(")) {
        return parenthesised();
    }
    if (isOperator("[")) {
        return bracketed();
    }
    if (isOperator("{")) {
        return braced();
    }
    if (isOperator("...")) {
        Node* node = make(NodeKind::Literal);
        node->text = text();
        advance();
        return finished(node);
    }
    throw Unreadable();
}

const Node* Parser::strings()
{
    Node* node = make(NodeKind::Literal);
    node->text = text();
    while (token().kind == TokenKind::String || token().kind == TokenKind::FormatString) {
        if (token().kind == TokenKind::FormatString) {
            node->kind = NodeKind::FormatString;
            addFields(node, replacementFields(m_source, token()), 0);
        }
        advance();
    }
    return finished(node);
}

void Parser::addFields(Node* node, const std::vector<ReplacementField>& fields, int depth)
{
    for (const ReplacementField& field : fields) {
        Parser parser(m_source, tokenizeExpression(m_source, field.expressionBegin, field.expressionEnd), m_tree, m_depth);
        node->children.push_back(parser.fieldExpression());
        if (field.specificationBegin < field.specificationEnd && depth < 3) {
            addFields(node, replacementFields(m_source, field.specificationBegin, field.specificationEnd), depth + 1);
        }
    }
}

bool Parser::startsComprehension() const { return isWord("for") || (isWord("async") && isWord("for", 1)); }

const Node* Parser::parenthesised()
{
    Node* node = make(NodeKind::Parenthesised);
    advance();
    if (acceptOperator(")")) {
        node->kind = NodeKind::Tuple;
        return finished(node);
    }
    const Node* inner = isWord("yield") ? yieldExpression() : starredOr(&Parser::namedExpression);
    if (startsComprehension()) {
        const Node* result = comprehension(node, "<genexpr>", inner);
        expectOperator(")");
        finished(node);
        return result;
    }
    node->children.push_back(inner);
    if (isOperator(",")) {
        node->kind = NodeKind::Tuple;
        advance();
        commaSeparated(node, ")", nullptr);
    } else {
        expectOperator(")");
    }
    return finished(node);
}

const Node* Parser::bracketed()
{
    Node* node = make(NodeKind::List);
    advance();
    if (!isOperator("]")) {
        const Node* first = starredOr(&Parser::namedExpression);
        if (startsComprehension()) {
            comprehension(node, "<listcomp>", first);
            expectOperator("]");
            return finished(node);
        }
        node->children.push_back(first);
        if (!isOperator("]")) {
            expectOperator(",");
        }
    }
    commaSeparated(node, "]", nullptr);
    return finished(node);
}

const Node* Parser::braced()
{
    Node* node = make(NodeKind::Dictionary);
    advance();
    for (bool first = true; !acceptOperator("}"); first = false) {
        Node* item = make(NodeKind::KeyValue);
        const Node* element = item;
        if (acceptOperator("**")) {
            item->kind = NodeKind::DoubleStarred;
            item->children.push_back(conditionless());
        } else {
            element = starredOr(&Parser::namedExpression);
            if (acceptOperator(":")) {
                item->children = {element, expression()};
                element = item;
            } else {
                node->kind = NodeKind::Set;
            }
        }
        finished(item);
        if (first && startsComprehension()) {
            comprehension(node, node->kind == NodeKind::Set ? "<setcomp>" : "<dictcomp>", element);
            expectOperator("}");
            break;
        }
        node->children.push_back(element);
        if (!isOperator("}")) {
            expectOperator(",");
        }
    }
    return finished(node);
}

// Items up to the closing bracket, which is read too. Without `item`: starred or named expressions.
void Parser::commaSeparated(Node* node, std::string_view close, const Node* (Parser::*item)())
{
    while (!acceptOperator(close)) {
        node->children.push_back(item != nullptr ? (this->*item)() : starredOr(&Parser::namedExpression));
        if (!isOperator(close)) {
            expectOperator(",");
        }
    }
}

const Node* Parser::comprehension(Node* start, std::string_view name, const Node* element)
{
    start->kind = NodeKind::Comprehension;
    start->text = name;
    start->children = {element};
    while (true) {
        if (startsComprehension()) {
            Node* clause = make(NodeKind::ComprehensionFor);
            clause->isAsync = acceptWord("async");
            expectWord("for");
            clause->children.push_back(targetList());
            expectWord("in");
            clause->children.push_back(isWord("lambda") ? lambda() : conditionless());
            start->children.push_back(finished(clause));
        } else if (isWord("if")) {
            Node* clause = make(NodeKind::ComprehensionIf);
            advance();
            const bool isWalrus = isIdentifier() && isOperator(":=", 1);
            clause->children.push_back(isWalrus ? namedExpression() : isWord("lambda") ? lambda() : conditionless());
            start->children.push_back(finished(clause));
        } else {
            return finished(start);
        }
    }
}

const Node* Parser::targetList()
{
    Node* tuple = make(NodeKind::Tuple);
    const Node* first = starredOr(&Parser::primary);
    if (!isOperator(",")) {
        return first;
    }
    tuple->children.push_back(first);
    while (acceptOperator(",") && startsExpression()) {
        tuple->children.push_back(starredOr(&Parser::primary));
    }
    return finished(tuple);
}

const Node* Parser::lambda()
{
    const Deeper deeper(*this);
    Node* node = make(NodeKind::Lambda);
    advance();
    node->children.push_back(parameters(":", false));
    expectOperator(":");
    node->children.push_back(expression());
    return finished(node);
}

const Node* Parser::yieldExpression()
{
    const Deeper deeper(*this);
    Node* node = make(NodeKind::Yield);
    advance();
    if (acceptWord("from")) {
        node->kind = NodeKind::YieldFrom;
        node->children.push_back(expression());
    } else if (startsExpression()) {
        node->children.push_back(expressionList());
    }
    return finished(node);
}

const Node* Parser::call()
{
    const Deeper deeper(*this);
    Node* node = make(NodeKind::Call);
    advance();
    commaSeparated(node, ")", &Parser::argument);
    return finished(node);
}

const Node* Parser::argument()
{
    if (isIdentifier() && isOperator("=", 1)) {
        Node* node = make(NodeKind::KeywordArgument);
        node->text = identifier();
        advance();
        node->children.push_back(expression());
        return finished(node);
    }
    if (isOperator("**")) {
        Node* node = make(NodeKind::DoubleStarred);
        advance();
        node->children.push_back(expression());
        return finished(node);
    }
    Node* bare = make(NodeKind::KeywordArgument);
    Node* start = make(NodeKind::Comprehension);
    const Node* value = starredOr(&Parser::namedExpression);
    if (!startsComprehension()) {
        return value;
    }
    bare->children.push_back(comprehension(start, "<genexpr>", value));
    return finished(bare);
}

const Node* Parser::subscript()
{
    const Deeper deeper(*this);
    Node* node = make(NodeKind::Subscript);
    advance();
    commaSeparated(node, "]", &Parser::subscriptItem);
    return finished(node);
}

const Node* Parser::subscriptItem()
{
    Node* node = make(NodeKind::Slice);
    bool isSlice = false;
    while (!isOperator("]") && !isOperator(",")) {
        if (acceptOperator(":")) {
            isSlice = true;
        } else {
            node->children.push_back(starredOr(&Parser::namedExpression));
            if (!isOperator(":") && !isOperator("]") && !isOperator(",")) {
                throw Unreadable();
            }
        }
    }
    if (!isSlice && node->children.empty()) {
        throw Unreadable();
    }
    return isSlice ? finished(node) : node->children.front();
}

}  // namespace coroboard::program
