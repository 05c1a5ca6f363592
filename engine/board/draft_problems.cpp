// SPDX-License-Identifier: MIT
// What the profile's checker says, brought to the parts and pins it is about.

#include <algorithm>

#include "board/board_draft.h"
#include "board/profile_reading.h"

namespace coroboard::board {

namespace {

struct Place {
    std::string part;
    std::string pin;
};

// "/parts/3/wires/anode" → the part's id and "anode".
Place placeOf(const std::string& pointer, const BoardProfile& profile)
{
    constexpr std::string_view parts = "/parts/";
    constexpr std::string_view wires = "/wires/";
    if (pointer.compare(0, parts.size(), parts) != 0)
        return {};
    const std::size_t end = std::min(pointer.find('/', parts.size()), pointer.size());
    const auto index = static_cast<std::size_t>(std::stoul(pointer.substr(parts.size(), end - parts.size())));
    if (index >= profile.parts.size())
        return {};
    Place place{profile.parts[index].id, ""};
    if (pointer.compare(end, wires.size(), wires) == 0)
        place.pin = pointer.substr(end + wires.size());
    return place;
}

std::string nameOf(const Place& place) { return place.pin.empty() ? place.part : place.part + "." + place.pin; }

std::string withName(std::string text, const std::string& pointer, const std::string& name)
{
    if (const auto at = text.find(pointer); !pointer.empty() && at != std::string::npos)
        text.replace(at, pointer.size(), name);
    return text;
}

}  // namespace

void BoardDraft::findProblems(const ProfileReading& reading)
{
    auto problems = std::make_shared<std::vector<DraftProblem>>();
    for (const JsonProblem& problem : reading.problems) {
        Place place = placeOf(problem.pointer, reading.profile);
        const PartProfile* part = reading.profile.part(place.part);
        if (part && place.pin.empty() && part->wires.count(problem.missing))
            place.pin = problem.missing;
        const Place other = placeOf(problem.other, reading.profile);
        problems->push_back({place.part, place.pin, withName(problem.text, problem.other, nameOf(other))});
        if (!other.part.empty())
            problems->push_back({other.part, other.pin, withName(problem.text, problem.other, nameOf(place))});
    }
    m_problems = std::move(problems);
}

}  // namespace coroboard::board
