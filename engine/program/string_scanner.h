// SPDX-License-Identifier: MIT
#pragma once
// StringScanner: where a string of Python source ends, and where the replacement fields of a format string are. It only looks at
// the text below its limit. A field may hold strings with the outer quote again (as MicroPython and Python 3.12 allow).

#include <cstddef>
#include <string_view>

namespace coroboard::program {

class StringScanner {
public:
    // Looks at the text from begin (only for its length) to limit.
    StringScanner(std::string_view source, std::size_t begin, std::size_t limit)
        : m_source(source), m_limit(limit), m_budget(16 * (limit - begin) + 1000)
    {
    }

    // A string's prefix and opening quote.
    struct Opening {
        bool isString = false;
        bool isFormat = false;
        std::size_t quote = 0;               // offset of the first quote character
        bool isTriple = false;
    };
    Opening openingAt(std::size_t offset) const;

    // The offset just after the string; isClosed says whether its closing quote was found.
    struct Closing {
        std::size_t end = 0;
        bool isClosed = false;
    };
    Closing closingOf(const Opening& opening, std::size_t depth = 0) const;

    // The offset after the replacement field whose brace is at `brace`. With isClosed false the brace is a plain character.
    Closing fieldClosing(std::size_t brace, const Opening& string, std::size_t depth) const;

private:
    char at(std::size_t offset) const { return offset < m_limit ? m_source[offset] : '\0'; }

    std::string_view m_source;
    std::size_t m_limit;
    mutable std::size_t m_budget;            // steps left inside fields: broken text would make them be read again and again
};

}  // namespace coroboard::program
