// SPDX-License-Identifier: MIT
#include "program/string_scanner.h"

#include <algorithm>

#include "program/characters.h"
#include "program/token.h"

namespace coroboard::program {

namespace {

constexpr std::size_t maximalDepth = 12;             // format strings inside format strings; bounds the recursion

bool isPrefixLetter(char c)
{
    c = lowerCase(c);
    return c == 'r' || c == 'b' || c == 'u' || c == 'f' || c == 't';
}

// Finds the colon that ends a field's expression, if any, and the conversion before it.
ReplacementField splitField(std::string_view source, std::size_t brace, std::size_t close)
{
    const StringScanner strings(source, brace, close);
    std::size_t expressionEnd = close;
    std::size_t specification = close;
    int brackets = 0;
    for (std::size_t i = brace + 1; i < close;) {
        const StringScanner::Opening inner = strings.openingAt(i);
        if (inner.isString && !isNamePart(source[i - 1])) {
            i = strings.closingOf(inner).end;
            continue;
        }
        const char c = source[i];
        if (c == '(' || c == '[' || c == '{') {
            ++brackets;
        } else if (c == ')' || c == ']' || c == '}') {
            --brackets;
        } else if (brackets == 0 && c == ':') {
            expressionEnd = std::min(expressionEnd, i);
            specification = i + 1;
            break;
        } else if (brackets == 0 && c == '!') {
            if (i + 1 < close && source[i + 1] == '=') {
                i += 2;
                continue;
            }
            expressionEnd = i;
        }
        ++i;
    }
    std::size_t last = expressionEnd;                // f"{value=}": the equals sign is not part of the expression
    while (last > brace + 1 && (source[last - 1] == ' ' || source[last - 1] == '\t')) {
        --last;
    }
    if (last > brace + 2 && source[last - 1] == '=' && std::string_view("=!<>").find(source[last - 2]) == std::string_view::npos) {
        expressionEnd = last - 1;
    }
    ReplacementField field;
    field.expressionBegin = static_cast<std::uint32_t>(brace + 1);
    field.expressionEnd = static_cast<std::uint32_t>(expressionEnd);
    field.specificationBegin = static_cast<std::uint32_t>(specification);
    field.specificationEnd = static_cast<std::uint32_t>(close);
    return field;
}

// The fields between begin and end. A backslash hides nothing here: "\{" is a backslash and a field.
std::vector<ReplacementField> fieldsBetween(std::string_view source, std::size_t begin, std::size_t end, const StringScanner::Opening& string,
                                            bool isText)
{
    const StringScanner scanner(source, begin, end);
    std::vector<ReplacementField> fields;
    for (std::size_t i = begin; i < end;) {
        if (source[i] == '\\' && source.substr(i, 3) == "\\N{") {
            const std::size_t close = source.find('}', i);
            i = close == std::string_view::npos ? end : close + 1;
        } else if (source[i] != '{') {
            ++i;
        } else if (isText && i + 1 < end && source[i + 1] == '{') {
            i += 2;
        } else {
            const StringScanner::Closing closing = scanner.fieldClosing(i, string, 0);
            if (!closing.isClosed) {
                ++i;
                continue;
            }
            fields.push_back(splitField(source, i, closing.end - 1));
            i = closing.end;
        }
    }
    return fields;
}

}  // namespace

StringScanner::Opening StringScanner::openingAt(std::size_t offset) const
{
    Opening opening;
    std::size_t end = offset;
    while (end < offset + 2 && isPrefixLetter(at(end))) {
        opening.isFormat |= lowerCase(at(end)) == 'f' || lowerCase(at(end)) == 't';
        ++end;
    }
    opening.quote = end;
    const char quote = at(end);
    opening.isString = quote == '"' || quote == '\'';
    opening.isTriple = opening.isString && at(end + 1) == quote && at(end + 2) == quote;
    return opening;
}

StringScanner::Closing StringScanner::closingOf(const Opening& opening, std::size_t depth) const
{
    const char quote = at(opening.quote);
    std::size_t i = opening.quote + (opening.isTriple ? 3 : 1);
    while (i < m_limit) {
        if (depth > 0 && (m_budget == 0 || --m_budget == 0)) {
            break;
        }
        const char c = at(i);
        if (c == quote && (!opening.isTriple || (at(i + 1) == quote && at(i + 2) == quote))) {
            return {i + (opening.isTriple ? 3 : 1), true};
        }
        if (c == '\\') {
            i += at(i + 1) == '\r' && at(i + 2) == '\n' ? 3 : 2;
        } else if (!opening.isTriple && isLineEnd(c)) {
            break;
        } else if (opening.isFormat && c == '{' && at(i + 1) == '{') {
            i += 2;
        } else if (opening.isFormat && c == '{') {
            const Closing field = fieldClosing(i, opening, depth);
            i = field.isClosed ? field.end : i + 1;
        } else {
            ++i;
        }
    }
    return {std::min(i, m_limit), false};
}

StringScanner::Closing StringScanner::fieldClosing(std::size_t brace, const Opening& string, std::size_t depth) const
{
    int brackets = 0;
    bool inSpecification = false;                    // after the colon quotes are plain characters: f"{value:'>8}"
    for (std::size_t i = brace; depth < maximalDepth && i < m_limit;) {
        if (m_budget == 0 || --m_budget == 0) {
            break;
        }
        const char c = at(i);
        if (!string.isTriple && isLineEnd(c)) {
            break;
        }
        const Opening inner = inSpecification ? Opening{} : openingAt(i);
        if (inner.isString && !isNamePart(at(i - 1))) {
            const Closing closing = closingOf(inner, depth + 1);
            const bool endsOuter = string.isTriple && inner.isTriple && at(inner.quote) == at(string.quote);
            if (endsOuter || !closing.isClosed) {
                break;
            }
            i = closing.end;
            continue;
        }
        if (inSpecification && c == '{') {
            const Closing nested = fieldClosing(i, string, depth + 1);
            if (!nested.isClosed) {
                break;
            }
            i = nested.end;
            continue;
        }
        if (inSpecification && c == at(string.quote) && (!string.isTriple || (at(i + 1) == c && at(i + 2) == c))) {
            break;
        }
        if (c == '{' || c == '[' || c == '(') {
            brackets += inSpecification ? 0 : 1;
        } else if (c == '}' || (!inSpecification && (c == ']' || c == ')'))) {
            --brackets;
            if (brackets == 0) {
                return {i + 1, true};
            }
        } else if (c == ':' && brackets == 1) {
            inSpecification = true;
        }
        ++i;
    }
    return {brace + 1, false};
}

std::vector<ReplacementField> replacementFields(std::string_view source, const Token& formatString)
{
    const StringScanner::Opening opening = StringScanner(source, formatString.begin, formatString.end).openingAt(formatString.begin);
    const std::size_t quotes = opening.isTriple ? 3 : 1;
    return fieldsBetween(source, opening.quote + quotes, formatString.end - quotes, opening, true);
}

std::vector<ReplacementField> replacementFields(std::string_view source, std::uint32_t begin, std::uint32_t end)
{
    return fieldsBetween(source, begin, end, {true, true, begin, true}, false);
}

}  // namespace coroboard::program
