// SPDX-License-Identifier: MIT
#include "simulation/simulation.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/ensure.h"
#include "simulation/fault_text.h"
#include "simulation/part_memory_folder.h"
#include "simulation/power_cycle.h"
#include "simulation/replay.h"
#include "simulation/signal_recorder.h"
#include "simulation/stimulus_text.h"
#include "simulation/task_view.h"

namespace coroboard::simulation {

namespace {

constexpr time::Duration longestStep = std::chrono::microseconds{100};    // of a busy program, between two looks at shouldReturn

// Runner commands steer whoever drives the simulation; how a program is looked at changes nothing of what it does. Neither is logged.
bool isForRunner(const Command& command)
{
    return std::holds_alternative<SetBreakpoints>(command) || std::holds_alternative<SetWatches>(command) ||
           std::holds_alternative<StepLine>(command) || std::holds_alternative<RunTo>(command) || std::holds_alternative<Pause>(command) || std::holds_alternative<Resume>(command) ||
           std::holds_alternative<SetSpeed>(command) || std::holds_alternative<StepBoard>(command) ||
           std::holds_alternative<OpenBoard>(command) || std::holds_alternative<TakeRecord>(command);
}

// A replay never touches the project it came from.
std::shared_ptr<const program::Program> withoutFolder(const RunStart& start)
{
    if (!start.program || start.program->folder.empty()) return start.program;
    auto program = std::make_shared<program::Program>(*start.program);
    program->folder.clear();
    program->edited.clear();
    if (const auto main = start.flash.files.find("/main.py"); main != start.flash.files.end()) program->main = main->second;
    return program;
}

}  // namespace

struct Simulation::State {
    std::shared_ptr<modules::FlashStorage> flash = std::make_shared<modules::FlashStorage>();
    std::shared_ptr<const board::BoardProfile> profile;
    std::shared_ptr<const program::Program> program;
    SimulationOptions options;
    std::unique_ptr<PartMemoryFolder> memories;
    std::unique_ptr<PowerCycle> cycle;
    std::uint64_t cycles = 0;
    trace::TraceHash hash;
    std::vector<StampedCommand> log;
    std::multimap<time::VirtualTime, Command> scheduled;
    AtProgramEnd atEnd = AtProgramEnd::Continue;
    bool endedNow = false;
    bool cutShort = false;                   // runUntil() returned in the middle of an instant, because the program ended
    std::uint64_t hashAtEnd = 0;             // at the moment in which the program ended
    std::vector<modules::Breakpoint> breakpoints;
    std::vector<std::string> watches;
    bool paused = false;                     // by Pause
    bool released = false;                   // a program that stopped may go on
    Result<RunStart> start = failure("nothing is recorded");
    std::size_t startOfLog = 0;              // the first command since power-on
    std::optional<time::VirtualTime> inexactSince;
    std::optional<Replay> replay;

    void powerOn(board::BoardOptions world);
    void keepMemories();
    void openMemories(board::BoardOptions& world);
    Result<board::BoardOptions> prepareReplay();
    Result<void> checkReplay() const;
    board::BoardOptions worldNow() const;
    Result<void> check(const Command& command) const;
    void perform(const Command& command);
    void performDue();
    void look(const Command& command);
    bool standsStill() const { return cycle->isStopped() && !released; }
    time::VirtualTime nextCommand() const;
    Result<RunStart> startWith(const board::BoardOptions& world, const serial::History& history) const;
};

void Simulation::State::powerOn(board::BoardOptions world)
{
    PowerCycleParts parts;
    parts.profile = profile;
    parts.program = program;
    parts.flash = flash;
    keepMemories();
    openMemories(world);
    parts.world = std::move(world);
    parts.world.seed = options.seed;
    parts.afterProgram = options.firmware ? modules::AfterProgram::End : options.afterProgram;
    if (cycle) parts.history = cycle->history();
    else if (replay) for (const std::string& line : replay->record().start.history) parts.history.push(line);
    if (options.firmware) parts.firmware = options.firmware;
    else if (program || options.afterProgram == modules::AfterProgram::Repl) parts.firmware = modules::makeMicroPython;
    parts.console = [this](std::string_view bytes) {
        hash.addConsole(cycle ? cycle->loop().now() : time::powerOn, bytes);
        if (options.console) options.console(bytes);
    };
    parts.report = [this](std::string_view text) {
        if (options.report) options.report(text);
    };
    parts.signals = [this](const peripherals::Wire& wire, const peripherals::WireEvent& event) {
        addToHash(hash, wire.name(), event);
        if (options.signals) options.signals(wire, event);
    };
    parts.tasks = options.tasks;
    parts.ended = [this](modules::FirmwareEnd end) {
        hash.addProgramEvent(cycle->loop().now(), fmt::format("ended {}", static_cast<int>(end)));
        endedNow = true;
        hashAtEnd = hash.value();
        if (replay) replay->programEnded(hashAtEnd);
        if (atEnd == AtProgramEnd::Return) cycle->loop().requestStop();
    };
    cycle.reset();
    paused = false;
    if (options.poweringOn) options.poweringOn();
    ++cycles;
    hash = {};
    cutShort = false;
    startOfLog = log.size();
    inexactSince.reset();
    start = startWith(parts.world, parts.history);
    hash.addProgramEvent(time::powerOn, "power on");
    endedNow = false;
    cycle = std::make_unique<PowerCycle>(std::move(parts));
    cycle->setBreakpoints(breakpoints);
    cycle->setWatches(watches);
    memories->remember(*cycle->board().memories());
}

void Simulation::State::keepMemories()
{
    if (cycle) memories->save(*cycle->board().memories());
}

// The memories of another project are its own.
void Simulation::State::openMemories(board::BoardOptions& world)
{
    const std::filesystem::path project = program ? program->folder : std::filesystem::path();
    if (memories && memories->project() == project) return;
    const auto notice = [this](const std::string& text) {
        if (options.report) options.report(text + "\n");
    };
    memories = std::make_unique<PartMemoryFolder>(project, notice);
    if (!project.empty()) world.memories = std::make_shared<board::PartMemories>(memories->load(*profile));
}

// A record may come from a file: everything in it must fit the board.
Result<void> Simulation::State::checkReplay() const
{
    if (!replay) return {};
    const RunRecord& record = replay->record();
    const auto at = [](const std::string& place, const Error& error) { return failure(fmt::format("{}: {}", place, error.message)); };
    for (const auto& [part, controls] : record.start.world.controls)
        for (const auto& [control, position] : controls)
            if (const auto checked = cycle->board().checkControl(part, control, position); !checked)
                return at(fmt::format("/world/controls/{}/{}", part, control), checked.error());
    for (const auto& driven : record.start.world.stimuli)
        if (const auto checked = cycle->board().stimuli().check(driven.target, driven.stimulus); !checked) return at("/world/stimuli", checked.error());
    for (const board::Fault& fault : record.start.world.faults)
        if (const auto checked = cycle->board().faults().check(fault); !checked) return at("/world/faults", checked.error());
    for (std::size_t i = 0; i < record.commands.size(); ++i) {
        const std::string place = fmt::format("/commands/{}", i);
        if (const auto checked = check(record.commands[i].command); !checked) return at(place, checked.error());
        if (record.commands[i].when > record.end || (i > 0 && record.commands[i].when < record.commands[i - 1].when))
            return failure(place + ": commands come in the order of time and not after the end");
    }
    return {};
}

// The world the recorded run began with.
Result<board::BoardOptions> Simulation::State::prepareReplay()
{
    replay.emplace(options.replay);
    const RunStart& begun = replay->record().start;
    auto recorded = modules::makeFlash(begun.flash, profile->chip.flashBytes);
    if (!recorded) return tl::unexpected(recorded.error());
    flash = std::move(*recorded);
    program = withoutFolder(begun);
    options.seed = begun.seed;
    options.afterProgram = begun.afterProgram;
    board::BoardOptions world = begun.world;
    if (world.memories) world.memories = std::make_shared<board::PartMemories>(*world.memories);
    return world;
}

Result<RunStart> Simulation::State::startWith(const board::BoardOptions& world, const serial::History& history) const
{
    if (options.keepRecord == KeepRecord::No) return failure("nothing is recorded");
    auto image = modules::readFlash(program.get(), *flash, profile->chip.flashBytes);
    if (!image) return failure("the files in flash cannot be recorded: " + image.error().message);
    RunStart begun{program, options.seed, options.afterProgram, world, std::move(*image), {}};
    if (world.memories) begun.world.memories = std::make_shared<board::PartMemories>(*world.memories);
    for (std::size_t age = history.size(); age-- > 0;) begun.history.push_back(history.back(age));
    return begun;
}

// What the world around the board keeps through a power cycle.
board::BoardOptions Simulation::State::worldNow() const
{
    board::BoardOptions world;
    world.controls = cycle->board().controlPositions();
    world.memories = cycle->board().memories();
    world.faults = cycle->board().faults().all();
    for (environment::Driven& driven : cycle->board().stimuli().running())
        if (driven.stimulus.lasts.count() == 0) world.stimuli.push_back(std::move(driven));
    return world;
}

Result<void> Simulation::State::check(const Command& command) const
{
    if (const auto* control = std::get_if<SetControl>(&command))
        return cycle->board().checkControl(control->part, control->control, control->value);
    if (const auto* set = std::get_if<SetStimulus>(&command))
        return cycle->board().stimuli().check(set->target, set->stimulus);
    if (const auto* clear = std::get_if<ClearStimulus>(&command); clear && !clear->target.empty())
        return cycle->board().stimuli().checkTarget(clear->target);
    if (const auto* set = std::get_if<SetFault>(&command)) return cycle->board().faults().check(set->fault);
    if (const auto* clear = std::get_if<ClearFault>(&command)) return cycle->board().faults().check(clear->fault);
    if (const auto* gesture = std::get_if<PerformGesture>(&command))
        return cycle->board().stimuli().check(gesture->gesture);
    if (const auto* run = std::get_if<RunProgram>(&command); run && !run->program)
        return failure("there is no program to run");
    return {};
}

void Simulation::State::perform(const Command& command)
{
    if (isForRunner(command)) return look(command);
    const time::VirtualTime when = cycle->loop().now();
    const auto* run = std::get_if<RunProgram>(&command);
    log.push_back({when, run ? RunProgram{run->program} : command});
    if ((standsStill() || cutShort) && !inexactSince) inexactSince = when;
    if (const auto* control = std::get_if<SetControl>(&command)) {
        hash.addAnalog(when, control->part + "." + control->control, control->value);
        const auto moved = cycle->board().setControl(control->part, control->control, control->value);
        ENSURE(moved.has_value(), "a checked control can be moved");
    } else if (const auto* set = std::get_if<SetStimulus>(&command)) {
        hash.addProgramEvent(when, fmt::format("stimulus {}={}", set->target, stimulusText(set->stimulus)));
        cycle->board().stimuli().play(set->target, set->stimulus);
    } else if (const auto* clear = std::get_if<ClearStimulus>(&command)) {
        hash.addProgramEvent(when, "no stimulus " + clear->target);
        if (clear->target.empty()) cycle->board().stimuli().clearAll();
        else cycle->board().stimuli().clear(clear->target);
    } else if (const auto* broken = std::get_if<SetFault>(&command)) {
        hash.addProgramEvent(when, "fault " + faultText(broken->fault));
        if (broken->fault.kind == board::FaultKind::BrownOut) cycle->brownOut();
        else cycle->board().faults().set(broken->fault);
    } else if (const auto* repaired = std::get_if<ClearFault>(&command)) {
        hash.addProgramEvent(when, "no fault " + faultText(repaired->fault));
        cycle->board().faults().clear(repaired->fault);
    } else if (std::holds_alternative<ClearFaults>(command)) {
        hash.addProgramEvent(when, "no faults");
        cycle->board().faults().clearAll();
    } else if (const auto* gesture = std::get_if<PerformGesture>(&command)) {
        hash.addProgramEvent(when, fmt::format("gesture {}", environment::gestureName(gesture->gesture)));
        cycle->board().stimuli().perform(gesture->gesture);
    } else if (const auto* input = std::get_if<ConsoleInput>(&command)) {
        hash.addProgramEvent(when, "typed " + input->bytes);
        cycle->consoleInput(input->bytes);
    } else if (run) {
        program = run->program;
        powerOn(worldNow());
        if (run->until) cycle->runTo(*run->until);
        else cycle->proceed(run->how);
    } else if (std::holds_alternative<StopProgram>(command)) {
        hash.addProgramEvent(when, "stop");
        cycle->stopProgram();
        released = true;
    } else if (std::holds_alternative<ResetBoard>(command)) {
        powerOn(worldNow());
    }
}

void Simulation::State::look(const Command& command)
{
    if (const auto* set = std::get_if<SetBreakpoints>(&command)) {
        breakpoints = set->breakpoints;
        cycle->setBreakpoints(breakpoints);
        return;
    }
    if (const auto* set = std::get_if<SetWatches>(&command)) {
        watches = set->expressions;
        cycle->setWatches(watches);
        return;
    }
    if (std::holds_alternative<Pause>(command)) {
        paused = true;
        if (!standsStill()) cycle->proceed(modules::Proceed::Run);
        return;
    }
    if (const auto* step = std::get_if<StepLine>(&command)) cycle->proceed(step->how);
    else if (const auto* to = std::get_if<RunTo>(&command)) cycle->runTo(to->place);
    else if (std::holds_alternative<Resume>(command)) cycle->proceed(modules::Proceed::Run);
    else return;
    paused = false;
    released = true;
}

void Simulation::State::performDue()
{
    while (!scheduled.empty() && scheduled.begin()->first <= cycle->loop().now()) {
        const Command command = std::move(scheduled.begin()->second);
        scheduled.erase(scheduled.begin());
        perform(command);
    }
    while (replay && replay->nextDue() <= cycle->loop().now()) perform(replay->takeNext());
}

time::VirtualTime Simulation::State::nextCommand() const
{
    const time::VirtualTime next = scheduled.empty() ? time::never : scheduled.begin()->first;
    return replay ? std::min(next, replay->nextDue()) : next;
}

Result<std::unique_ptr<Simulation>> Simulation::create(board::BoardProfile profile, std::shared_ptr<const program::Program> program,
                                                       SimulationOptions options)
{
    auto state = std::make_unique<State>();
    state->profile = std::make_shared<const board::BoardProfile>(std::move(profile));
    state->program = std::move(program);
    state->options = std::move(options);
    board::BoardOptions world;
    if (state->options.replay) {
        auto prepared = state->prepareReplay();
        if (!prepared) return tl::unexpected(prepared.error());
        world = std::move(*prepared);
    }
    state->powerOn(std::move(world));
    if (auto checked = state->checkReplay(); !checked) return tl::unexpected(checked.error());
    return std::unique_ptr<Simulation>(new Simulation(std::move(state)));
}

Result<void> checkRecord(std::shared_ptr<const RunRecord> record)
{
    SimulationOptions options;
    options.replay = record;
    const auto simulation = Simulation::create(*record->profile, nullptr, std::move(options));
    return simulation ? Result<void>() : tl::unexpected(simulation.error());
}

Simulation::Simulation(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Simulation::~Simulation() { m_state->keepMemories(); }

Result<void> Simulation::apply(const Command& command)
{
    if (auto checked = m_state->check(command); !checked) return checked;
    if (m_state->replay && !isForRunner(command)) m_state->replay->takeOver();
    m_state->performDue();
    m_state->perform(command);
    return {};
}

Result<void> Simulation::applyAt(Command command, time::VirtualTime when)
{
    if (when < now())
        return failure(fmt::format("a command cannot take effect at {} ns: it is {} ns already", when.time_since_epoch().count(),
                                   now().time_since_epoch().count()));
    if (auto checked = m_state->check(command); !checked) return checked;
    if (!isForRunner(command)) m_state->scheduled.emplace(when, std::move(command));
    return {};
}

void Simulation::runUntil(time::VirtualTime until, AtProgramEnd atEnd)
{
    State& state = *m_state;
    state.atEnd = atEnd;
    if (state.standsStill()) return;
    state.cutShort = false;
    state.performDue();
    while (now() < until) {
        time::VirtualTime end = until;
        end = std::min(end, state.nextCommand());
        if (state.replay) end = std::min(end, state.replay->horizon());
        const time::VirtualTime due = state.cycle->loop().nextDue();
        if (due < end && state.options.shouldReturn) end = std::min(end, std::max(due, now()) + longestStep);
        state.endedNow = false;
        state.cycle->loop().runUntil(end);
        state.released = false;
        if (state.cycle->isStopped()) return;
        if (state.endedNow && atEnd == AtProgramEnd::Return) {
            state.cutShort = true;
            return;
        }
        if (state.replay) state.replay->reached(now(), state.hash.value());
        if (now() < until) state.performDue();
        if (state.options.shouldReturn && state.options.shouldReturn()) return;
    }
}

time::VirtualTime Simulation::now() const { return m_state->cycle->loop().now(); }

time::VirtualTime Simulation::nextDue() const
{
    const time::VirtualTime due = m_state->cycle->loop().nextDue();
    const time::VirtualTime next = std::min(due, m_state->nextCommand());
    return m_state->replay ? std::min(next, m_state->replay->horizon()) : next;
}

bool Simulation::isStopped() const { return m_state->standsStill(); }

ProgramState Simulation::programState() const { return m_state->cycle->state(); }

bool Simulation::programEnded() const { return stopReason() != StopReason::None; }

StopReason Simulation::stopReason() const { return m_state->cycle->stopReason(); }

std::uint64_t Simulation::watchdogResets() const { return m_state->cycle->watchdogResets(); }

std::string Simulation::exceptionText() const { return m_state->cycle->exceptionText(); }

std::uint64_t Simulation::traceHash() const { return m_state->hash.value(); }

time::Duration Simulation::cpuTime() const { return m_state->cycle->cpuTime(); }

Result<RunRecord> Simulation::record() const
{
    if (!m_state->start) return tl::unexpected(m_state->start.error());
    RunRecord record{m_state->profile, *m_state->start, {}, now(), m_state->cutShort, traceHash(), m_state->inexactSince};
    if (m_state->cutShort) record.hash = m_state->hashAtEnd;
    record.commands.assign(m_state->log.begin() + static_cast<std::ptrdiff_t>(m_state->startOfLog), m_state->log.end());
    return record;
}

ReplayState Simulation::replayState() const { return m_state->replay ? m_state->replay->state() : ReplayState::None; }

time::VirtualTime Simulation::replayEnd() const { return m_state->replay ? m_state->replay->record().end : time::never; }

const std::vector<StampedCommand>& Simulation::log() const { return m_state->log; }

const board::BoardProfile& Simulation::profile() const { return *m_state->profile; }

std::shared_ptr<const program::Program> Simulation::program() const { return m_state->program; }

std::vector<TaskSnapshot> Simulation::tasks() const { return taskSnapshots(m_state->cycle->loop()); }

board::Board& Simulation::board() { return m_state->cycle->board(); }

time::EventLoop& Simulation::loop() { return m_state->cycle->loop(); }

Snapshot Simulation::snapshot(TaskDetail detail) const
{
    PowerCycle& cycle = *m_state->cycle;
    Snapshot snapshot;
    snapshot.now = cycle.loop().now();
    snapshot.program = cycle.state();
    snapshot.stopReason = cycle.stopReason();
    snapshot.board = m_state->profile;
    snapshot.powerCycle = m_state->cycles;
    snapshot.bytecodes = cycle.bytecodes();
    if (snapshot.now > time::powerOn)
        snapshot.cpuLoad = std::chrono::duration<double>(cycle.cpuTime()) / (snapshot.now - time::powerOn);
    std::string text = cycle.exceptionText();
    while (!text.empty() && text.back() == '\n') text.pop_back();
    snapshot.problem = text.substr(text.rfind('\n') + 1);
    for (const auto& pin : cycle.board().chip().pins()) {
        const peripherals::Wire& wire = pin->wire();
        snapshot.pins.push_back({.name = pin->name(),
                                 .number = pin->number(),
                                 .function = std::string(pin->function()),
                                 .level = wire.level(),
                                 .millivolts = wire.averageMillivolts(),
                                 .lastEdge = wire.lastEdge()});
    }
    for (auto& part : cycle.board().views()) snapshot.parts.push_back({std::move(part.id), std::move(part.view)});
    snapshot.faults = cycle.board().faults().all();
    snapshot.stimuli = cycle.board().stimuli().running();
    if (m_state->paused || m_state->standsStill())
        if (const auto place = cycle.place()) snapshot.stop = stopSnapshot(*place);
    snapshot.replay = replayState();
    snapshot.replayEnd = replayEnd();
    if (detail == TaskDetail::With) snapshot.tasks = taskSnapshots(cycle.loop());
    return snapshot;
}

}  // namespace coroboard::simulation
