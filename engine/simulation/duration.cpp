// SPDX-License-Identifier: MIT
#include "simulation/duration.h"

#include <charconv>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace coroboard::simulation {

namespace {

struct Unit {
    std::string_view name;
    double nanoseconds;
};

constexpr Unit units[] = {{"ns", 1},     {"us", 1e3},    {"µs", 1e3},   {"ms", 1e6},     {"s", 1e9},
                          {"m", 60e9},   {"min", 60e9},  {"h", 3600e9}, {"d", 86400e9}};
constexpr double longest = 100.0 * 365 * 86400e9;

tl::unexpected<Error> notADuration(std::string_view text, std::string_view why)
{
    return failure(fmt::format("'{}' is not a duration: {}; write a number and a unit (ns, us, ms, s, m, h, d), for example 500ms",
                               text, why));
}

}  // namespace

Result<time::Duration> parseDuration(std::string_view text)
{
    if (text.empty()) return notADuration(text, "it is empty");
    double number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc{} || !std::isfinite(number)) return notADuration(text, "it does not start with a number");
    if (std::signbit(number)) return notADuration(text, "it is negative");
    const std::string_view name(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    if (name.empty() && number == 0) return time::Duration{0};
    if (name.empty()) return notADuration(text, "the unit is missing");
    for (const Unit& unit : units) {
        if (unit.name != name) continue;
        const double nanoseconds = number * unit.nanoseconds;
        if (nanoseconds > longest) return notADuration(text, "it is longer than 100 years");
        return time::Duration{std::llround(nanoseconds)};
    }
    return notADuration(text, fmt::format("the unit '{}' is unknown", name));
}

std::string durationText(time::Duration duration)
{
    const double seconds = std::chrono::duration<double>(duration).count();
    if (seconds < 1e-3) return fmt::format("{:.3f} us", seconds * 1e6);
    if (seconds < 1) return fmt::format("{:.3f} ms", seconds * 1e3);
    if (seconds < 60) return fmt::format("{:.3f} s", seconds);
    const auto minutes = static_cast<std::int64_t>(seconds / 60);
    const double rest = seconds - static_cast<double>(minutes) * 60;
    if (minutes < 60) return fmt::format("{} min {:06.3f} s", minutes, rest);
    return fmt::format("{} h {:02} min {:06.3f} s", minutes / 60, minutes % 60, rest);
}

}  // namespace coroboard::simulation
