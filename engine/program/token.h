// SPDX-License-Identifier: MIT
#pragma once
// Tokens of Python source text: the same tokens as CPython's `tokenize` (without comments and blank lines), made without ever failing.
// What is not a token becomes one of kind Invalid, so that a half-written program can still be looked at.
// A token is a pair of byte offsets into the source; TextPositions turns an offset into the line and column a person reads.

#include <cstdint>
#include <string_view>
#include <vector>

namespace coroboard::program {

enum class TokenKind : std::uint8_t { Name, Number, String, FormatString, Operator, NewLine, Indent, Dedent, Invalid, End };

struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

// A whole source text: ends with NewLine (unless empty), the closing Dedents and End.
std::vector<Token> tokenize(std::string_view source);

// The tokens of one expression inside the source (a replacement field of a format string): line ends do not count there. Ends with End.
std::vector<Token> tokenizeExpression(std::string_view source, std::uint32_t begin, std::uint32_t end);

// One replacement field of a format string, as offsets: {expression!r:specification}.
struct ReplacementField {
    std::uint32_t expressionBegin = 0;
    std::uint32_t expressionEnd = 0;
    std::uint32_t specificationBegin = 0;    // equal to specificationEnd when there is none
    std::uint32_t specificationEnd = 0;
};

// The replacement fields of a FormatString token; of a field's specification when given its range (it may hold fields again).
std::vector<ReplacementField> replacementFields(std::string_view source, const Token& formatString);
std::vector<ReplacementField> replacementFields(std::string_view source, std::uint32_t begin, std::uint32_t end);

// Lines and columns start at 1. A column counts characters (code points), as CPython's messages do.
struct TextPosition {
    int line = 1;
    int column = 1;
};

class TextPositions {
public:
    explicit TextPositions(std::string_view source);

    TextPosition at(std::uint32_t offset) const;

private:
    std::uint32_t charactersBefore(std::uint32_t offset) const;

    std::string_view m_source;
    std::vector<std::uint32_t> m_lineStarts;
    std::vector<std::uint32_t> m_charactersBefore;   // at every so many bytes
};

}  // namespace coroboard::program
