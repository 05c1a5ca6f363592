// SPDX-License-Identifier: MIT
#include "simulation/syntax_check.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "simulation/simulation.h"

namespace coroboard::simulation {

namespace {

using namespace std::chrono_literals;

constexpr time::Duration limit = 600s;    // of virtual time: compiling takes next to none

// A bytes literal that says exactly `text`.
std::string bytesLiteral(std::string_view text)
{
    std::string literal = "b'";
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x20 || byte >= 0x7f || character == '\'' || character == '\\') literal += fmt::format("\\x{:02x}", byte);
        else literal += character;
    }
    return literal + "'";
}

board::BoardProfile emptyBoard()
{
    board::BoardProfile profile;
    profile.name = "syntax-check";
    profile.chip.name = "RP2040";
    profile.chip.heapBytes = 32 * 1024 * 1024;
    profile.chip.flashBytes = 16 * 1024 * 1024;
    return profile;
}

// From what sys.print_exception() printed: the last "line N" is the place, the last line the message.
program::Diagnostic diagnostic(const std::string& printed, const std::string& file)
{
    program::Diagnostic problem;
    problem.file = file;
    problem.line = 1;
    problem.column = 1;
    if (const std::size_t at = printed.rfind(", line "); at != std::string::npos)
        std::from_chars(printed.data() + at + 7, printed.data() + printed.size(), problem.line);
    const std::size_t end = printed.find_last_not_of('\n');
    const std::string text = printed.substr(0, end + 1);
    problem.message = text.substr(text.rfind('\n') + 1);
    return problem;
}

}  // namespace

std::optional<program::Diagnostic> checkSyntax(std::string_view source, const std::string& file)
{
    const std::string script = fmt::format("import sys\ntry:\n    compile({}, 'source.py', 'exec')\nexcept Exception as error:\n"
                                           "    sys.print_exception(error)\n",
                                           bytesLiteral(source));
    std::string printed;
    SimulationOptions options;
    options.console = [&printed](std::string_view bytes) { printed += bytes; };
    auto simulation = Simulation::create(
        emptyBoard(), std::make_shared<const program::Program>(program::programFromText(script)), std::move(options));
    if (!simulation) return program::Diagnostic{file, 1, 1, simulation.error().message};
    (*simulation)->runUntil(time::powerOn + limit, AtProgramEnd::Return);
    if ((*simulation)->stopReason() != StopReason::Finished)
        return program::Diagnostic{file, 1, 1, "could not be compiled: " + (*simulation)->snapshot().problem};
    if (printed.empty()) return std::nullopt;
    return diagnostic(printed, file);
}

}  // namespace coroboard::simulation
