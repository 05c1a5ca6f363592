// SPDX-License-Identifier: MIT
#pragma once
// Part: one component on the board, an instance of a PartModel (part_model.h). It sees its wires, its quantities and its Timeline, nothing
// else. Owned by the Board; the constructor wires it; a power cycle is a new Part. Used from the loop's thread only.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "base/result.h"
#include "environment/environment.h"
#include "environment/senses.h"
#include "parts/part_view.h"
#include "peripherals/buses.h"
#include "peripherals/wire.h"
#include "time/timeline.h"

namespace coroboard::parts {

struct PartModel;

// What a part is made from. Complete: every pin of the model is wired, every parameter and every control has a value.
// The timeline is this part's own; it goes before the part, and with it the part's tasks.
struct PartContext {
    time::Timeline& timeline;
    environment::Environment& environment;
    environment::Senses& senses;  // what it senses the environment with; a frozen sensor's stand still
    peripherals::Buses& buses;
    std::vector<std::uint8_t>& memory;  // this part's own, for what outlives a power cycle; empty at first
    Random random;                      // this part's own stream
    std::string id;
    double supplyMillivolts = 3300;
    std::map<std::string, peripherals::Wire*> wires;  // by pin of the part
    std::map<std::string, double> numbers;
    std::map<std::string, std::string> words;
    std::map<std::string, double> controls;  // where the controls stand

    peripherals::Wire& wire(const std::string& pin) const;
    // Whether the profile put the pin on a wire; one that is "NC" has a wire of its own.
    bool isConnected(const std::string& pin) const;
    // The bus on the part's pins "scl" and "sda", "sck", or the one named.
    peripherals::I2cBus& i2c() const { return buses.i2c(wire("scl"), wire("sda")); }
    peripherals::SpiBus& spi() const { return buses.spi(wire("sck")); }
    peripherals::OneWireBus& oneWire(const std::string& pin) const { return buses.oneWire(wire(pin)); }
    double number(const std::string& parameter) const;
    const std::string& word(const std::string& parameter) const;
};

class Part {
public:
    virtual ~Part() = default;
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    const std::string& id() const { return m_id; }
    const PartDescription& description() const { return m_description; }

    // Moves a control. Refused with a message for the user: an unknown control, a value out of range or not finite.
    // A control with a quantity moves the environment's quantity, for all parts that follow it.
    Result<void> setControl(std::string_view control, double value);
    // The same check without moving anything.
    Result<void> checkControl(std::string_view control, double value) const;
    // Whether there is such a control.
    Result<void> checkControl(std::string_view control) const;

    // Where a control stands.
    double control(std::string_view control) const;

    // What it looks like now. Looking changes nothing.
    PartView view() const;

protected:
    Part(const PartModel& model, const PartContext& context);

    time::Timeline& timeline() const { return m_timeline; }
    time::VirtualTime now() const { return m_timeline.now(); }

    // A control was moved (or the quantity it is bound to). Not called for the initial position.
    virtual void controlMoved(const ControlDescription& control, double value);
    // Where the physical quantity behind a control is now; unless a part says otherwise, the board's angles of its pose, and for all other
    // controls their position.
    virtual double actual(const ControlDescription& control) const;
    // What the program last read of it, in the control's unit.
    virtual std::optional<double> lastRead(const ControlDescription& control) const;
    // Adds the values, the text and the pixels that the drawing needs.
    virtual void show(PartView& view) const = 0;

private:
    struct Control {
        double value = 0;
        std::unique_ptr<environment::Following> following;  // null: private to the part
    };
    std::optional<std::size_t> indexOf(std::string_view control) const;
    double position(std::size_t index) const;

    const PartDescription& m_description;
    environment::Environment& m_environment;
    time::Timeline& m_timeline;
    std::string m_id;
    std::vector<Control> m_controls;  // in the description's order
};

}  // namespace coroboard::parts
