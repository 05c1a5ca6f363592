// SPDX-License-Identifier: MIT
#pragma once
// The subcommands of coroboard-cli. Each gets its options already parsed, writes results to stdout and our own words to stderr, and gives
// back the exit code. commandLine() is the whole program.

#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "simulation/command.h"
#include "time/virtual_time.h"

namespace coroboard::cli {

// A control moved at a virtual time: --set PART.CONTROL=VALUE[@TIME].
struct ControlSetting {
    std::string part;
    std::string control;
    double value = 0;
    time::VirtualTime when{};
};

// One thing done to the world around the board at a virtual time.
struct WorldChange {
    std::string words;                           // what messages call it: "--set dial.position"
    simulation::Command command;
    time::VirtualTime when{};
};

struct RunOptions {
    std::string program;
    std::string board;                           // empty: the project's, else the default
    std::optional<time::Duration> duration;      // --for
    std::optional<double> speed;                 // 0 = as fast as the host can
    std::uint64_t seed = 1;
    std::string vcd;
    std::string csv;
    std::string trace;
    std::string scenario;                        // --scenario FILE.yaml
    std::string junit;                           // --junit FILE.xml
    std::string record;                          // --record FILE.coro
    std::vector<std::string> pictures;           // --picture PART=FILE.ppm
    bool standardInput = false;
    bool repl = false;                           // the REPL follows the program on standard input and output
    std::string serial;                          // "pty", "tcp:PORT": the serial line for other programs; the REPL follows the program
    bool tasks = false;
    bool hash = false;
    std::optional<time::Duration> slice;
    std::vector<WorldChange> changes;            // --set, --stimulus, --gesture, --fault
};

struct ReplayOptions {
    std::string recording;
    bool verify = false;
    RunOptions run;                              // what of it makes sense: duration (--until), speed, outputs, tasks, hash
};

int commandLine(int argc, const char* const* argv);

ExitCode run(const RunOptions& options);
ExitCode replay(const ReplayOptions& options);
ExitCode check(const std::vector<std::string>& files);
ExitCode listBoards();
ExitCode showBoard(const std::string& nameOrFile);
// boards/board.schema.json with the part models of this build.
ExitCode printSchema();
ExitCode listParts();
ExitCode showPart(const std::string& model);
ExitCode listModules();

// Our own words: "coroboard-cli: TEXT\n" on stderr, each line of it.
void complain(const std::string& text);

}  // namespace coroboard::cli
