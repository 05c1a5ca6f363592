// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "micropython/expression_node.h"
#include "program/token.h"

namespace coroboard::micropython {

namespace {

using Node = Expression::Node;
using Kind = Node::Kind;
using program::Token;
using program::TokenKind;

constexpr int deepest = 60;           // brackets and signs in each other
constexpr int highest = 400;          // the tree, which is walked and freed by recursion

// Operators of two operands, weakest first.
constexpr std::string_view levels[][4] = {{"|"}, {"^"}, {"&"}, {"<<", ">>"}, {"+", "-"}, {"*", "/", "//", "%"}};
constexpr std::size_t levelCount = std::size(levels);
constexpr std::string_view comparisons[] = {"==", "!=", "<", "<=", ">", ">="};

class Reader {
public:
    explicit Reader(std::string_view source)
        : m_source(source), m_tokens(program::tokenizeExpression(source, 0, static_cast<std::uint32_t>(source.size())))
    {
    }

    Node whole()
    {
        Node node = disjunction();
        if (!atEnd()) refuse();
        return node;
    }

private:
    bool atEnd() const { return m_tokens[m_at].kind == TokenKind::End; }
    std::string_view text() const { return m_source.substr(m_tokens[m_at].begin, m_tokens[m_at].end - m_tokens[m_at].begin); }
    bool is(std::string_view symbol) const { return !atEnd() && m_tokens[m_at].kind != TokenKind::String && text() == symbol; }
    bool accept(std::string_view symbol)
    {
        if (!is(symbol)) return false;
        ++m_at;
        return true;
    }
    void expect(std::string_view symbol)
    {
        if (!accept(symbol)) throw CannotEvaluate{fmt::format("'{}' is missing", symbol)};
    }
    [[noreturn]] void refuse() const
    {
        if (atEnd()) throw CannotEvaluate{"the expression is not complete"};
        throw CannotEvaluate{fmt::format("'{}' is not understood here", text())};
    }

    [[noreturn]] static void refuseDepth() { throw CannotEvaluate{"the expression is nested too deeply"}; }

    static Node over(Kind kind, std::string_view text, std::vector<Node> operands)
    {
        int below = 0;
        for (const Node& operand : operands) below = std::max(below, operand.height);
        if (below >= highest) refuseDepth();
        return {kind, std::string(text), {}, {}, std::move(operands), below + 1};
    }
    template <class... Operands>
    static Node over(Kind kind, std::string_view text, Node first, Operands... others)
    {
        std::vector<Node> operands;
        operands.push_back(std::move(first));
        (operands.push_back(std::move(others)), ...);
        return over(kind, text, std::move(operands));
    }

    template <class Operand>
    Node joined(Kind kind, std::string_view word, Operand operand)
    {
        Node left = operand();
        if (!is(word)) return left;
        std::vector<Node> operands;
        operands.push_back(std::move(left));
        while (accept(word)) operands.push_back(operand());
        return over(kind, {}, std::move(operands));
    }
    Node disjunction()
    {
        if (++m_depth > deepest) refuseDepth();
        Node node = joined(Kind::Or, "or", [this] { return joined(Kind::And, "and", [this] { return negation(); }); });
        --m_depth;
        return node;
    }
    Node negation()
    {
        int count = 0;
        while (accept("not")) ++count;
        Node node = comparison();
        for (; count > 0; --count) node = over(Kind::Unary, "not", std::move(node));
        return node;
    }
    std::string comparisonOperator()
    {
        for (const std::string_view symbol : comparisons)
            if (accept(symbol)) return std::string(symbol);
        if (accept("in")) return "in";
        if (accept("is")) return accept("not") ? "is not" : "is";
        if (is("not")) {
            ++m_at;
            expect("in");
            return "not in";
        }
        return {};
    }
    Node comparison()
    {
        Node left = binary(0);
        std::string symbol = comparisonOperator();
        if (symbol.empty()) return left;
        std::vector<std::string> symbols;
        std::vector<Node> operands;
        operands.push_back(std::move(left));
        for (; !symbol.empty(); symbol = comparisonOperator()) {
            symbols.push_back(symbol);
            operands.push_back(binary(0));
        }
        Node node = over(Kind::Comparison, {}, std::move(operands));
        node.texts = std::move(symbols);
        return node;
    }
    Node binary(std::size_t level)
    {
        if (level == levelCount) return unary();
        Node left = binary(level + 1);
        for (;;) {
            const std::string_view* found = nullptr;
            for (const std::string_view& symbol : levels[level])
                if (!symbol.empty() && is(symbol)) found = &symbol;
            if (!found) return left;
            ++m_at;
            Node right = binary(level + 1);
            left = over(Kind::Binary, *found, std::move(left), std::move(right));
        }
    }
    Node unary()
    {
        std::vector<std::string_view> signs;
        while (is("-") || is("+") || is("~")) {
            signs.push_back(text());
            ++m_at;
        }
        if (signs.size() > deepest) refuseDepth();
        Node node = postfix();
        if (accept("**")) {
            if (++m_depth > deepest) refuseDepth();
            Node exponent = unary();
            --m_depth;
            node = over(Kind::Binary, "**", std::move(node), std::move(exponent));
        }
        for (; !signs.empty(); signs.pop_back()) node = over(Kind::Unary, signs.back(), std::move(node));
        return node;
    }
    Node postfix()
    {
        Node node = atom();
        for (;;) {
            if (accept(".")) {
                if (m_tokens[m_at].kind != TokenKind::Name) refuse();
                node = over(Kind::Attribute, text(), std::move(node));
                ++m_at;
            } else if (accept("[")) {
                Node index = disjunction();
                if (is(":")) throw CannotEvaluate{"slices are not worked out"};
                expect("]");
                node = over(Kind::Subscript, {}, std::move(node), std::move(index));
            } else if (is("(")) {
                node = call(std::move(node));
            } else {
                return node;
            }
        }
    }
    Node call(Node function)
    {
        if (function.kind != Kind::Name || function.text != "len")
            throw CannotEvaluate{fmt::format("{}() would run code of the program; only len() is worked out",
                                             function.text.empty() ? "a call" : function.text)};
        expect("(");
        Node of = disjunction();
        expect(")");
        return over(Kind::Length, {}, std::move(of));
    }
    Node display(std::string_view close, Node first)
    {
        std::vector<Node> operands;
        operands.push_back(std::move(first));
        while (accept(","))
            if (!is(close)) operands.push_back(disjunction());
        expect(close);
        return over(Kind::Display, {}, std::move(operands));
    }
    Node atom()
    {
        const Token token = m_tokens[m_at];
        if (token.kind == TokenKind::Number) return number();
        if (token.kind == TokenKind::String) return string();
        if (accept("(")) {
            Node inner = disjunction();
            if (is(",")) return display(")", std::move(inner));
            expect(")");
            return inner;
        }
        if (accept("[")) return display("]", disjunction());
        if (token.kind != TokenKind::Name) refuse();
        const std::string name(text());
        for (const std::string_view word : {"lambda", "await", "yield", "if", "else", "for", "in", "is", "and", "or", "not"})
            if (name == word) refuse();
        ++m_at;
        if (name == "None") return {};
        if (name == "True" || name == "False") return {Kind::Value, {}, name == "True", {}, {}};
        return {Kind::Name, name, {}, {}, {}};
    }
    Node number()
    {
        std::string digits;
        for (const char c : text())
            if (c != '_') digits += c;
        ++m_at;
        const bool prefixed = digits.size() > 2 && digits[0] == '0' && std::string_view("xXoObB").find(digits[1]) != std::string_view::npos;
        if (prefixed || digits.find_first_of(".eEjJ") == std::string::npos) {
            const int base = !prefixed ? 10 : digits[1] == 'x' || digits[1] == 'X' ? 16 : digits[1] == 'o' || digits[1] == 'O' ? 8 : 2;
            const char* const last = digits.data() + digits.size();
            std::int64_t value = 0;
            const auto [end, problem] = std::from_chars(digits.data() + (prefixed ? 2 : 0), last, value, base);
            if (end == last && problem == std::errc::result_out_of_range) throw CannotEvaluate{fmt::format("{} is too large for 64 bits", digits)};
            if (end == last && problem == std::errc()) return {Kind::Value, {}, value, {}, {}};
        } else {
            char* end = nullptr;
            const double value = std::strtod(digits.c_str(), &end);
            if (*end == '\0') return {Kind::Value, {}, value, {}, {}};
        }
        throw CannotEvaluate{fmt::format("{} is no number that is understood here", digits)};
    }
    Node string()
    {
        const std::string_view token = text();
        const char quote = token.front();
        if ((quote != '\'' && quote != '"') || token.size() < 2 || token.back() != quote || (token.size() > 2 && token[1] == quote))
            throw CannotEvaluate{"only plain text in single or double quotes is understood"};
        std::string value;
        for (std::size_t i = 1; i + 1 < token.size(); ++i) {
            char c = token[i];
            if (c == '\\' && i + 2 < token.size()) {
                c = token[++i];
                c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
            }
            value += c;
        }
        ++m_at;
        return {Kind::Value, {}, value, {}, {}};
    }

    std::string_view m_source;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

}  // namespace

Expression::Node readExpression(std::string_view text) { return Reader(text).whole(); }

}  // namespace coroboard::micropython
