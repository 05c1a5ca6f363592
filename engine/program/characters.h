// SPDX-License-Identifier: MIT
#pragma once
// What the bytes of Python source are. Every byte of a non-ASCII character counts as part of a name, as in MicroPython's lexer.

namespace coroboard::program {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; }
inline bool isNamePart(char c) { return isNameStart(c) || isDigit(c); }
inline bool isHexDigit(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
inline bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
inline char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace coroboard::program
