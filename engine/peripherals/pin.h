// SPDX-License-Identifier: MIT
#pragma once
// Pin: one general-purpose pin of the chip, on its wire: machine.Pin. Owned by the Chip; used from the loop's thread only.
// After power-on a pin is an input without pull. The output latch keeps its value in every mode, as in the chips.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "peripherals/wire.h"

namespace coroboard::peripherals {

struct PinSettings {
    std::string name;                  // "GP16"
    int number = -1;                   // machine.Pin(16)
    std::vector<std::string> aliases;  // "LED"
    int adcChannel = -1;               // -1: no converter here
    bool pwm = true;                   // whether a PWM channel can reach it
    bool output = true;                // false: input only (some ESP32 pins)
    bool pulls = true;                 // whether it has pull resistors
    std::vector<std::string> busFunctions;  // what else can be switched to it: "i2c0.sda", "spi1.sck", "uart0.tx"
};

// Electrical figures all pins of a chip share.
struct PinElectrics {
    double supplyMillivolts = 3300;
    double outputOhms = 40;
    double pullOhms = 55'000;
};

enum class PinMode { In, Out, OpenDrain, Analog, Alternate };
enum class PinPull { None, Up, Down };
// A set of flags: Rising | Falling. A level calls once when it comes; whoever serves it looks whether it is still there.
enum class PinTrigger : unsigned { None = 0, Rising = 1, Falling = 2, Both = 3, LowLevel = 4, HighLevel = 8 };

inline bool has(PinTrigger set, PinTrigger flag)
{
    return (static_cast<unsigned>(set) & static_cast<unsigned>(flag)) != 0;
}

struct PinEdge {
    time::VirtualTime when{};
    bool rising = false;
};

class Pin {
public:
    using InterruptCallback = std::function<void(Pin&, const PinEdge&)>;

    Pin(PinSettings settings, PinElectrics electrics, Wire& wire);
    Pin(const Pin&) = delete;
    Pin& operator=(const Pin&) = delete;

    const PinSettings& settings() const { return m_settings; }
    const std::string& name() const { return m_settings.name; }
    int number() const { return m_settings.number; }
    Wire& wire() const { return m_wire; }

    void configure(PinMode mode, PinPull pull = PinPull::None);
    void setMode(PinMode mode) { configure(mode, m_pull); }
    void setPull(PinPull pull) { configure(m_mode, pull); }
    PinMode mode() const { return m_mode; }
    PinPull pull() const { return m_pull; }

    // The output latch. Reaches the wire in the modes Out and OpenDrain (high = released).
    void write(bool level);
    bool latch() const { return m_latch; }
    // How strongly it drives: the resistance of its output stage from now on.
    void setOutputOhms(double ohms);
    // A held pad keeps what it does, whatever it is told; let go of, it does what it was told last (ESP32 technical reference, 4.10).
    enum class Pad : std::uint8_t { Free, Held };
    void setPad(Pad pad);
    // The level of the wire, as the input buffer sees it. An Analog pin's input buffer is off and reads low.
    bool read() const;

    // Calls back, through the loop, for every edge of the wire that matches, until replaced or cleared. The pin keeps its mode.
    void setInterrupt(PinTrigger trigger, InterruptCallback callback);
    void clearInterrupt();
    // The same beside it, as long as the listener lives.
    std::unique_ptr<WireListener> listen(PinTrigger trigger, InterruptCallback callback);
    PinTrigger trigger() const { return m_trigger; }
    // Whether the wire has a level that the set asks for.
    bool isAtLevel(PinTrigger levels) const { return has(levels, m_wire.level() ? PinTrigger::HighLevel : PinTrigger::LowLevel); }

    // A PWM channel plays through the pin (mode Alternate) or stops playing (the pin is released).
    void play(const DutySignal& signal);
    void play(std::shared_ptr<const Burst> burst);  // a described waveform from now on
    void hold(bool level);                          // an Alternate function holds the pin high or low
    // A peripheral of the chip takes the pin (mode Alternate, released until the peripheral drives it): "i2c0 sda", "spi1 sck" …
    void assign(std::string function, PinPull pull = PinPull::None);

    // As after power-on: input, no pull, latch low, no interrupt.
    void reset();

    // What the pin is used for, for people: "in", "out", "open-drain", "adc", "pwm", what it was assigned to; "" when untouched since
    // power-on.
    std::string_view function() const;

private:
    void apply();

    PinSettings m_settings;
    PinElectrics m_electrics;
    Wire& m_wire;
    WireDriver m_output;
    WireDriver m_puller;
    PinMode m_mode = PinMode::In;
    PinPull m_pull = PinPull::None;
    bool m_latch = false;
    bool m_touched = false;
    Pad m_pad = Pad::Free;
    std::string m_assigned = "pwm";  // in mode Alternate
    PinTrigger m_trigger = PinTrigger::None;
    std::unique_ptr<WireListener> m_listener;
};

}  // namespace coroboard::peripherals
