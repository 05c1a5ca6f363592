// SPDX-License-Identifier: MIT
// program_probe awaits|tokens|scopes: reads file names from standard input, one a line, and prints what engine/program says about each.
// The scripts beside it compare that with python3.

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "program/program.h"
#include "program/token.h"

namespace {

using namespace coroboard::program;

const char* nameOf(TokenKind kind)
{
    switch (kind) {
        case TokenKind::Name: return "NAME";
        case TokenKind::Number: return "NUMBER";
        case TokenKind::String:
        case TokenKind::FormatString: return "STRING";
        case TokenKind::Operator: return "OP";
        case TokenKind::NewLine: return "NEWLINE";
        case TokenKind::Indent: return "INDENT";
        case TokenKind::Dedent: return "DEDENT";
        case TokenKind::Invalid: return "INVALID";
        case TokenKind::End: return "END";
    }
    return "";
}

void printAwaits(const std::string& source, const std::string& file)
{
    for (const Diagnostic& diagnostic : checkAwaits(source, file)) {
        std::cout << diagnostic.file << '\t' << diagnostic.line << '\t' << diagnostic.column << '\t' << diagnostic.message << '\n';
    }
}

void printTokens(const std::string& source)
{
    const TextPositions positions(source);
    for (const Token& token : tokenize(source)) {
        const TextPosition begin = positions.at(token.begin);
        const TextPosition end = positions.at(token.end);
        std::cout << nameOf(token.kind) << '\t' << begin.line << '\t' << begin.column << '\t' << end.line << '\t' << end.column << '\n';
    }
}

void printScopes(const std::string& source)
{
    for (const FunctionScope& scope : functionScopes(source)) {
        std::cout << scope.name << '\t' << scope.firstLine << '\t' << scope.lastLine << '\t' << (scope.isAsync ? "async" : "plain") << '\t';
        for (const std::string& slot : scope.slots) {
            std::cout << (slot.empty() ? "-" : slot) << ' ';
        }
        std::cout << '\n';
    }
}

}  // namespace

int main(int argc, char** argv)
{
    const std::string what = argc == 2 ? argv[1] : "";
    if (what != "awaits" && what != "tokens" && what != "scopes") {
        std::cerr << "usage: program_probe awaits|tokens|scopes < list-of-files\n";
        return 2;
    }
    std::string file;
    while (std::getline(std::cin, file)) {
        std::ifstream stream(file, std::ios::binary);
        if (!stream) {
            std::cerr << file << ": cannot be read\n";
            return 2;
        }
        const std::string source{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
        std::cout << "file\t" << file << '\n';
        if (what == "awaits") {
            printAwaits(source, file);
        } else if (what == "tokens") {
            printTokens(source);
        } else {
            printScopes(source);
        }
    }
    return 0;
}
