// SPDX-License-Identifier: MIT
#include "simulation/fault_text.h"

#include <charconv>
#include <vector>

#include <fmt/format.h>

#include "simulation/suggestion.h"

namespace coroboard::simulation {

using board::Fault;
using board::FaultKind;

Result<Fault> parseFault(std::string_view text)
{
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view name = text.substr(0, colon);
    std::string_view place = text.substr(std::min(colon + 1, text.size()));
    std::vector<std::string> names;
    for (const FaultKind kind : board::faultKinds()) {
        names.emplace_back(board::faultName(kind));
        if (names.back() != name)
            continue;
        Fault fault{kind, ""};
        if (place.empty() != (kind == FaultKind::BrownOut))
            return failure(kind == FaultKind::BrownOut
                               ? fmt::format("'{}': a brown-out has no place", text)
                               : fmt::format("'{}' does not say where: write {}:PLACE", text, name));
        if (const std::size_t second = place.find(':');
            kind == FaultKind::BusNoise && second != std::string_view::npos) {
            const std::string_view number = place.substr(second + 1);
            const auto [rest, error] = std::from_chars(number.data(), number.data() + number.size(), fault.oneIn);
            if (error != std::errc{} || rest != number.data() + number.size())
                return failure(fmt::format("'{}': '{}' is not a number", text, number));
            place = place.substr(0, second);
        }
        fault.place = place;
        return fault;
    }
    return failure(unknownName("fault", name, names));
}

std::string faultText(const Fault& fault)
{
    std::string text(board::faultName(fault.kind));
    if (!fault.place.empty())
        text += ":" + fault.place;
    if (fault.kind == FaultKind::BusNoise)
        text += fmt::format(":{}", fault.oneIn);
    return text;
}

}  // namespace coroboard::simulation
