// SPDX-License-Identifier: MIT
#include "simulation/integration_thread.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>

#include "simulation/live_signals.h"
#include "simulation/message_log.h"
#include "simulation/pacer.h"
#include "simulation/stepping.h"

namespace coroboard::simulation {

namespace {

using HostClock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr time::Duration longestSlice = 5ms;             // of virtual time; the noise of pacing stays below it
constexpr time::Duration shortestSlice = 2us;            // for programs that spend long in a single bytecode
constexpr HostClock::duration slowSlice = 4ms;           // a slice that took longer than this was too big
constexpr time::Duration longestLeap = 1s;               // over an idle stretch, unpaced
constexpr HostClock::duration publishInterval = 8ms;     // about 120 snapshots a second
constexpr HostClock::duration afterCommand = 50ms;       // while somebody moves something, the answer is not to wait:
constexpr HostClock::duration eagerInterval = 2ms;       //   as often as this
constexpr HostClock::duration taskInterval = 60ms;       // tasks are looked at less often
constexpr HostClock::duration stretch = 8ms;             // of running between two snapshots
constexpr time::Duration stopSteps = 6ms;                // a program that was told to stop gets this far while paused
constexpr HostClock::duration patience = 20ms;           // of wall time with a program that was told to stop

bool goesOn(const Command& command)
{
    return std::holds_alternative<Resume>(command) || std::holds_alternative<StepLine>(command) || std::holds_alternative<RunTo>(command);
}

}  // namespace

// Everything that lives on the integration thread.
class IntegrationThread::Runner {
public:
    Runner(IntegrationThread& doors, board::BoardProfile profile, std::shared_ptr<const program::Program> program,
           IntegrationOptions options)
        : m_commands(doors.m_commands), m_exchange(doors.m_exchange), m_console(doors.m_console), m_options(std::move(options)),
          m_profile(std::move(profile)), m_program(std::move(program)), m_paused(m_options.start == StartAs::Paused)
    {
    }

    void run();

private:
    void open(board::BoardProfile profile, std::shared_ptr<const program::Program> program,
              std::shared_ptr<const RunRecord> replay = nullptr);
    void takeRecord();
    void noteReplay();
    void drain();
    void apply(const Command& command);
    void stepWhilePaused();
    void insistOnStop();
    void runStretch();
    void noteEnd();
    bool noteStop();
    void publish(HostClock::time_point host);

    CommandQueue& m_commands;
    SnapshotExchange& m_exchange;
    ConsoleStream& m_console;
    IntegrationOptions m_options;
    board::BoardProfile m_profile;
    std::shared_ptr<const program::Program> m_program;
    MessageLog m_messages;                               // the simulation reports until its very end
    std::unique_ptr<LiveSignals> m_signals;
    std::unique_ptr<Simulation> m_simulation;
    Pacer m_pacer;
    std::vector<modules::Breakpoint> m_breakpoints;
    std::vector<std::string> m_watches;
    bool m_paused;
    std::shared_ptr<const RunRecord> m_record;
    ReplayState m_replay = ReplayState::None;
    bool m_endNoted = false;
    bool m_publishNow = false;
    std::uint64_t m_sequence = 0;
    time::Duration m_slice = longestSlice;
    HostClock::time_point m_stretchEnd{};
    std::optional<HostClock::time_point> m_stopAsked;
    HostClock::time_point m_published{};
    HostClock::time_point m_commanded{};
    HostClock::time_point m_tasksTaken{};
    std::vector<TaskSnapshot> m_tasks;
    time::VirtualTime m_loadSince{};
    time::Duration m_cpuSince{};
    double m_load = 0;
};

void IntegrationThread::Runner::run()
{
    open(std::move(m_profile), std::move(m_program));
    m_pacer.setSpeed(m_options.speed, time::powerOn, HostClock::now());
    publish(HostClock::now());
    while (!m_commands.closed()) {
        drain();
        if (m_paused || !m_simulation) {
            publish(HostClock::now());
            if (m_console.settle()) m_commands.wait();
            else Pacer::waitFor(m_commands, HostClock::now() + publishInterval);
            if (m_simulation) m_pacer.anchor(m_simulation->now(), HostClock::now());
            continue;
        }
        insistOnStop();
        const bool hurry = !m_pacer.paced() && m_simulation->nextDue() != time::never;
        runStretch();
        const auto host = HostClock::now();
        const bool eager = host - m_commanded < afterCommand;
        if (m_publishNow || host - m_published >= (eager ? eagerInterval : publishInterval)) publish(host);
        if (!hurry) Pacer::waitFor(m_commands, host + (eager ? eagerInterval : HostClock::duration(Pacer::tick)));
    }
}

void IntegrationThread::Runner::open(board::BoardProfile profile, std::shared_ptr<const program::Program> program,
                                     std::shared_ptr<const RunRecord> replay)
{
    SimulationOptions options;
    options.seed = m_options.seed;
    options.firmware = m_options.firmware;
    options.afterProgram = m_options.afterProgram;
    options.keepRecord = m_options.firmware ? KeepRecord::No : KeepRecord::Yes;
    m_replay = replay ? ReplayState::Running : ReplayState::None;
    options.replay = std::move(replay);
    options.console = [this](std::string_view bytes) { m_console.write(bytes); };
    options.report = [this](std::string_view text) {
        m_messages.add(Severity::Warning, m_simulation ? m_simulation->now() : time::powerOn, std::string(text));
    };
    auto signals = std::make_unique<LiveSignals>(profile);
    options.poweringOn = [live = signals.get()] { live->restart(); };
    options.signals = [live = signals.get()](const peripherals::Wire& wire, const peripherals::WireEvent& event) { live->record(wire, event); };
    options.shouldReturn = [this] { return m_commands.pending() || HostClock::now() > m_stretchEnd; };
    auto simulation = Simulation::create(std::move(profile), std::move(program), std::move(options));
    if (!simulation) {
        m_messages.add(Severity::Error, time::powerOn, simulation.error().message);
        return;
    }
    m_simulation = std::move(*simulation);
    m_signals = std::move(signals);
    (void)m_simulation->apply(SetBreakpoints{m_breakpoints});
    (void)m_simulation->apply(SetWatches{m_watches});
    m_endNoted = false;
}

void IntegrationThread::Runner::drain()
{
    const auto commands = m_commands.drain();
    if (commands.empty()) return;
    for (const Command& command : commands) apply(command);
    m_commanded = HostClock::now();
    m_publishNow = true;
}

void IntegrationThread::Runner::apply(const Command& command)
{
    const auto host = HostClock::now();
    if (std::holds_alternative<Pause>(command)) {
        m_paused = true;
        if (m_simulation) (void)m_simulation->apply(command);
    } else if (goesOn(command)) {
        m_paused = false;
        if (!m_simulation) return;
        (void)m_simulation->apply(command);
        m_pacer.anchor(m_simulation->now(), host);
    } else if (const auto* set = std::get_if<SetBreakpoints>(&command)) {
        m_breakpoints = set->breakpoints;
        if (m_simulation) (void)m_simulation->apply(command);
    } else if (const auto* watched = std::get_if<SetWatches>(&command)) {
        m_watches = watched->expressions;
        if (m_simulation) (void)m_simulation->apply(command);
    } else if (const auto* speed = std::get_if<SetSpeed>(&command)) {
        m_pacer.setSpeed(speed->factor, m_simulation ? m_simulation->now() : time::powerOn, host);
    } else if (const auto* asked = std::get_if<StepBoard>(&command)) {
        m_paused = true;
        m_stretchEnd = host + patience;
        if (!m_simulation) return;
        (void)m_simulation->apply(Resume{});
        step(*m_simulation, asked->to, [this] { return HostClock::now() > m_stretchEnd; });
        (void)m_simulation->apply(Pause{});
        noteEnd();
    } else if (const auto* board = std::get_if<OpenBoard>(&command)) {
        open(board->profile, board->program ? board->program : m_simulation ? m_simulation->program() : nullptr, board->replay);
        m_pacer.anchor(m_simulation ? m_simulation->now() : time::powerOn, host);
        m_paused = false;
    } else if (std::holds_alternative<TakeRecord>(command)) {
        takeRecord();
    } else if (m_simulation) {
        const time::VirtualTime before = m_simulation->now();
        const bool wasStopped = m_simulation->isStopped();
        if (const auto applied = m_simulation->apply(command); !applied)
            m_messages.add(Severity::Error, before, applied.error().message);
        if (m_simulation->now() != before) m_pacer.anchor(m_simulation->now(), host);
        if (!m_simulation->programEnded()) m_endNoted = false;
        if (m_simulation->now() != before) m_stopAsked.reset();
        if (std::holds_alternative<RunProgram>(command) || (wasStopped && !m_simulation->isStopped())) m_paused = false;
        if (!std::holds_alternative<StopProgram>(command)) return;
        m_stopAsked = host;
        if (m_paused) stepWhilePaused();
    }
}

void IntegrationThread::Runner::takeRecord()
{
    if (!m_simulation) return;
    if (auto record = m_simulation->record()) m_record = std::make_shared<const RunRecord>(std::move(*record));
    else m_messages.add(Severity::Error, m_simulation->now(), record.error().message);
}

// A replay that came to its end stands there.
void IntegrationThread::Runner::noteReplay()
{
    const ReplayState state = m_simulation->replayState();
    if (std::exchange(m_replay, state) != ReplayState::Running || state == ReplayState::Running) return;
    m_publishNow = true;
    if (state != ReplayState::TakenOver) m_paused = true;
}

// Pause does not keep a program from being stopped.
void IntegrationThread::Runner::stepWhilePaused()
{
    m_stretchEnd = HostClock::now() + patience;
    m_simulation->runUntil(m_simulation->now() + stopSteps, AtProgramEnd::Return);
    if (!m_simulation->programEnded()) {
        (void)m_simulation->apply(StopProgram{});
        m_simulation->runUntil(m_simulation->now() + stopSteps, AtProgramEnd::Return);
    }
    noteEnd();
}

// The grace a program is given to end by itself is virtual time, which may be long on the wall.
void IntegrationThread::Runner::insistOnStop()
{
    if (!m_stopAsked || HostClock::now() - *m_stopAsked < patience) return;
    m_stopAsked.reset();
    if (!m_simulation->programEnded()) (void)m_simulation->apply(StopProgram{});
}

// Runs to where virtual time should be now, in slices, for at most a stretch of wall time or until a command comes. (Not to where it
// should be when the slice is over: that would chase the wall clock without ever resting.)
void IntegrationThread::Runner::runStretch()
{
    const auto began = HostClock::now();
    auto host = began;
    m_stretchEnd = began + stretch;
    do {
        const time::VirtualTime now = m_simulation->now();
        const time::VirtualTime due = m_simulation->nextDue();
        time::VirtualTime goal = now + longestLeap;
        if (m_pacer.paced()) goal = m_pacer.target(began);
        else if (due == time::never) goal = now + Pacer::tick;         // nothing to hurry to: time goes by as outside
        if (goal <= now) break;
        m_simulation->runUntil(std::min(goal, std::max(now + m_slice, due)));
        noteEnd();
        noteReplay();
        if (noteStop() || m_paused) break;
        const auto before = std::exchange(host, HostClock::now());
        if (host - before > slowSlice) m_slice = std::max(m_slice / 4, shortestSlice);
        else if (host - before < slowSlice / 4) m_slice = std::min(m_slice * 2, longestSlice);
    } while (host - began < stretch && !m_commands.pending() && (m_pacer.paced() || m_simulation->nextDue() != time::never));
    m_pacer.ranUntil(m_simulation->now(), host);
}

// A program that stops at a line pauses the whole simulation.
bool IntegrationThread::Runner::noteStop()
{
    if (!m_simulation->isStopped()) return false;
    m_paused = true;
    m_publishNow = true;
    return true;
}

// As on a real board, a traceback appears on the console.
void IntegrationThread::Runner::noteEnd()
{
    const bool ended = m_simulation->programEnded();
    if (!ended) m_endNoted = false;
    if (m_endNoted || !ended) return;
    m_endNoted = true;
    if (const std::string text = m_simulation->exceptionText(); !text.empty()) {
        const bool told = !m_options.firmware && m_options.afterProgram == modules::AfterProgram::Repl && m_simulation->stopReason() != StopReason::HardFault;
        if (!told) m_console.write(text);
        m_messages.add(Severity::Error, m_simulation->now(), text);
    }
    publish(HostClock::now());
}

void IntegrationThread::Runner::publish(HostClock::time_point host)
{
    auto snapshot = std::make_shared<Snapshot>();
    m_console.settle();
    if (m_simulation) {
        *snapshot = m_simulation->snapshot(TaskDetail::Without);
        if (m_paused || host - m_tasksTaken >= taskInterval || m_simulation->programEnded()) {
            m_tasks = m_simulation->tasks();
            m_tasksTaken = host;
        }
        snapshot->tasks = m_tasks;
        const time::Duration cpu = m_simulation->cpuTime();
        if (snapshot->now < m_loadSince || cpu < m_cpuSince) {
            m_loadSince = time::powerOn;
            m_cpuSince = {};
        }
        if (snapshot->now - m_loadSince >= 100ms) {
            m_load = std::chrono::duration<double>(cpu - m_cpuSince) / (snapshot->now - m_loadSince);
            m_loadSince = snapshot->now;
            m_cpuSince = cpu;
        }
        snapshot->cpuLoad = m_load;
        snapshot->signals = m_signals->capture(*snapshot);
    }
    snapshot->record = m_record;
    snapshot->sequence = ++m_sequence;
    snapshot->paused = m_paused;
    snapshot->speed = m_pacer.speed();
    snapshot->realTimeFactor = m_paused ? 0 : m_pacer.realTimeFactor();
    snapshot->consoleDropped = m_console.dropped();
    snapshot->messages = m_messages.messages();
    m_published = host;
    m_publishNow = false;
    m_exchange.publish(std::move(snapshot));
}

IntegrationThread::IntegrationThread(board::BoardProfile profile, std::shared_ptr<const program::Program> program,
                                     IntegrationOptions options)
    : m_console(options.consoleCapacity)
{
    m_exchange.publish(std::make_shared<const Snapshot>());
    m_runner = std::make_unique<Runner>(*this, std::move(profile), std::move(program), std::move(options));
    m_thread = std::thread([runner = m_runner.get()] { runner->run(); });
}

IntegrationThread::~IntegrationThread()
{
    m_exchange.setListener(nullptr);
    m_commands.close();
    m_thread.join();
}

bool IntegrationThread::post(Command command) { return m_commands.push(std::move(command)); }

std::shared_ptr<const Snapshot> IntegrationThread::takeSnapshot() { return m_exchange.take(); }

std::shared_ptr<const Snapshot> IntegrationThread::snapshot() const { return m_exchange.latest(); }

void IntegrationThread::setListener(std::function<void()> listener) { m_exchange.setListener(std::move(listener)); }

ConsoleStream& IntegrationThread::console() { return m_console; }

}  // namespace coroboard::simulation
