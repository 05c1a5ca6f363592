// SPDX-License-Identifier: MIT
#pragma once
// Wire: one net of the board. Everything that puts a voltage on it is a Thévenin source (millivolts behind ohms); the wire works out what a
// voltmeter and a logic probe see. A PWM output is carried as a description {frequency, duty} and costs no events, the traffic of a bus as
// a Burst (burst.h); a sensor's slowly moving voltage is asked for when somebody looks. Owned by the Board; used from the loop's thread only.
//
//   WireDriver driver(wire);           driver.drive(3300, 40);          // puts a voltage on the wire until released or destroyed
//   WireListener listener(wire, WireListener::Hears::Edges, [](const WireEvent& e) { … });   // posted through the loop, may drive wires
//   WireProbe probe(wire, [](const WireEvent& e) { … });                // called on the spot, may only look: traces, meters
//
// Logic level: high from half the supply upwards. An undriven wire reads 0 mV, low, floating.

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "peripherals/burst.h"
#include "peripherals/interference.h"
#include "time/alarm.h"
#include "time/square_wave.h"
#include "time/timeline.h"
#include "time/virtual_time.h"

namespace coroboard::peripherals {

class Wire;

inline constexpr double openCircuit = std::numeric_limits<double>::infinity();

// A PWM output: two phases, 0 < duty < 1.
using DutySignal = time::SquareWave;

// What one source puts on a wire: a voltage behind a resistance.
struct Thevenin {
    double millivolts = 0;
    double ohms = openCircuit;
};

// Sources side by side, as one.
class Parallel {
public:
    void add(const Thevenin& source)
    {
        if (source.ohms == openCircuit)
            return;
        m_conductance += 1 / source.ohms;
        m_current += source.millivolts / source.ohms;
    }
    bool floating() const { return m_conductance == 0; }
    double millivolts() const { return floating() ? 0 : m_current / m_conductance; }
    Thevenin source() const { return floating() ? Thevenin{} : Thevenin{millivolts(), 1 / m_conductance}; }

private:
    double m_conductance = 0;
    double m_current = 0;
};

// A source whose voltage moves by itself (a divider with a sensor in it). A pure function of time between two calls of
// WireDriver::changed(), so that looking costs nothing and changes nothing.
class AnalogSource {
public:
    virtual ~AnalogSource() = default;
    virtual Thevenin output(time::VirtualTime when) const = 0;
    // From when on output() no longer moves noticeably.
    virtual time::VirtualTime settled() const = 0;
};

// Something happened on a wire.
struct WireEvent {
    enum class Kind {
        Edge,     // the logic level flipped (level, millivolts)
        Voltage,  // the voltage was set to another value without a flip
        Duty,     // a PWM signal began, changed or ended; `signal` is empty when it ended
        Burst,    // a described waveform begins, or shows again in its middle (burst): its flips later than `when` are not told one by one
        Sample,   // a converter read the wire (millivolts)
    };
    Kind kind = Kind::Edge;
    time::VirtualTime when{};
    bool level = false;
    bool floating = false;
    bool contention = false;  // two strong sources disagree: a short circuit
    double millivolts = 0;
    std::optional<DutySignal> signal;
    std::shared_ptr<const peripherals::Burst> burst = nullptr;
};

// Puts one source on a wire, as long as it lives. Stays where it was made (its address is its identity).
class WireDriver {
public:
    explicit WireDriver(Wire& wire);
    ~WireDriver();
    WireDriver(const WireDriver&) = delete;
    WireDriver& operator=(const WireDriver&) = delete;

    void release();
    void drive(double millivolts, double ohms);
    // Alternates between 0 mV and `millivolts`.
    void play(const DutySignal& signal, double millivolts, double ohms);
    // Alternates between two sources (an open-drain output: let go, held low).
    void play(const DutySignal& signal, Thevenin high, Thevenin low);
    // Follows a described waveform that begins now, and stays at its last level. Its two levels as sources.
    void play(std::shared_ptr<const Burst> burst, Thevenin high, Thevenin low);
    // The wire asks `source` when somebody looks. `source` outlives the driver or the next call here.
    void follow(const AnalogSource& source);
    // The followed source took another course from now on.
    void changed();

    Wire& wire() const { return m_wire; }

private:
    friend class Wire;
    Wire& m_wire;
    Thevenin m_steady;
    // At most one of the two, with m_steady as its high phase and m_low as its low one.
    std::optional<DutySignal> m_signal;
    std::shared_ptr<const Burst> m_burst;
    Thevenin m_low;
    const AnalogSource* m_source = nullptr;
};

// Hears of changes after they happened, through the loop: the callback may do anything, drive this wire included.
class WireListener {
public:
    enum class Hears {
        Edges,    // Edge events only, every single edge of PWM and bursts included
        Changes,  // Edge, Voltage, Duty and Burst events; PWM and bursts as descriptions
    };
    using Callback = std::function<void(const WireEvent&)>;

    WireListener(Wire& wire, Hears hears, Callback callback);
    ~WireListener();
    WireListener(const WireListener&) = delete;
    WireListener& operator=(const WireListener&) = delete;

private:
    friend class Wire;
    Wire& m_wire;
    Hears m_hears;
    std::shared_ptr<const Callback> m_callback;
    std::uint64_t m_since;  // events before this number are not for it
};

// Hears of changes and samples at once, inside the call that made them; must not drive anything.
class WireProbe {
public:
    using Callback = std::function<void(const WireEvent&)>;

    WireProbe(Wire& wire, Callback callback);
    ~WireProbe();
    WireProbe(const WireProbe&) = delete;
    WireProbe& operator=(const WireProbe&) = delete;

private:
    friend class Wire;
    Wire& m_wire;
    Callback m_callback;
};

class Wire {
public:
    Wire(time::Timeline& timeline, std::string name, double supplyMillivolts);
    ~Wire();
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    const std::string& name() const { return m_name; }
    double supplyMillivolts() const { return m_supply; }

    // What is there now. millivolts() is the voltage of this instant, averageMillivolts() what a slow voltmeter shows under PWM.
    bool level() const;
    bool floating() const { return m_shape.floating; }
    bool contention() const { return m_shape.contention; }
    double millivolts() const;
    double averageMillivolts() const;
    // The share of time the wire is high: 0, 1, or the duty under PWM.
    double highShare() const;
    // The voltages of the two phases under PWM and the share of the first; without PWM all of the time is the first.
    struct Phases {
        double highMillivolts = 0;
        double lowMillivolts = 0;
        double highShare = 1;
    };
    Phases phases() const;
    const std::optional<DutySignal>& signal() const { return m_shape.signal; }
    const std::shared_ptr<const Burst>& burst() const { return m_shape.burst; }
    std::optional<time::VirtualTime> lastEdge() const;

    // What all drivers but this one put on the wire, as one source; a described waveform counts with its level of this instant.
    Thevenin without(const WireDriver& driver) const;

    // The last conversion that read this wire.
    struct Sample {
        double millivolts = 0;
        time::VirtualTime when{};
    };
    void noteSample(double millivolts);
    const std::optional<Sample>& lastSample() const { return m_lastSample; }

    // What a fault does to the bytes a bus sends over this wire; null: nothing. Not owned.
    void disturb(Interference* interference) { m_interference = interference; }
    bool isDisturbed() const { return m_interference != nullptr; }
    bool isStuck() const { return m_interference && m_interference->isStuck(); }
    // What arrives of what is sent.
    std::uint8_t carried(std::uint8_t byte) const { return m_interference ? m_interference->carried(byte) : byte; }
    bool carried(bool bit) const { return m_interference ? m_interference->carried(bit) : bit; }

private:
    friend class WireDriver;
    friend class WireListener;
    friend class WireProbe;

    // What all drivers together make of the wire. A voltage for each phase of a PWM signal; without one, `high` is the voltage.
    struct Shape {
        bool floating = true;
        bool contention = false;
        bool followed = false;  // some source is asked whenever somebody looks
        bool moving = false;    // and has not settled
        double high = 0;
        double low = 0;
        // At most one of the two, and only if its phases differ in logic level.
        std::optional<DutySignal> signal;
        std::shared_ptr<const Burst> burst;

        bool described() const { return signal || burst; }
        std::optional<time::VirtualTime> nextEdge(time::VirtualTime when) const;
        double millivolts(time::VirtualTime when) const;
    };
    // An event on its way to the listeners. A single PWM edge is for those who hear edges only.
    struct Posted {
        enum class To { All, EdgeListeners };
        std::uint64_t number = 0;
        To to = To::All;
        WireEvent event;
    };

    Shape resolve(time::VirtualTime when) const;
    bool isHigh(double millivolts) const { return millivolts >= m_supply / 2; }
    Shape shapeNow() const;
    WireEvent eventNow(WireEvent::Kind kind) const;
    void driversChanged();
    void announce(const WireEvent& event);
    void post(const WireEvent& event, Posted::To to);
    void deliver();
    void scheduleEdges();
    void produceEdge();

    time::Timeline& m_timeline;
    std::string m_name;
    double m_supply;
    std::vector<WireDriver*> m_drivers;
    std::vector<WireListener*> m_listeners;  // null: left while events were being delivered
    std::vector<WireProbe*> m_probes;
    Shape m_shape;
    bool m_level = false;  // as last announced
    std::optional<time::VirtualTime> m_lastEdge;
    std::shared_ptr<const Burst> m_earlierBurst;  // until m_earlierBurstEnd; its last edge is worked out when somebody asks
    time::VirtualTime m_earlierBurstEnd{};
    std::optional<Sample> m_lastSample;
    std::vector<Posted> m_posted;
    std::uint64_t m_eventNumber = 0;
    Interference* m_interference = nullptr;
    bool m_announcing = false;
    bool m_delivering = false;
    time::Alarm m_delivery;
    time::Alarm m_edgeProducer;
};

}  // namespace coroboard::peripherals
