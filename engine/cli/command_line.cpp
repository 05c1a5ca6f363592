// SPDX-License-Identifier: MIT
#include <charconv>
#include <cstdio>
#include <functional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/duration.h"
#include "cli/world_change.h"
#include "simulation/pacer.h"
#include "simulation/suggestion.h"

namespace coroboard::cli {

namespace {

// What was typed for `run`, before it is understood.
struct RunWords {
    RunOptions options;
    const char* durationOption = "--for";
    std::string duration;
    std::string speed;
    std::string slice;
    std::vector<std::string> settings;
    std::vector<std::string> stimuli;
    std::vector<std::string> gestures;
    std::vector<std::string> faults;
};

Result<double> parseSpeed(const std::string& text)
{
    if (text == "max") return 0.0;
    double factor = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), factor);
    if (error != std::errc{} || rest != text.data() + text.size() || !(factor >= simulation::Pacer::slowest) ||
        !(factor <= simulation::Pacer::fastest))
        return failure(fmt::format("--speed {}: write a number from {} to {}, or max", text, simulation::Pacer::slowest,
                                   simulation::Pacer::fastest));
    return factor;
}

Result<std::vector<WorldChange>> understandWorld(const RunWords& words)
{
    std::vector<WorldChange> changes;
    for (const std::string& text : words.settings) {
        auto setting = parseSetting(text);
        if (!setting) return tl::unexpected(setting.error());
        changes.push_back(std::move(*setting));
    }
    for (const std::string& text : words.stimuli) {
        auto stimuli = parseStimulusOption(text);
        if (!stimuli) return tl::unexpected(stimuli.error());
        changes.insert(changes.end(), stimuli->begin(), stimuli->end());
    }
    for (const std::string& text : words.gestures) {
        auto gesture = parseGestureOption(text);
        if (!gesture) return tl::unexpected(gesture.error());
        changes.push_back(std::move(*gesture));
    }
    for (const std::string& text : words.faults) {
        auto fault = parseFaultOption(text);
        if (!fault) return tl::unexpected(fault.error());
        changes.push_back(std::move(*fault));
    }
    return changes;
}

Result<RunOptions> understand(const RunWords& words)
{
    RunOptions options = words.options;
    if (!words.duration.empty()) {
        const auto duration = parseDuration(words.duration);
        if (!duration) return failure(fmt::format("{}: {}", words.durationOption, duration.error().message));
        options.duration = *duration;
    }
    if (!words.slice.empty()) {
        const auto slice = parseDuration(words.slice);
        if (!slice) return failure("--slice: " + slice.error().message);
        if (slice->count() <= 0) return failure("--slice: a slice is longer than nothing");
        options.slice = *slice;
    }
    if (!words.speed.empty()) {
        const auto speed = parseSpeed(words.speed);
        if (!speed) return tl::unexpected(speed.error());
        options.speed = *speed;
    }
    if (auto changes = understandWorld(words)) options.changes = std::move(*changes);
    else return tl::unexpected(changes.error());
    return options;
}

// What may come of a run besides the console.
void describeOutputs(CLI::App& command, RunOptions& options)
{
    command.add_option("--vcd", options.vcd, "Write every pin's signals to this VCD file (PulseView, GTKWave)");
    command.add_option("--csv", options.csv, "Write every signal to this CSV file");
    command.add_option("--trace", options.trace, "Write what every task did to this JSON file (Perfetto)");
    command.add_flag("--tasks", options.tasks, "Print the table of tasks at the end (SIGUSR1 prints it at any time)");
    command.add_flag("--hash", options.hash, "End with the hash of the whole trace on stderr");
}

void describeReplay(CLI::App& command, ReplayOptions& options, RunWords& words)
{
    command.add_option("recording", options.recording, "A recording (.coro)")->required();
    words.durationOption = "--until";
    command.add_flag("--verify", options.verify, "Succeed only if the very same came of it; exit code 3 if not");
    command.add_option("--until", words.duration, "Stop at this virtual time: 500ms, 10s, 2h")->excludes("--verify");
    command.add_option("--speed", words.speed, "Virtual seconds a wall second, 0.1 to 100, or max (the default)");
    describeOutputs(command, words.options);
}

void describeRun(CLI::App& run, RunWords& words)
{
    RunOptions& options = words.options;
    run.add_option("program", options.program, "A .py file, or a project folder with a main.py")->required();
    run.add_option("--board", options.board, "A board's name (see: boards list) or its .json file");
    run.add_option("--for", words.duration, "Stop after this much virtual time: 500ms, 10s, 2h");
    run.add_option("--speed", words.speed, "Virtual seconds a wall second, 0.1 to 100, or max (the default)");
    run.add_option("--seed", options.seed, "Seed of everything random: noise, bounce, the program's random numbers");
    run.add_option("--set", words.settings, "PART.CONTROL=VALUE[@TIME]: move a control, now or at a virtual time; repeatable")
        ->allow_extra_args(false);
    run.add_option("--stimulus", words.stimuli,
                   "QUANTITY=SHAPE:FROM:TO:PERIOD[:noise=N][:for=DURATION][@TIME]: let it move by itself (sine, square, triangle, "
                   "sawtooth, ramp, step, random-walk, constant), or FILE.csv with time,QUANTITY,…; repeatable")
        ->allow_extra_args(false);
    run.add_option("--gesture", words.gestures,
                   "NAME[@TIME]: shake, tilt, tap, double-tap, free-fall or rotate the board; repeatable")
        ->allow_extra_args(false);
    run.add_option("--fault", words.faults,
                   "KIND[:PLACE][@TIME]: break something: wire-cut:PART.PIN, part-absent:PART, sensor-frozen:PART, stuck-low:WIRE, "
                   "stuck-high:WIRE, bus-noise:WIRE[:ONE-BIT-IN], brown-out; repeatable")
        ->allow_extra_args(false);
    auto* scenario = run.add_option("--scenario", options.scenario, "Do these steps and expect what they say (.yaml); exit code 3 if it does not come");
    run.add_option("--junit", options.junit, "Write what came of the scenario's steps to this file (JUnit XML)")->needs(scenario);
    run.add_option("--record", options.record, "Write everything this run needs to be played again to this file (.coro)");
    describeOutputs(run, options);
    run.add_option("--picture", options.pictures,
                   "PART=FILE.ppm: write what a display shows at the end, one pixel a dot; repeatable")
        ->allow_extra_args(false);
    auto* standardInput = run.add_flag("--stdin", options.standardInput, "What is typed here is typed on the board's serial port");
    auto* repl = run.add_flag("--repl", options.repl, "After the program, MicroPython's REPL here (as --stdin; Ctrl-] ends)");
    auto* serial = run.add_option("--serial", options.serial, "pty or tcp:PORT: the board's serial port for other programs (mpremote, Thonny), in real time, "
                                               "with the REPL after the program");
    for (CLI::Option* other : {standardInput, repl, serial}) scenario->excludes(other);
    run.add_option("--slice", words.slice, "Size of the slices virtual time is run in; the trace must not depend on it");
}

// A word that is no subcommand gets the nearest one named.
int usageError(const CLI::App& app, const CLI::ParseError& error, int argc, const char* const* argv)
{
    if (error.get_exit_code() == 0) return app.exit(error);
    std::string text = error.what();
    if (argc > 1 && argv[1][0] != '-') {
        const std::vector<std::string> names = {"run", "check", "boards", "parts", "modules", "replay"};
        if (std::find(names.begin(), names.end(), argv[1]) == names.end()) text = simulation::unknownName("command", argv[1], names);
    }
    complain(text);
    complain("see: coroboard-cli --help, coroboard-cli run --help");
    return static_cast<int>(ExitCode::BadInput);
}

}  // namespace

void complain(const std::string& text)
{
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        fmt::print(stderr, "coroboard-cli: {}\n", text.substr(start, end - start));
        start = end + 1;
    }
}

int commandLine(int argc, const char* const* argv)
{
    CLI::App app{"Coroboard without a window: runs MicroPython programs on a simulated sensor board, in virtual time."};
    app.name("coroboard-cli");
    app.require_subcommand(1);
    app.set_version_flag("--version", COROBOARD_VERSION);
    app.footer("Exit codes: 0 ended or --for reached, 1 uncaught exception, 2 wrong usage or input, 3 expectation failed, 4 board faulted, "
               "130 interrupted.");
    std::function<ExitCode()> chosen;

    RunWords words;
    CLI::App* runCommand = app.add_subcommand("run", "Run a program on a board");
    describeRun(*runCommand, words);
    runCommand->callback([&] {
        chosen = [&words] {
            const auto options = understand(words);
            if (options) return run(*options);
            complain(options.error().message);
            return ExitCode::BadInput;
        };
    });

    std::vector<std::string> files;
    CLI::App* checkCommand = app.add_subcommand("check", "Say what is wrong with programs, boards and scenarios, with file:line:column");
    checkCommand->add_option("files", files, "Programs (.py or a folder), board profiles (.json), scenarios (.yaml), recordings (.coro)")->required();
    checkCommand->callback([&] { chosen = [&files] { return check(files); }; });

    std::string board;
    CLI::App* boardsCommand = app.add_subcommand("boards", "The boards there are");
    boardsCommand->callback([&] { if (!chosen) chosen = listBoards; });
    boardsCommand->add_subcommand("list", "All of them")->callback([&] { chosen = listBoards; });
    CLI::App* boardCommand = boardsCommand->add_subcommand("show", "One of them: chip, pins, parts");
    boardCommand->add_option("name", board, "A board's name or its .json file")->required();
    boardCommand->callback([&] { chosen = [&board] { return showBoard(board); }; });

    boardsCommand->add_subcommand("schema", "The JSON Schema of board profiles, with every part model of this build")
        ->callback([&] { chosen = printSchema; });

    std::string model;
    CLI::App* partsCommand = app.add_subcommand("parts", "The part models there are");
    partsCommand->callback([&] { if (!chosen) chosen = listParts; });
    partsCommand->add_subcommand("list", "All of them")->callback([&] { chosen = listParts; });
    CLI::App* partCommand = partsCommand->add_subcommand("show", "One of them: pins, controls, what is not modelled");
    partCommand->add_option("model", model, "A model's name")->required();
    partCommand->callback([&] { chosen = [&model] { return showPart(model); }; });

    app.add_subcommand("modules", "What of MicroPython's modules is there: real, partial, absent")->callback([&] { chosen = listModules; });

    ReplayOptions replayed;
    RunWords replayWords;
    CLI::App* replayCommand = app.add_subcommand("replay", "Play a recording again, bit for bit");
    describeReplay(*replayCommand, replayed, replayWords);
    replayCommand->callback([&] {
        chosen = [&] {
            const auto options = understand(replayWords);
            if (options) return replay({replayed.recording, replayed.verify, *options});
            complain(options.error().message);
            return ExitCode::BadInput;
        };
    });

    try {
        app.parse(argc, const_cast<char**>(argv));
    } catch (const CLI::ParseError& error) {
        return usageError(app, error, argc, argv);
    }
    return static_cast<int>(chosen());
}

}  // namespace coroboard::cli
