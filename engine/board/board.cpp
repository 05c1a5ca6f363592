// SPDX-License-Identifier: MIT
#include "board/board.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/ensure.h"
#include "board/part_reader.h"
#include "board/spelling.h"
#include "parts/part_model.h"

namespace coroboard::board {

namespace {

constexpr double railOhms = 0.05;

peripherals::ChipSettings settingsOf(const ChipProfile& chip)
{
    peripherals::ChipSettings settings;
    settings.clockHz = chip.clockHz;
    settings.electrics.supplyMillivolts = chip.supplyMillivolts;
    settings.adc = {chip.adcBits, chip.supplyMillivolts, chip.adcNoise,
                    time::Duration{static_cast<std::int64_t>(chip.adcMicroseconds * 1000)}};
    settings.pwm.clockHz = chip.clockHz;
    // ESP32 technical reference 14.3: the LED PWM timers divide 80 MHz by up to 1024 and count to 2^20; ours count to 2^16.
    if (chip.platform == "esp32")
        settings.pwm = {80'000'000, 1024 * 16};
    return settings;
}

peripherals::PinSettings settingsOf(const PinProfile& pin)
{
    const auto can = [&](const char* function) {
        return std::find(pin.functions.begin(), pin.functions.end(), function) != pin.functions.end();
    };
    peripherals::PinSettings settings;
    settings.name = pin.name;
    settings.number = pin.number;
    settings.aliases = pin.aliases;
    settings.adcChannel = pin.adcChannel;
    settings.pwm = can("pwm");
    for (const std::string& function : pin.functions)
        if (function.find('.') != std::string::npos)
            settings.busFunctions.push_back(function);
    settings.output = can("gpio");
    settings.pulls = can("gpio");
    return settings;
}

}  // namespace

Board::Board(BoardProfile profile, time::EventLoop& loop, BoardOptions options)
    : m_profile(std::move(profile)),
      m_loop(loop),
      m_timeline(loop, m_profile.name, time::TaskKind::peripheral),
      m_random(options.seed),
      m_environment(m_timeline),
      m_chip(m_timeline, settingsOf(m_profile.chip), m_random.stream("chip")),
      m_buses(m_timeline),
      m_memories(options.memories ? options.memories : std::make_shared<PartMemories>()),
      m_faults(*this, m_random.stream("faults")),
      m_stimuli(*this, loop, m_random.stream("stimuli"))
{
    for (const auto& [rail, millivolts] :
         {std::pair<const char*, double>{"GND", 0}, {"3V3", m_profile.chip.supplyMillivolts}}) {
        auto& driver = m_rails.emplace_back(std::make_unique<peripherals::WireDriver>(makeWire(rail)));
        driver->drive(millivolts, railOhms);
    }
    for (const PinProfile& pin : m_profile.pins)
        m_chip.addPin(settingsOf(pin), makeWire(pin.name));
    for (const std::string& net : m_profile.nets)
        makeWire(net);
    m_parts.resize(m_profile.parts.size());
    m_partTimelines.resize(m_profile.parts.size());
    for (std::size_t place = 0; place < m_profile.parts.size(); ++place)
        makePart(place, options.controls);
    if (m_profile.chip.platform == "rp2") {
        m_coreThermometer.emplace(m_environment, m_timeline, m_profile.chip.supplyMillivolts);
        m_chip.addInternalAdc(CoreThermometer::channel, m_coreThermometer->wire());
    }
    for (const Fault& fault : options.faults)
        if (m_faults.check(fault))
            m_faults.set(fault);
    for (const environment::Driven& driven : options.stimuli)
        if (m_stimuli.check(driven.target, driven.stimulus))
            m_stimuli.play(driven.target, driven.stimulus);
}

// A part that goes lets go of its wires, and others may still hear that: tasks end first, then the parts go, then their timelines.
Board::~Board()
{
    m_probes.clear();
    for (auto& timeline : m_partTimelines)
        timeline->cancelAll();
    m_parts.clear();
}

peripherals::Wire& Board::makeWire(const std::string& name)
{
    auto& made =
        *m_wires.emplace_back(std::make_unique<peripherals::Wire>(m_timeline, name, m_profile.chip.supplyMillivolts));
    m_wiresByName[name] = &made;
    return made;
}

// A pin that is not connected has a wire of its own, which nobody finds by name.
peripherals::Wire& Board::wireOf(const PartProfile& part, const std::string& pin)
{
    const std::string& name = part.wires.at(pin);
    const std::string place = part.id + "." + pin;
    if (name == unconnected || m_faults.has(FaultKind::WireCut, place) ||
        m_faults.has(FaultKind::PartAbsent, part.id)) {
        peripherals::Wire*& loose = m_looseWires[place];
        if (!loose)
            loose = m_wires
                        .emplace_back(
                            std::make_unique<peripherals::Wire>(m_timeline, place, m_profile.chip.supplyMillivolts))
                        .get();
        return *loose;
    }
    peripherals::Wire* found = wire(name);
    ENSURE(found, "a validated profile names known wires");
    return *found;
}

void Board::makePart(std::size_t place, const ControlPositions& positions)
{
    const PartProfile& part = m_profile.parts[place];
    const parts::PartModel* model = parts::findModel(part.model);
    ENSURE(model, "a validated profile names known models");
    auto& timeline =
        *(m_partTimelines[place] = std::make_unique<time::Timeline>(m_loop, part.id, time::TaskKind::part));
    auto& ownSenses = m_senses[part.id];
    if (!ownSenses)
        ownSenses =
            std::make_unique<environment::Senses>(m_environment, m_timeline, m_random.stream("part " + part.id));
    auto& senses = *ownSenses;
    parts::PartContext context{timeline,
                               m_environment,
                               senses,
                               m_buses,
                               (*m_memories)[part.id],
                               m_random.stream("part " + part.id),
                               part.id,
                               m_profile.chip.supplyMillivolts,
                               {},
                               part.numbers,
                               part.words,
                               part.controls};
    for (const auto& [pin, name] : part.wires)
        context.wires[pin] = &wireOf(part, pin);
    if (const auto given = positions.find(part.id); given != positions.end()) {
        for (const auto& control : model->description.controls) {
            const auto position = given->second.find(control.id);
            const bool fits = position != given->second.end() && position->second >= control.minimum &&
                              position->second <= control.maximum;
            if (fits)
                context.controls[control.id] = position->second;
        }
    }
    m_parts[place] = model->make(*model, context);
}

void Board::remakePart(std::string_view id)
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const auto& part) { return part->id() == id; });
    const auto place = static_cast<std::size_t>(found - m_parts.begin());
    const ControlPositions positions = controlPositions();
    m_partTimelines[place]->cancelAll();
    m_parts[place].reset();
    makePart(place, positions);
    freeze(id, m_faults.has(FaultKind::SensorFrozen, id) ? Freezing::Frozen : Freezing::Alive);
}

void Board::freeze(std::string_view part, Freezing freezing)
{
    environment::Senses& senses = *m_senses.find(part)->second;
    senses.thaw();
    if (freezing == Freezing::Frozen)
        senses.freeze();
}

void Board::setSupply(double share)
{
    m_rails.back()->drive(m_profile.chip.supplyMillivolts * share, railOhms);
}

peripherals::Wire* Board::wire(std::string_view name) const
{
    const auto found = m_wiresByName.find(name);
    if (found != m_wiresByName.end())
        return found->second;
    const peripherals::Pin* alias = pin(name);
    return alias ? &alias->wire() : nullptr;
}

parts::Part* Board::part(std::string_view id) const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(), [&](const auto& part) { return part->id() == id; });
    return found == m_parts.end() ? nullptr : found->get();
}

Result<void> Board::checkControl(std::string_view id, std::string_view control, double value) const
{
    if (auto known = checkControl(id, control); !known)
        return known;
    return part(id)->checkControl(control, value);
}

Result<void> Board::checkControl(std::string_view id, std::string_view control) const
{
    if (const parts::Part* found = part(id))
        return found->checkControl(control);
    std::vector<std::string> known;
    for (const auto& each : m_parts)
        known.push_back(each->id());
    return failure(fmt::format("no part \"{}\" on this board: it has {}{}", id, listed(known), guess(id, known)));
}

Result<void> Board::setControl(std::string_view id, std::string_view control, double value)
{
    if (auto checked = checkControl(id, control, value); !checked)
        return checked;
    m_stimuli.handOn(*part(id), control);
    return part(id)->setControl(control, value);
}

ControlPositions Board::controlPositions() const
{
    ControlPositions positions;
    for (const auto& part : m_parts)
        for (const auto& control : part->description().controls)
            positions[part->id()][control.id] = part->control(control.id);
    return positions;
}

std::vector<PartState> Board::views() const
{
    std::vector<PartState> views;
    for (const auto& part : m_parts)
        views.push_back({part->id(), part->view()});
    return views;
}

void Board::observeSignals(SignalObserver observer)
{
    m_probes.clear();
    m_observer = std::move(observer);
    if (!m_observer)
        return;
    const auto observe = [this](peripherals::Wire& wire) {
        m_probes.push_back(std::make_unique<peripherals::WireProbe>(
            wire, [this, &wire](const peripherals::WireEvent& event) { m_observer(wire, event); }));
    };
    for (const auto& pin : m_chip.pins())
        observe(pin->wire());
    for (const std::string& net : m_profile.nets)
        observe(*wire(net));
}

}  // namespace coroboard::board
