// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "base/whole_file.h"
#include "scenario/scenario.h"
#include "simulation/duration.h"
#include "simulation/fault_text.h"
#include "simulation/stimulus_text.h"
#include "simulation/suggestion.h"

namespace coroboard::scenario {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largestScenario = 1 << 20;

// Something wrong at a place of the file; becomes an Error at the door.
struct Wrong {
    YAML::Mark mark;
    std::string text;
};

[[noreturn]] void reject(const YAML::Node& node, const std::string& text) { throw Wrong{node.Mark(), text}; }

std::string textOf(const YAML::Node& node)
{
    if (!node.IsScalar()) reject(node, "a text is allowed here");
    return node.Scalar();
}

double numberOf(const YAML::Node& node)
{
    double number = 0;
    if (node.IsScalar() && (node.Scalar() == "true" || node.Scalar() == "false")) return node.Scalar() == "true";
    if (!node.IsScalar() || !YAML::convert<double>::decode(node, number) || !std::isfinite(number)) reject(node, "a number is allowed here");
    return number;
}

template <class T> T valid(const YAML::Node& node, Result<T> result)
{
    if (!result) reject(node, result.error().message);
    return std::move(*result);
}

// A mapping of which every key must be asked for.
class Mapping {
public:
    explicit Mapping(const YAML::Node& node) : m_node(node)
    {
        if (!node.IsMap()) reject(node, "a mapping of names and values is allowed here");
        std::set<std::string> keys;
        for (const auto& entry : node)
            if (!keys.insert(entry.first.Scalar()).second) reject(entry.first, fmt::format("{} stands here twice", entry.first.Scalar()));
    }
    YAML::Node at(const char* key)
    {
        const YAML::Node found = find(key);
        if (!found) reject(m_node, fmt::format("{} is missing", key));
        return found;
    }
    YAML::Node find(const char* key)
    {
        m_known.emplace_back(key);
        return m_node[key];
    }
    void finish() const
    {
        for (const auto& entry : m_node)
            if (std::find(m_known.begin(), m_known.end(), entry.first.Scalar()) == m_known.end())
                reject(entry.first, simulation::unknownName("key", entry.first.Scalar(), m_known));
    }

private:
    YAML::Node m_node;
    std::vector<std::string> m_known;
};

using Action = decltype(Step::action);

std::string searchedText(const YAML::Node& node)
{
    if (textOf(node).empty()) reject(node, "a text to look for is allowed here, not an empty one");
    return textOf(node);
}

enum class Repair { No, Yes };

simulation::Command faultCommand(const YAML::Node& node, Repair repair)
{
    if (textOf(node).find('@') != std::string::npos) reject(node, "no time goes here: steps come one after the other, with delay between them");
    const board::Fault fault = valid(node, simulation::parseFault(textOf(node)));
    if (repair == Repair::Yes) return simulation::ClearFault{fault};
    return simulation::SetFault{fault};
}

Action readDelay(const YAML::Node& node) { return Delay{valid(node, simulation::parseDuration(textOf(node)))}; }

Action readSetControl(const YAML::Node& node)
{
    Mapping map(node);
    simulation::SetControl set{textOf(map.at("part-id")), textOf(map.at("control")), numberOf(map.at("value"))};
    map.finish();
    return Act{std::move(set)};
}

Action readStimulus(const YAML::Node& node)
{
    auto parsed = valid(node, simulation::parseTargetedStimulus(textOf(node)));
    return Act{simulation::SetStimulus{std::move(parsed.target), std::move(parsed.stimulus)}};
}

Action readWriteSerial(const YAML::Node& node)
{
    if (node.IsScalar()) return Act{simulation::ConsoleInput{node.Scalar()}};
    if (!node.IsSequence()) reject(node, "a text or a list of bytes is allowed here");
    std::string bytes;
    for (const YAML::Node& item : node) {
        const double value = numberOf(item);
        if (!(value >= 0 && value <= 255) || value != static_cast<int>(value)) reject(item, "a byte from 0 to 255 is allowed here");
        bytes += static_cast<char>(static_cast<int>(value));
    }
    return Act{simulation::ConsoleInput{bytes}};
}

Action readWaitSerial(const YAML::Node& node)
{
    if (node.IsScalar()) return WaitSerial{searchedText(node), {}};
    Mapping map(node);
    WaitSerial wait{searchedText(map.at("text")), {}};
    if (const YAML::Node timeout = map.find("timeout")) wait.timeout = valid(timeout, simulation::parseDuration(textOf(timeout)));
    map.finish();
    return wait;
}

Action readExpectPin(const YAML::Node& node)
{
    Mapping map(node);
    ExpectPin expected;
    if (const YAML::Node part = map.find("part-id")) expected.part = textOf(part);
    const YAML::Node name = map.find("name");
    expected.pin = textOf(name ? name : map.at("pin"));
    const YAML::Node value = map.at("value");
    const double level = numberOf(value);
    if (level != 0 && level != 1) reject(value, "0 or 1 is allowed here");
    expected.level = level == 1;
    map.find("pin");
    map.finish();
    return expected;
}

Range rangeOf(const YAML::Node& node)
{
    if (node.IsScalar()) return {numberOf(node), numberOf(node)};
    Mapping map(node);
    const YAML::Node minimum = map.find("min");
    const YAML::Node maximum = map.find("max");
    map.finish();
    if (!minimum && !maximum) reject(node, "write min, max, or both");
    const double endless = std::numeric_limits<double>::infinity();
    const Range range{minimum ? numberOf(minimum) : -endless, maximum ? numberOf(maximum) : endless};
    if (!(range.minimum <= range.maximum)) reject(node, "min is greater than max");
    return range;
}

Action readExpectPart(const YAML::Node& node)
{
    Mapping map(node);
    ExpectPart expected{textOf(map.at("part-id")), {}, {}};
    for (const auto& entry : node) {
        const std::string key = entry.first.Scalar();
        if (key == "part-id") continue;
        if (key == "text") expected.text = textOf(entry.second);
        else expected.values.emplace_back(key, rangeOf(entry.second));
    }
    if (!expected.text && expected.values.empty()) reject(node, "nothing is expected: write text, or one of the part's values");
    return expected;
}

Action readExpectProgram(const YAML::Node& node)
{
    const std::map<std::string, ProgramEnd> states = {{"running", ProgramEnd::Running}, {"finished", ProgramEnd::Finished},
                                                      {"exception", ProgramEnd::Exception}, {"stopped", ProgramEnd::Stopped},
                                                      {"fault", ProgramEnd::Fault}, {"watchdog", ProgramEnd::Watchdog}};
    const auto found = states.find(textOf(node));
    if (found != states.end()) return ExpectProgram{found->second};
    std::vector<std::string> names;
    for (const auto& [name, state] : states) names.push_back(name);
    reject(node, simulation::unknownName("state", textOf(node), names));
}

Action readScreenshot(const YAML::Node& node, const fs::path& folder)
{
    Mapping map(node);
    TakeScreenshot shot{textOf(map.at("part-id")), {}, {}};
    const auto path = [&](const char* key) {
        const YAML::Node file = map.find(key);
        if (!file) return fs::path();
        if (fs::path(textOf(file)).extension() != ".ppm") reject(file, "a .ppm file is allowed here");
        return folder / textOf(file);
    };
    shot.saveTo = path("save-to");
    shot.compareWith = path("compare-with");
    map.finish();
    if (shot.saveTo.empty() && shot.compareWith.empty()) reject(node, "write save-to, compare-with, or both");
    return shot;
}

using Reader = std::function<Action(const YAML::Node&)>;

std::map<std::string, Reader> readersFor(const fs::path& folder)
{
    using namespace simulation;
    return {
        {"delay", readDelay},
        {"set-control", readSetControl},
        {"set-stimulus", readStimulus},
        {"gesture", [](const YAML::Node& node) { return Act{PerformGesture{valid(node, parseGesture(textOf(node)))}}; }},
        {"clear-stimulus", [](const YAML::Node& node) { return Act{ClearStimulus{searchedText(node)}}; }},
        {"set-fault", [](const YAML::Node& node) { return Act{faultCommand(node, Repair::No)}; }},
        {"clear-fault", [](const YAML::Node& node) { return Act{faultCommand(node, Repair::Yes)}; }},
        {"write-serial", readWriteSerial},
        {"wait-serial", readWaitSerial},
        {"expect-serial", [](const YAML::Node& node) { return ExpectSerial{searchedText(node)}; }},
        {"expect-pin", readExpectPin},
        {"expect-part", readExpectPart},
        {"expect-program", readExpectProgram},
        {"take-screenshot", [folder](const YAML::Node& node) { return readScreenshot(node, folder); }},
    };
}

// One line of the step as the file has it.
std::string wordsOf(const std::string& kind, const YAML::Node& node)
{
    YAML::Emitter emitter;
    emitter << YAML::Flow << node;
    std::string words = fmt::format("{}: {}", kind, emitter.c_str());
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
}

Step readStep(const YAML::Node& node, const std::map<std::string, Reader>& readers)
{
    if (!node.IsMap() || node.size() != 1) reject(node, "a step is one name with its value, as in: delay: 500ms");
    const YAML::Node key = node.begin()->first;
    const YAML::Node value = node.begin()->second;
    const auto reader = readers.find(key.Scalar());
    if (reader == readers.end()) {
        std::vector<std::string> names;
        for (const auto& [name, read] : readers) names.push_back(name);
        reject(key, simulation::unknownName("step", key.Scalar(), names));
    }
    return {wordsOf(key.Scalar(), value), node.Mark().line + 1, reader->second(value)};
}

Scenario readScenario(const YAML::Node& root, const fs::path& file)
{
    if (!root.IsMap()) throw Wrong{YAML::Mark(), "a scenario is a mapping with steps: and, if you like, name, version and author"};
    Mapping map(root);
    Scenario scenario{file.stem().string(), file, {}};
    if (const YAML::Node name = map.find("name")) scenario.name = textOf(name);
    if (const YAML::Node version = map.find("version"); version && numberOf(version) != 1) reject(version, "version 1 is allowed here");
    map.find("author");
    const YAML::Node steps = map.at("steps");
    if (!steps.IsSequence() || steps.size() == 0) reject(steps, "a list of steps is allowed here");
    map.finish();
    const auto readers = readersFor(file.parent_path());
    for (const YAML::Node& step : steps) scenario.steps.push_back(readStep(step, readers));
    return scenario;
}

}  // namespace

Result<Scenario> parseScenario(const std::string& yaml, const fs::path& file)
{
    const auto complain = [&](const YAML::Mark& mark, const std::string& text) {
        const YAML::Mark place = mark.is_null() ? YAML::Mark() : mark;
        return failure(fmt::format("{}:{}:{}: {}", file.string(), place.line + 1, place.column + 1, text));
    };
    try {
        return readScenario(YAML::Load(yaml), file);
    } catch (const Wrong& wrong) {
        return complain(wrong.mark, wrong.text);
    } catch (const YAML::Exception& wrong) {
        return complain(wrong.mark, wrong.msg);
    }
}

Result<Scenario> loadScenario(const fs::path& file)
{
    const auto text = readWholeFile(file, largestScenario, "a scenario");
    if (!text) return tl::unexpected(text.error());
    return parseScenario(*text, file);
}

}  // namespace coroboard::scenario
