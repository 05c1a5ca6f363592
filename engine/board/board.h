// SPDX-License-Identifier: MIT
#pragma once
// Board: one board with its chip, wires, parts and the world around it, made from a profile and seen in virtual time. Owns everything; the
// constructor wires everything; used from the loop's thread only. A power cycle is: take controlPositions(), destroy, construct anew.
//
//   Board board(profile, loop, {.seed = 1});
//   board.setControl("dial", "position", 0.5);
//   board.pin("GP16")->read();

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "board/board_profile.h"
#include "board/core_thermometer.h"
#include "board/faults.h"
#include "board/stimuli.h"
#include "environment/environment.h"
#include "environment/senses.h"
#include "parts/part.h"
#include "peripherals/buses.h"
#include "peripherals/chip.h"
#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::board {

// Where every control of every part stands: part id → control id → value.
using ControlPositions = std::map<std::string, std::map<std::string, double>>;

// What the memories among the parts hold: part id → bytes. Outlives a power cycle.
using PartMemories = std::map<std::string, std::vector<std::uint8_t>>;

struct BoardOptions {
    std::uint64_t seed = 1;
    ControlPositions controls = {};  // stronger than the profile's; unknown parts and controls are passed over
    std::shared_ptr<PartMemories> memories = nullptr;  // null: blank ones
    std::vector<Fault> faults = {};  // what does not fit this board is passed over
    std::vector<environment::Driven> stimuli = {};  // begin anew; what does not fit this board is passed over
};

struct PartState {
    std::string id;
    parts::PartView view;
};

enum class Freezing { Alive, Frozen };

class Board {
public:
    using SignalObserver = std::function<void(const peripherals::Wire&, const peripherals::WireEvent&)>;

    Board(BoardProfile profile, time::EventLoop& loop, BoardOptions options = {});
    ~Board();
    Board(const Board&) = delete;
    Board& operator=(const Board&) = delete;

    const BoardProfile& profile() const { return m_profile; }
    std::uint64_t seed() const { return m_random.seed(); }
    // A stream of chance of that name under the board's seed ("program" for what the program calls random).
    Random random(std::string_view name) const { return m_random.stream(name); }

    peripherals::Chip& chip() { return m_chip; }
    const peripherals::Chip& chip() const { return m_chip; }
    environment::Environment& environment() { return m_environment; }
    peripherals::Buses& buses() { return m_buses; }

    // Null if there is none.
    peripherals::Pin* pin(int number) const { return m_chip.pin(number); }
    peripherals::Pin* pin(std::string_view name) const { return m_chip.pin(name); }
    peripherals::Wire* wire(std::string_view name) const;
    parts::Part* part(std::string_view id) const;

    const std::vector<std::unique_ptr<parts::Part>>& parts() const { return m_parts; }  // in the profile's order

    // Refused with a message for the user: an unknown part or control, a value out of range or not finite.
    // Ends the stimulus that moves it.
    Result<void> setControl(std::string_view part, std::string_view control, double value);
    // The same check without moving anything.
    Result<void> checkControl(std::string_view part, std::string_view control, double value) const;
    // Whether there is such a control.
    Result<void> checkControl(std::string_view part, std::string_view control) const;
    ControlPositions controlPositions() const;
    const std::shared_ptr<PartMemories>& memories() const { return m_memories; }

    // What is broken.
    Faults& faults() { return m_faults; }
    const Faults& faults() const { return m_faults; }

    // The supply's share of what it should be, of 3V3 and all that hangs on it: for brown-outs.
    void setSupply(double share);

    // What moves by itself.
    Stimuli& stimuli() { return m_stimuli; }
    const Stimuli& stimuli() const { return m_stimuli; }

    // What every part looks like now, in the profile's order.
    std::vector<PartState> views() const;

    // Hears, at once, of every change on the wire of every pin and on every net from now on. One observer; it must not touch the board.
    void observeSignals(SignalObserver observer);

private:
    peripherals::Wire& makeWire(const std::string& name);
    peripherals::Wire& wireOf(const PartProfile& part, const std::string& pin);
    void makePart(std::size_t place, const ControlPositions& positions);

    friend class Faults;
    void remakePart(std::string_view part);  // with the wires it has now
    void freeze(std::string_view part, Freezing freezing);

    BoardProfile m_profile;
    time::EventLoop& m_loop;
    time::Timeline m_timeline;  // of the chip and the wires
    Random m_random;
    std::vector<std::unique_ptr<peripherals::Wire>> m_wires;
    std::map<std::string, peripherals::Wire*, std::less<>> m_wiresByName;
    std::map<std::string, peripherals::Wire*> m_looseWires;  // of pins that are not connected, by PART.PIN
    std::vector<std::unique_ptr<peripherals::WireDriver>> m_rails;
    environment::Environment m_environment;
    std::optional<CoreThermometer> m_coreThermometer;  // on chips that have one
    peripherals::Chip m_chip;
    std::map<std::string, std::unique_ptr<environment::Senses>, std::less<>> m_senses;  // by part
    peripherals::Buses m_buses;
    std::shared_ptr<PartMemories> m_memories;
    std::vector<std::unique_ptr<parts::Part>> m_parts;
    std::vector<std::unique_ptr<time::Timeline>> m_partTimelines;  // one a part; goes first and ends the part's tasks
    Faults m_faults;
    Stimuli m_stimuli;
    SignalObserver m_observer;
    std::vector<std::unique_ptr<peripherals::WireProbe>> m_probes;
};

}  // namespace coroboard::board
