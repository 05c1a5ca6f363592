// SPDX-License-Identifier: MIT
#include <chrono>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scenario/scenario_run.h"

namespace coroboard::scenario {

namespace {

// Bytes that are not UTF-8 become U+FFFD.
std::string utf8(const std::string& bytes)
{
    using nlohmann::json;
    return json::parse(json(bytes).dump(-1, ' ', false, json::error_handler_t::replace)).get<std::string>();
}

// For an attribute or a text; characters that XML does not have become '?'.
std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : utf8(text)) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        case '\n': safe += "&#10;"; break;
        case '\t': safe += "&#9;"; break;
        default: safe += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
        }
    }
    return safe;
}

double seconds(time::Duration duration) { return std::chrono::duration<double>(duration).count(); }

}  // namespace

std::string junitReport(const ScenarioRun& run)
{
    const auto& steps = run.scenario().steps;
    const auto& results = run.results();
    const std::string suite = escaped(run.scenario().name);
    const double total = results.empty() ? 0 : seconds(results.back().ended - results.front().began);
    std::string xml = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                  "<testsuites>\n  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"{:.9f}\">\n",
                                  suite, steps.size(), run.hasFailed() ? 1 : 0, steps.size() - results.size(), total);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", suite, escaped(steps[i].words),
                                             escaped(run.scenario().file.string()), steps[i].line);
        if (i >= results.size()) xml += head + " time=\"0\"><skipped/></testcase>\n";
        else if (const StepResult& result = results[i]; result.failure.empty())
            xml += head + fmt::format(" time=\"{:.9f}\"/>\n", seconds(result.ended - result.began));
        else
            xml += head + fmt::format(" time=\"{:.9f}\">\n      <failure message=\"{}\"/>\n    </testcase>\n", seconds(result.ended - result.began),
                                      escaped(result.failure));
    }
    return xml + "  </testsuite>\n</testsuites>\n";
}

}  // namespace coroboard::scenario
