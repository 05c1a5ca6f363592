// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <limits>

#include "program/characters.h"
#include "program/string_scanner.h"
#include "program/token.h"

namespace coroboard::program {

namespace {

constexpr std::size_t maximalIndentation = 100;      // CPython's limit

// Words that begin a statement and never stand inside an expression: they end a bracket that was never closed.
bool startsStatement(std::string_view word)
{
    constexpr std::array<std::string_view, 17> words{"def",   "class", "return", "while",  "with",     "try",    "import", "raise",   "del",
                                                     "global", "assert", "pass", "break", "continue", "nonlocal", "except", "finally"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

class Tokenizer {
public:
    Tokenizer(std::string_view source, std::size_t begin, std::size_t end, bool expression)
        : m_source(source), m_position(begin), m_end(end), m_strings(source, begin, end), m_expression(expression)
    {
    }

    std::vector<Token> run()
    {
        if (!m_expression && m_source.substr(0, 3) == "\xEF\xBB\xBF") {
            m_position = 3;
        }
        bool lineStart = !m_expression;
        while (true) {
            if (lineStart) {
                lineStart = false;
                readIndentation();
            }
            skipBlanks();
            if (m_position >= m_end) {
                break;
            }
            const char c = at(m_position);
            if (isLineEnd(c)) {
                const std::size_t begin = m_position;
                skipLineEnd();
                if (m_brackets > 0) {
                    abandonBracketsBeforeStatement(begin);
                }
                if (m_brackets == 0 && !m_expression) {
                    if (m_lineHasTokens) {
                        add(TokenKind::NewLine, begin, begin + 1);
                        m_lineHasTokens = false;
                    }
                    lineStart = true;
                }
                continue;
            }
            m_lineHasTokens = true;
            readToken(c);
        }
        finish();
        return std::move(m_tokens);
    }

private:
    char at(std::size_t i) const { return i < m_end ? m_source[i] : '\0'; }

    void add(TokenKind kind, std::size_t begin, std::size_t end)
    {
        m_tokens.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }

    void skipLineEnd() { m_position += at(m_position) == '\r' && at(m_position + 1) == '\n' ? 2 : 1; }

    // Blanks, comments and backslash continuations; stops at a token or a line end.
    void skipBlanks()
    {
        while (m_position < m_end) {
            const char c = at(m_position);
            if (c == ' ' || c == '\t' || c == '\f') {
                ++m_position;
            } else if (c == '#') {
                while (m_position < m_end && !isLineEnd(at(m_position))) {
                    ++m_position;
                }
            } else if (c == '\\' && isLineEnd(at(m_position + 1))) {
                ++m_position;
                skipLineEnd();
            } else {
                return;
            }
        }
    }

    // Measures the blanks at a line's start. Lines without a token do not count.
    void readIndentation()
    {
        std::size_t column = 0;
        while (m_position < m_end) {
            const char c = at(m_position);
            if (c == ' ') {
                ++column;
            } else if (c == '\t') {
                column = (column / 8 + 1) * 8;
            } else if (c == '\f') {
                column = 0;
            } else if (c == '\\' && isLineEnd(at(m_position + 1))) {
                // CPython: the first line's indentation counts, if it has any.
                ++m_position;
                skipLineEnd();
                if (column > 0) {
                    skipBlanks();
                    break;
                }
                continue;
            } else {
                break;
            }
            ++m_position;
        }
        const char c = at(m_position);
        if (m_position >= m_end || isLineEnd(c) || c == '#') {
            return;
        }
        setIndentation(column);
    }

    void setIndentation(std::size_t column)
    {
        if (column > m_indentations.back()) {
            if (m_indentations.size() < maximalIndentation) {
                m_indentations.push_back(column);
                add(TokenKind::Indent, m_position, m_position);
            }
            return;
        }
        while (column < m_indentations.back()) {
            m_indentations.pop_back();
            add(TokenKind::Dedent, m_position, m_position);
        }
        if (column > m_indentations.back()) {
            add(TokenKind::Invalid, m_position, m_position);  // a dedent to a level that was never opened
            m_indentations.push_back(column);
            add(TokenKind::Indent, m_position, m_position);
        }
    }

    // Inside brackets, at the start of a line: a statement's first word means that a bracket was left open above.
    void abandonBracketsBeforeStatement(std::size_t lineEnd)
    {
        std::size_t i = m_position;
        while (at(i) == ' ' || at(i) == '\t' || at(i) == '\f') {
            ++i;
        }
        std::string_view word = wordAt(i);
        if (word == "async") {
            std::size_t next = i + word.size();
            while (at(next) == ' ' || at(next) == '\t') {
                ++next;
            }
            word = wordAt(next);
        }
        if (startsStatement(word)) {
            m_brackets = 0;
            add(TokenKind::Invalid, lineEnd, lineEnd);
        }
    }

    std::string_view wordAt(std::size_t i) const
    {
        std::size_t end = i;
        while (isNamePart(at(end))) {
            ++end;
        }
        return m_source.substr(i, end - i);
    }

    void readToken(char c)
    {
        const StringScanner::Opening opening = m_strings.openingAt(m_position);
        const std::size_t begin = m_position;
        if (opening.isString) {
            const StringScanner::Closing closing = m_strings.closingOf(opening);
            m_position = closing.end;
            const TokenKind kind = opening.isFormat ? TokenKind::FormatString : TokenKind::String;
            add(closing.isClosed ? kind : TokenKind::Invalid, begin, m_position);
        } else if (isNameStart(c)) {
            m_position += wordAt(m_position).size();
            add(TokenKind::Name, begin, m_position);
        } else if (isDigit(c) || (c == '.' && isDigit(at(m_position + 1)))) {
            m_position = numberEnd(m_position);
            add(TokenKind::Number, begin, m_position);
        } else {
            m_position += operatorLength(m_position);
            const bool known = std::string_view("()[]{}.,:;=+-*/%@&|^~<>!").find(c) != std::string_view::npos;
            const bool lonelyExclamation = c == '!' && m_position - begin == 1;
            add(known && !lonelyExclamation ? TokenKind::Operator : TokenKind::Invalid, begin, m_position);
            if (c == '(' || c == '[' || c == '{') {
                ++m_brackets;
            } else if ((c == ')' || c == ']' || c == '}') && m_brackets > 0) {
                --m_brackets;
            }
        }
    }

    std::size_t digitsEnd(std::size_t i, bool (*accepts)(char)) const
    {
        while (accepts(at(i)) || (at(i) == '_' && accepts(at(i + 1)))) {
            ++i;
        }
        return i;
    }

    std::size_t numberEnd(std::size_t i) const
    {
        const char base = lowerCase(at(i + 1));
        if (at(i) == '0' && (base == 'x' || base == 'o' || base == 'b')) {
            bool (*accepts)(char) = base == 'x' ? isHexDigit : isDigit;
            const std::size_t digits = at(i + 2) == '_' ? i + 3 : i + 2;
            if (accepts(at(digits))) {
                return digitsEnd(digits, accepts);
            }
        }
        i = digitsEnd(i, isDigit);
        if (at(i) == '.') {
            i = digitsEnd(i + 1, isDigit);
        }
        if (lowerCase(at(i)) == 'e') {
            const std::size_t digits = at(i + 1) == '+' || at(i + 1) == '-' ? i + 2 : i + 1;
            if (isDigit(at(digits))) {
                i = digitsEnd(digits, isDigit);
            }
        }
        return lowerCase(at(i)) == 'j' ? i + 1 : i;
    }

    std::size_t operatorLength(std::size_t i) const
    {
        constexpr std::array<std::string_view, 5> three{"**=", "//=", ">>=", "<<=", "..."};
        constexpr std::array<std::string_view, 20> two{"**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", "+=",
                                                       "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=", ":=", "<>"};
        const std::string_view rest = m_source.substr(i, std::min<std::size_t>(3, m_end - i));
        if (std::find(three.begin(), three.end(), rest) != three.end()) {
            return 3;
        }
        return std::find(two.begin(), two.end(), rest.substr(0, 2)) != two.end() ? 2 : 1;
    }

    void finish()
    {
        if (!m_expression) {
            if (m_brackets > 0) {
                add(TokenKind::Invalid, m_end, m_end);
            }
            if (m_lineHasTokens) {
                add(TokenKind::NewLine, m_end, m_end);
            }
            for (std::size_t i = 1; i < m_indentations.size(); ++i) {
                add(TokenKind::Dedent, m_end, m_end);
            }
        }
        add(TokenKind::End, m_end, m_end);
    }

    std::string_view m_source;
    std::size_t m_position;
    std::size_t m_end;
    StringScanner m_strings;
    bool m_expression;
    bool m_lineHasTokens = false;
    int m_brackets = 0;
    std::vector<std::size_t> m_indentations{0};
    std::vector<Token> m_tokens;
};

}  // namespace

std::vector<Token> tokenize(std::string_view source)
{
    source = source.substr(0, std::numeric_limits<std::uint32_t>::max());
    return Tokenizer(source, 0, source.size(), false).run();
}

std::vector<Token> tokenizeExpression(std::string_view source, std::uint32_t begin, std::uint32_t end)
{
    return Tokenizer(source, begin, end, true).run();
}

}  // namespace coroboard::program
