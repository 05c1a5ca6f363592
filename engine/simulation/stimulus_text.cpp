// SPDX-License-Identifier: MIT
#include "simulation/stimulus_text.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "simulation/duration.h"
#include "simulation/suggestion.h"

namespace coroboard::simulation {

namespace {

using environment::Reference;
using environment::Shape;
using environment::Stimulus;

std::vector<std::string_view> pieces(std::string_view text)
{
    std::vector<std::string_view> found;
    for (std::size_t begin = 0;;) {
        const std::size_t colon = std::min(text.find(':', begin), text.size());
        found.push_back(text.substr(begin, colon - begin));
        if (colon == text.size())
            return found;
        begin = colon + 1;
    }
}

std::string usage(Shape shape)
{
    const auto name = environment::shapeName(shape);
    switch (shape) {
    case Shape::Constant:
        return fmt::format("{}:VALUE", name);
    case Shape::Step:
        return fmt::format("{}:FROM:TO:AFTER", name);
    case Shape::Ramp:
        return fmt::format("{}:FROM:TO:DURATION", name);
    case Shape::RandomWalk:
        return fmt::format("{}:FROM:TO:TIME-OF-A-STEP", name);
    case Shape::Recorded:
        return fmt::format("{}:TIME=VALUE:TIME=VALUE…", name);
    default:
        return fmt::format("{}:FROM:TO:PERIOD", name);
    }
}

Result<double> parseNumber(std::string_view text)
{
    double number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || rest != text.data() + text.size() || !std::isfinite(number))
        return failure(fmt::format("'{}' is not a number", text));
    return number;
}

// Options may stand behind every shape; what is none of them is left.
Result<bool> takeOption(std::string_view piece, Stimulus& stimulus)
{
    if (piece == "relative") {
        stimulus.reference = Reference::Present;
        return true;
    }
    if (piece.substr(0, 6) == "noise=") {
        const auto noise = parseNumber(piece.substr(6));
        if (!noise)
            return tl::unexpected(noise.error());
        stimulus.noise = *noise;
        return true;
    }
    if (piece.substr(0, 4) == "for=") {
        const auto lasts = parseDuration(piece.substr(4));
        if (!lasts)
            return tl::unexpected(lasts.error());
        stimulus.lasts = *lasts;
        return true;
    }
    return false;
}

Result<void> takeTrack(const std::vector<std::string_view>& points, Stimulus& stimulus)
{
    environment::Track track;
    for (const auto point : points) {
        const std::size_t equals = point.find('=');
        if (equals == std::string_view::npos)
            return failure(fmt::format("'{}' is not TIME=VALUE", point));
        const auto when = parseDuration(point.substr(0, equals));
        const auto value = parseNumber(point.substr(equals + 1));
        if (!when || !value)
            return tl::unexpected(when ? value.error() : when.error());
        if (!track.empty() && *when <= track.back().when)
            return failure(fmt::format("'{}' is not later than the point before", point));
        track.push_back({*when, *value});
    }
    if (track.empty())
        return failure("there is no point");
    stimulus.track = std::make_shared<const environment::Track>(std::move(track));
    return {};
}

Result<void> takeValues(const std::vector<std::string_view>& words, Stimulus& stimulus)
{
    if (stimulus.shape == Shape::Recorded)
        return takeTrack(words, stimulus);
    const bool constant = stimulus.shape == Shape::Constant;
    if (words.size() != (constant ? 1 : 3))
        return failure(
            fmt::format("{} values are too {}", words.size(), words.size() < (constant ? 1 : 3) ? "few" : "many"));
    const auto from = parseNumber(words[0]);
    const auto to = constant ? from : parseNumber(words[1]);
    if (!from || !to)
        return tl::unexpected(from ? to.error() : from.error());
    stimulus.from = *from;
    stimulus.to = *to;
    if (constant)
        return {};
    const auto period = parseDuration(words[2]);
    if (!period)
        return tl::unexpected(period.error());
    stimulus.period = *period;
    return {};
}

// In the largest unit that says it exactly.
std::string exactText(time::Duration duration)
{
    const auto count = duration.count();
    if (count % 1'000'000'000 == 0)
        return fmt::format("{}s", count / 1'000'000'000);
    if (count % 1'000'000 == 0)
        return fmt::format("{}ms", count / 1'000'000);
    return count % 1000 == 0 ? fmt::format("{}us", count / 1000) : fmt::format("{}ns", count);
}

std::optional<Shape> shapeCalled(std::string_view name)
{
    for (const Shape shape : environment::shapes())
        if (environment::shapeName(shape) == name)
            return shape;
    return std::nullopt;
}

}  // namespace

Result<Stimulus> parseStimulus(std::string_view text)
{
    auto words = pieces(text);
    const auto shape = shapeCalled(words.front());
    if (!shape) {
        std::vector<std::string> names;
        for (const Shape each : environment::shapes())
            names.emplace_back(environment::shapeName(each));
        return failure(unknownName("stimulus", words.front(), names));
    }
    Stimulus stimulus{.shape = *shape};
    const auto wrong = [&](const Error& why) {
        return failure(fmt::format("'{}': {}; write {}, and behind it noise=N, for=DURATION or relative", text,
                                   why.message, usage(*shape)));
    };
    std::vector<std::string_view> values;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto taken = takeOption(words[i], stimulus);
        if (!taken)
            return wrong(taken.error());
        if (!*taken)
            values.push_back(words[i]);
    }
    if (const auto taken = takeValues(values, stimulus); !taken)
        return wrong(taken.error());
    return stimulus;
}

Result<TargetedStimulus> parseTargetedStimulus(std::string_view text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return failure(fmt::format(
            "'{}' does not say what moves: write QUANTITY=STIMULUS, for example temperature=sine:15:30:10s", text));
    auto stimulus = parseStimulus(text.substr(equals + 1));
    if (!stimulus)
        return tl::unexpected(stimulus.error());
    return TargetedStimulus{std::string(text.substr(0, equals)), std::move(*stimulus)};
}

std::string stimulusText(const Stimulus& stimulus)
{
    std::string text(environment::shapeName(stimulus.shape));
    if (stimulus.shape == Shape::Constant) {
        text += fmt::format(":{}", stimulus.to);
    } else if (stimulus.shape == Shape::Recorded) {
        for (const auto& point : *stimulus.track)
            text += fmt::format(":{}={}", exactText(point.when), point.value);
    } else {
        text += fmt::format(":{}:{}:{}", stimulus.from, stimulus.to, exactText(stimulus.period));
    }
    if (stimulus.noise != 0)
        text += fmt::format(":noise={}", stimulus.noise);
    if (stimulus.lasts.count() != 0)
        text += ":for=" + exactText(stimulus.lasts);
    if (stimulus.reference == Reference::Present)
        text += ":relative";
    return text;
}

Result<environment::Gesture> parseGesture(std::string_view name)
{
    std::vector<std::string> names;
    for (const auto gesture : environment::gestures()) {
        names.emplace_back(environment::gestureName(gesture));
        if (names.back() == name)
            return gesture;
    }
    return failure(unknownName("gesture", name, names));
}

}  // namespace coroboard::simulation
