// SPDX-License-Identifier: MIT
// Whatever the bytes, the module answers, and soon. Under the sanitizers this is the fuzz test of the tokenizer and the parser.
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "program/program.h"
#include "program/token.h"

namespace coroboard::program {
namespace {

constexpr const char* sample =
    "import asyncio\n"
    "_X = const(3)\n"
    "@dec(1)\n"
    "async def f(a, *b, c: int = 1, **d) -> None:\n"
    "    '''text {await}'''\n"
    "    async with lock as l, other:\n"
    "\tasync for x, *y in z(a=[i async for i in q if i], **k):\n"
    "            print(f\"{await g(x)!r:>{w}} {{}} {d['k']:^8}\", rb'\\'', sep=\"\"\"\n\"\"\")\n"
    "    try:\n"
    "        v = (lambda p, *q: p if q else (yield)) or {1: 2, **m} | {3} - {s for s in t}\n"
    "    except (E, F) as e: raise e from None\n"
    "    else: del v[1:2], v.w; global G\n"
    "    finally:\n"
    "        while True: x += 0x1F_2 if not 1.5e-3j else 1_0; break\n"
    "match v:\n"
    "    case [1, *r] if r: pass\n"
    "class C(B, m=1):\n"
    "    def n(self): return super().n() \\\n"
    "        + 1\n";

// Tokens lie in order inside the source, indents and dedents balance, lines are in range.
void examine(const std::string& source)
{
    std::uint32_t previous = 0;
    int depth = 0;
    for (const Token& token : tokenize(source)) {
        ASSERT_LE(previous, token.begin);
        ASSERT_LE(token.begin, token.end);
        ASSERT_LE(token.end, source.size() + 1);
        previous = token.begin;
        depth += token.kind == TokenKind::Indent ? 1 : 0;
        depth -= token.kind == TokenKind::Dedent ? 1 : 0;
        ASSERT_GE(depth, 0);
    }
    ASSERT_EQ(depth, 0);
    int line = 1;
    for (const Diagnostic& diagnostic : checkAwaits(source, "main.py")) {
        ASSERT_LE(line, diagnostic.line);
        ASSERT_GE(diagnostic.column, 1);
        line = diagnostic.line;
    }
    for (const FunctionScope& scope : functionScopes(source)) {
        ASSERT_LE(1, scope.firstLine);
        ASSERT_LE(scope.firstLine, scope.lastLine);
    }
}

std::string repeated(const std::string& text, std::size_t count)
{
    std::string result;
    result.reserve(text.size() * count);
    for (std::size_t i = 0; i < count; ++i) {
        result += text;
    }
    return result;
}

TEST(BrokenSource, EveryPrefixAndEverySuffix)
{
    const std::string whole = sample;
    for (std::size_t i = 0; i <= whole.size(); ++i) {
        examine(whole.substr(0, i));
        examine(whole.substr(i));
    }
}

TEST(BrokenSource, RandomChanges)
{
    std::mt19937 random(7);
    const std::string pieces[] = {"(", ")", "[", "]", "{", "}", ":", ",", "'", "\"", "'''", "\\", "\n", "\r", "    ", "\t", "await ", "async ", "def ",
                                  "f'", "f\"{", "lambda ", "for ", " in ", "if ", "else", "=", ":=", "*", "#", "\xC3", "\xFF", std::string(1, '\0'), "yield "};
    for (int round = 0; round < 1500; ++round) {
        std::string source = sample;
        for (unsigned change = random() % 6 + 1; change > 0; --change) {
            const std::size_t at = random() % (source.size() + 1);
            switch (random() % 4) {
                case 0: source.insert(at, pieces[random() % std::size(pieces)]); break;
                case 1: source.erase(at, random() % 12); break;
                case 2: source.insert(at, source.substr(random() % source.size(), random() % 40)); break;
                default:
                    if (at < source.size()) {
                        source[at] = static_cast<char>(random() % 256);
                    }
                    break;
            }
        }
        examine(source);
    }
}

TEST(BrokenSource, RandomPieces)
{
    std::mt19937 random(11);
    const std::string words[] = {"await", "async", "def", "class", "f", "(", ")", "[", "]", "{", "}", ":", ",", "=", "\n", "\n  ", "\n    ", "if", "elif",
                                 "else", "for", "in", "lambda", "x", "1", "f'{x}'", "*", "**", ".", "@", "with", "as", "try", "except", "import", "from",
                                 "match", "case", "not", "yield", ";", "->", ":=", "global", "f'{"};
    for (int round = 0; round < 1500; ++round) {
        std::string source;
        for (unsigned count = random() % 60; count > 0; --count) {
            source += words[random() % std::size(words)] + " ";
        }
        examine(source);
    }
}

TEST(BrokenSource, HugeAndDeep)
{
    constexpr std::size_t many = 8000;
    for (const char* piece : {"(", "[", "{", "f(", "lambda:", "not ", "-", "await ", "x if y else ", "x.", "x = ", "a, ", "'", "f'{", "f\"{'", "{ ", "}", ")",
                              "@a\n", "if x:\n", "elif x:\n", "if x: if y:", "x = f'''{", "\\\n", "*", "[x for y in ", "(yield ", "x := ", "x[", "f'{x:{",
                              "async for ", "match x:\n case ", "with (a as b, ", "\n ", "#", "\xFF", "await x;", "def f(", "class C:", "try:", "x: "}) {
        examine(repeated(piece, many));
        examine("x = f'''" + repeated(piece, many));
        examine("x = f'{" + repeated(piece, many) + "}'");
    }
    std::string staircase;
    for (int i = 0; i < 300; ++i) {
        staircase += std::string(static_cast<std::size_t>(i), ' ') + (i % 2 == 0 ? "async def f():\n" : "if x:\n");
    }
    examine(staircase);
    examine(repeated("(", many) + repeated(")", many));
    examine(repeated("f'{f\"{f'''{", 4000));
}

}  // namespace
}  // namespace coroboard::program
