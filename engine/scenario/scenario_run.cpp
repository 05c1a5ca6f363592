// SPDX-License-Identifier: MIT
#include "scenario/scenario_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/whole_file.h"
#include "program/program.h"
#include "scenario/board_probe.h"
#include "simulation/duration.h"
#include "simulation/portable_pixmap.h"

namespace coroboard::scenario {

namespace {

constexpr time::Duration look{1'000'000};
constexpr std::size_t mostHeard = std::size_t{1} << 20;
constexpr double close = 1e-6;

using simulation::StopReason;

ProgramEnd endOf(const simulation::Simulation& simulation)
{
    if (simulation.watchdogResets() > 0) return ProgramEnd::Watchdog;
    switch (simulation.stopReason()) {
    case StopReason::None: return ProgramEnd::Running;
    case StopReason::UncaughtException: return ProgramEnd::Exception;
    case StopReason::Stopped: return ProgramEnd::Stopped;
    case StopReason::HardFault: return ProgramEnd::Fault;
    case StopReason::WatchdogReset: return ProgramEnd::Watchdog;
    default: return ProgramEnd::Finished;
    }
}

const char* wordFor(ProgramEnd end)
{
    constexpr const char* words[] = {"running", "finished", "exception", "stopped", "fault", "watchdog"};
    return words[static_cast<int>(end)];
}

// Bytes as a message shows them.
std::string onOneLine(const std::string& bytes)
{
    std::string line;
    for (const char byte : bytes) {
        if (byte == '\n') line += "\\n";
        else if (byte == '\r') line += "\\r";
        else if (static_cast<unsigned char>(byte) < 0x20) line += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
        else line += byte;
    }
    return line;
}

std::string rangeText(const Range& range)
{
    if (range.minimum == range.maximum) return fmt::format("{}", range.minimum);
    return fmt::format("{} to {}", range.minimum, range.maximum);
}

}  // namespace

// What came of trying a step: it goes on, it is done, or it failed.
struct ScenarioRun::Verdict {
    enum class Kind { Waiting, Done, Failed } kind = Kind::Done;
    std::string why;

    static Verdict waiting() { return {Kind::Waiting, {}}; }
    static Verdict done() { return {}; }
    static Verdict failed(std::string why) { return {Kind::Failed, std::move(why)}; }
};

ScenarioRun::ScenarioRun(const Scenario& scenario, simulation::Simulation& simulation)
    : m_scenario(scenario), m_simulation(simulation), m_began(simulation.now())
{
}

void ScenarioRun::hear(std::string_view console)
{
    m_heard += console;
    if (m_heard.size() > 2 * mostHeard) m_heard.erase(0, m_heard.size() - mostHeard);
}

time::VirtualTime ScenarioRun::nextStop() const
{
    if (isOver()) return time::never;
    const auto& action = m_scenario.steps[m_results.size()].action;
    if (const auto* delay = std::get_if<Delay>(&action)) return m_began + delay->duration;
    const time::Duration now = m_simulation.now().time_since_epoch();
    return time::powerOn + (now / look + 1) * look;
}

void ScenarioRun::proceed()
{
    // On a board it would come out of the serial port.
    if (!m_tracebackHeard && m_simulation.programEnded()) {
        m_tracebackHeard = true;
        hear(m_simulation.exceptionText());
    }
    while (!isOver()) {
        const Step& step = m_scenario.steps[m_results.size()];
        const Verdict verdict = std::visit([this](const auto& action) { return perform(action); }, step.action);
        if (verdict.kind == Verdict::Kind::Waiting) return;
        m_results.push_back({m_began, m_simulation.now(), verdict.why});
        m_failed = verdict.kind == Verdict::Kind::Failed;
        m_began = m_simulation.now();
    }
}

void ScenarioRun::giveUp(const std::string& why)
{
    if (isOver()) return;
    m_results.push_back({m_began, m_simulation.now(), why});
    m_failed = true;
}

bool ScenarioRun::expectsEnd() const
{
    return std::any_of(m_scenario.steps.begin(), m_scenario.steps.end(), [](const Step& step) {
        const auto* expected = std::get_if<ExpectProgram>(&step.action);
        return expected && expected->state != ProgramEnd::Running;
    });
}

std::string ScenarioRun::failureText() const
{
    if (!m_failed) return {};
    const Step& step = m_scenario.steps[m_results.size() - 1];
    return fmt::format("{}:{}: {}: {} (at {})", m_scenario.file.string(), step.line, step.words, m_results.back().failure,
                       simulation::durationText(m_results.back().ended.time_since_epoch()));
}

ScenarioRun::Verdict ScenarioRun::perform(const Delay& step)
{
    return m_simulation.now() >= m_began + step.duration ? Verdict::done() : Verdict::waiting();
}

ScenarioRun::Verdict ScenarioRun::perform(const Act& step)
{
    const auto applied = m_simulation.apply(step.command);
    return applied ? Verdict::done() : Verdict::failed(applied.error().message);
}

ScenarioRun::Verdict ScenarioRun::perform(const WaitSerial& step)
{
    // Only there, however often somebody asks: what comes of it must not depend on the slices.
    if (m_simulation.now() != m_began && m_simulation.now().time_since_epoch() % look != time::Duration{}) return Verdict::waiting();
    if (take(step.text)) return Verdict::done();
    if (m_simulation.programState() != simulation::ProgramState::Running && m_simulation.programState() != simulation::ProgramState::Waiting)
        return Verdict::failed(fmt::format("the program has ended; {}", heardLately()));
    if (step.timeout && m_simulation.now() >= m_began + *step.timeout)
        return Verdict::failed(fmt::format("nothing of the kind within {}; {}", simulation::durationText(*step.timeout), heardLately()));
    if (m_simulation.nextDue() == time::never) return Verdict::failed(fmt::format("nothing will ever happen any more; {}", heardLately()));
    return Verdict::waiting();
}

ScenarioRun::Verdict ScenarioRun::perform(const ExpectSerial& step)
{
    return take(step.text) ? Verdict::done() : Verdict::failed(heardLately());
}

ScenarioRun::Verdict ScenarioRun::perform(const ExpectPin& step)
{
    const peripherals::Wire* wire = findWire(m_simulation.board(), step);
    if (!wire) return Verdict::failed("there is no such pin");
    return wire->level() == step.level ? Verdict::done() : Verdict::failed(fmt::format("it is {}", wire->level() ? 1 : 0));
}

ScenarioRun::Verdict ScenarioRun::perform(const ExpectPart& step)
{
    const parts::Part* part = m_simulation.board().part(step.part);
    if (!part) return Verdict::failed("there is no such part");
    const parts::PartView view = part->view();
    for (const auto& [name, range] : step.values) {
        const double value = view.value(name);
        if (value < range.minimum - close || value > range.maximum + close)
            return Verdict::failed(fmt::format("{} is {:.6g}, not {}", name, value, rangeText(range)));
    }
    if (step.text && view.text.find(*step.text) == std::string::npos) return Verdict::failed(fmt::format("it shows \"{}\"", view.text));
    return Verdict::done();
}

ScenarioRun::Verdict ScenarioRun::perform(const ExpectProgram& step)
{
    const ProgramEnd is = endOf(m_simulation);
    return is == step.state ? Verdict::done() : Verdict::failed(fmt::format("it is {}", wordFor(is)));
}

ScenarioRun::Verdict ScenarioRun::perform(const TakeScreenshot& step)
{
    const parts::Part* part = m_simulation.board().part(step.part);
    const auto pixels = part ? part->view().pixels : nullptr;
    if (!pixels) return Verdict::failed("it has no pixels");
    const std::string picture = simulation::portablePixmap(*pixels);
    if (!step.saveTo.empty())
        if (const auto saved = program::saveText(step.saveTo, picture); !saved) return Verdict::failed(saved.error().message);
    if (step.compareWith.empty()) return Verdict::done();
    const auto expected = readWholeFile(step.compareWith);
    if (!expected) return Verdict::failed(expected.error().message);
    return *expected == picture ? Verdict::done() : Verdict::failed(fmt::format("it does not look like {}", step.compareWith.string()));
}

// What comes after the text stays for the next step.
bool ScenarioRun::take(const std::string& text)
{
    const std::size_t at = m_heard.find(text);
    if (at == std::string::npos) return false;
    m_heard.erase(0, at + text.size());
    return true;
}

std::string ScenarioRun::heardLately() const
{
    constexpr std::size_t shown = 200;
    if (m_heard.empty()) return "nothing was printed";
    const bool cut = m_heard.size() > shown;
    std::size_t from = cut ? m_heard.size() - shown : 0;
    while (from < m_heard.size() && (static_cast<unsigned char>(m_heard[from]) & 0xC0) == 0x80) ++from;    // not inside a character
    const std::string lately = m_heard.substr(from);
    return fmt::format("printed was: {}{}", cut ? "… " : "", onOneLine(lately));
}

}  // namespace coroboard::scenario
