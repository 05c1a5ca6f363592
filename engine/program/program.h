// SPDX-License-Identifier: MIT
#pragma once
// Program: what is put on the board's flash before it starts: one .py file (it becomes main.py) or a project folder
// (boot.py, main.py, lib/, data; coroboard.json beside them may name the board). An immutable value once loaded.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace coroboard::program {

// The most a source file may hold.
inline constexpr std::size_t maximalSourceSize = std::size_t(1) << 20;

// A file of a project as an editor has it, not saved.
struct EditedFile {
    std::string path;                        // in the project folder: "main.py", "lib/queue.py"
    std::string text;
};

struct Program {
    std::string name;                        // for people: "first-light", "blink.py"
    std::string main;                        // the text of main.py
    std::filesystem::path mainFile;          // where main.py came from; empty when it lives only in an editor
    std::filesystem::path folder;            // the project folder backing the flash; empty: flash in memory
    std::vector<EditedFile> edited;          // of a project: these texts stand for the folder's files
    std::string board;                       // from coroboard.json, a name or a file; empty when it does not say
};

// Loads a .py file or a folder with a main.py. Errors: missing, not readable, not text, too big, no main.py; the message names the path.
Result<Program> loadProgram(const std::filesystem::path& path);

// Writes a file as a whole or not at all: a temporary file beside it, flushed to the disk, then renamed over it. Keeps the file's
// permissions, follows a symbolic link. On an error the message names the path and what was there before is untouched.
Result<void> saveText(const std::filesystem::path& path, std::string_view text);

// A program that exists only as text, as an editor has it.
Program programFromText(std::string text, std::string name = "main.py");

// One thing wrong in a source text. Lines and columns start at 1.
struct Diagnostic {
    std::string file;
    int line = 0;
    int column = 0;
    std::string message;                     // "'await' outside async function"
};

// What MicroPython accepts but the language forbids: await, async for, async with and asynchronous comprehensions outside `async def`.
// Strings, comments, line continuations, nested scopes and lambdas are understood. Reports in source order.
std::vector<Diagnostic> checkAwaits(std::string_view source, std::string_view file);

// The source as the REPL's paste mode compiles it: the value of every bare expression outside functions and classes is handed to the
// interpreter's __repl_print__. Lines stay where they are; a broken source comes back as far as it could be read.
std::string showingValues(std::string_view source);

// The lines at which a program can stop: those where a statement begins that MicroPython makes code of (not `pass`, `global`, a lone
// string, `while True:`). Sorted.
std::vector<int> codeLines(std::string_view source);

// The local variables of every function in a source text, in the order MicroPython 1.27 numbers them, for reading suspended frames:
// names of enclosing functions first (their slots hold cells), then parameters (keyword-only before *args, **kwargs last), then the
// other locals in the order its compiler first meets them, then those that inner functions close over (cells again).
// Lambdas, comprehensions and generator expressions are scopes of their own; modules and classes keep dictionaries and are not listed.
// In source order. A broken source gives what can be read of it.
struct FunctionScope {
    std::string name;                        // "outer", "outer.inner", "Class.method", "outer.<lambda>", "<genexpr>"; MicroPython knows the last part
    int firstLine = 0;                       // of its def (or of the expression)
    int lastLine = 0;
    bool isAsync = false;
    std::vector<std::string> slots;          // slots[i] is local number i; "" is the iterator handed to a comprehension
};
std::vector<FunctionScope> functionScopes(std::string_view source);

}  // namespace coroboard::program
