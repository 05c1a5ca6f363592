// SPDX-License-Identifier: MIT
#include "board/faults.h"

#include <algorithm>

#include <fmt/format.h>

#include "board/board.h"
#include "board/part_reader.h"
#include "board/spelling.h"

namespace coroboard::board {

namespace {

constexpr double stuckOhms = 1;

bool isOfWire(FaultKind kind)
{
    return kind == FaultKind::StuckLow || kind == FaultKind::StuckHigh || kind == FaultKind::BusNoise;
}

std::string partOf(const Fault& fault)
{
    return fault.kind == FaultKind::WireCut ? fault.place.substr(0, fault.place.rfind('.')) : fault.place;
}

}  // namespace

std::string_view faultName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::WireCut:
        return "wire-cut";
    case FaultKind::PartAbsent:
        return "part-absent";
    case FaultKind::SensorFrozen:
        return "sensor-frozen";
    case FaultKind::StuckLow:
        return "stuck-low";
    case FaultKind::StuckHigh:
        return "stuck-high";
    case FaultKind::BusNoise:
        return "bus-noise";
    case FaultKind::BrownOut:
        return "brown-out";
    }
    return "";
}

const std::vector<FaultKind>& faultKinds()
{
    static const std::vector<FaultKind> all = {FaultKind::WireCut,  FaultKind::PartAbsent, FaultKind::SensorFrozen,
                                               FaultKind::StuckLow, FaultKind::StuckHigh,  FaultKind::BusNoise,
                                               FaultKind::BrownOut};
    return all;
}

Faults::HeldWire::~HeldWire()
{
    if (wire)
        wire->disturb(nullptr);
}

Faults::Faults(Board& board, Random random) : m_board(board), m_random(random) {}

Faults::~Faults() = default;

Result<void> Faults::check(const Fault& fault) const
{
    switch (fault.kind) {
    case FaultKind::WireCut:
        return checkPin(fault.place);
    case FaultKind::PartAbsent:
    case FaultKind::SensorFrozen:
        return checkPart(fault.place);
    case FaultKind::BusNoise:
        if (!(fault.oneIn >= 1) || fault.oneIn > 1e12)
            return failure(fmt::format("bus noise on {}: one bit in {} cannot flip: 1 to 1e12 is allowed", fault.place,
                                       fault.oneIn));
        return checkWire(fault.place);
    case FaultKind::StuckLow:
    case FaultKind::StuckHigh:
        return checkWire(fault.place);
    case FaultKind::BrownOut:
        return {};
    }
    return {};
}

Result<void> Faults::checkPart(const std::string& id) const
{
    if (m_board.part(id))
        return {};
    std::vector<std::string> known;
    for (const auto& part : m_board.parts())
        known.push_back(part->id());
    return failure(fmt::format("no part \"{}\" on this board: it has {}{}", id, listed(known), guess(id, known)));
}

Result<void> Faults::checkPin(const std::string& place) const
{
    const std::size_t dot = place.rfind('.');
    if (dot == std::string::npos)
        return failure(fmt::format("\"{}\" is no pin of a part: write PART.PIN", place));
    if (auto part = checkPart(place.substr(0, dot)); !part)
        return part;
    std::vector<std::string> known;
    for (const auto& pin : m_board.part(place.substr(0, dot))->description().pins)
        known.push_back(pin.id);
    if (std::find(known.begin(), known.end(), place.substr(dot + 1)) != known.end())
        return {};
    return failure(fmt::format("{} has no pin \"{}\": it has {}{}", place.substr(0, dot), place.substr(dot + 1),
                               listed(known), guess(place.substr(dot + 1), known)));
}

Result<void> Faults::checkWire(const std::string& name) const
{
    if (isRail(name))
        return failure(
            fmt::format("{} is a supply: it is not stuck or noisy; a brown-out is what happens to supplies", name));
    if (m_board.wire(name))
        return {};
    std::vector<std::string> known;
    for (const auto& pin : m_board.profile().pins)
        known.push_back(pin.name);
    known.insert(known.end(), m_board.profile().nets.begin(), m_board.profile().nets.end());
    return failure(fmt::format("no wire \"{}\" on this board: it has {}{}", name, listed(known), guess(name, known)));
}

bool Faults::has(FaultKind kind, std::string_view place) const
{
    return std::any_of(m_faults.begin(), m_faults.end(),
                       [&](const Fault& each) { return each.kind == kind && each.place == place; });
}

void Faults::set(const Fault& fault)
{
    if (fault.kind == FaultKind::BrownOut || has(fault.kind, fault.place))
        return;
    m_faults.push_back(fault);
    apply(fault);
}

void Faults::clear(const Fault& fault)
{
    const auto count = std::erase_if(
        m_faults, [&](const Fault& each) { return each.kind == fault.kind && each.place == fault.place; });
    if (count > 0)
        apply(fault);
}

void Faults::clearAll()
{
    while (!m_faults.empty())
        clear(Fault(m_faults.back()));
}

// Makes the place be as the faults say it is.
void Faults::apply(const Fault& fault)
{
    if (isOfWire(fault.kind))
        return hold(fault.place);
    if (fault.kind == FaultKind::SensorFrozen)
        return m_board.freeze(fault.place,
                              has(FaultKind::SensorFrozen, fault.place) ? Freezing::Frozen : Freezing::Alive);
    m_board.remakePart(partOf(fault));
}

void Faults::hold(const std::string& name)
{
    m_held.erase(name);
    peripherals::Wire* wire = m_board.wire(name);
    for (const Fault& fault : m_faults) {
        if (!isOfWire(fault.kind) || fault.place != name)
            continue;
        m_held.erase(name);  // the fault that happened last is the one that is felt
        auto held = std::make_unique<HeldWire>();
        held->wire = wire;
        if (fault.kind == FaultKind::BusNoise) {
            held->interference = std::make_unique<peripherals::BitNoise>(m_random.stream(name), fault.oneIn);
        } else {
            const bool high = fault.kind == FaultKind::StuckHigh;
            held->driver = std::make_unique<peripherals::WireDriver>(*wire);
            held->driver->drive(high ? wire->supplyMillivolts() : 0, stuckOhms);
            held->interference = std::make_unique<peripherals::StuckLine>(high);
        }
        wire->disturb(held->interference.get());
        m_held[name] = std::move(held);
    }
}

}  // namespace coroboard::board
