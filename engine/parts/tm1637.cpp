// SPDX-License-Identifier: MIT
// TM1637: driver of a seven-segment display (Titan Micro Electronics TM1637 data sheet V2.4). Its two wires look like I2C and are not: no
// address, least significant bit first. DIO changes while CLK is low; a fall of DIO while CLK is high begins, a rise ends. After eight bits
// the chip holds DIO low until the end of the ninth clock. Programs make these edges by hand, so this part listens to plain edges.

#include <array>
#include <utility>

#include "parts/part_model.h"
#include "parts/seven_segment.h"

namespace coroboard::parts {

namespace {

using peripherals::Wire;
using peripherals::WireDriver;
using peripherals::WireEvent;
using peripherals::WireListener;
using peripherals::WireProbe;

constexpr double pullUpOhms = 10'000;   // on the module
constexpr double sinkOhms = 600;        // it sinks a few milliamperes
constexpr std::array<int, 8> sixteenths = {1, 2, 4, 10, 11, 12, 13, 14};  // brightness: the share of time a segment is on
constexpr int keysOnModule = 0xff;      // no key is pressed

class Tm1637 final : public Part {
public:
    Tm1637(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_digits(context.word("digits") == "6" ? 6 : 4),
          m_clock(context.wire("clk")),
          m_data(context.wire("dio")),
          m_clockPull(m_clock),
          m_dataPull(m_data),
          m_sink(m_data),
          m_clockProbe(m_clock, [this](const WireEvent& event) { clocked(event); }),
          m_dataProbe(m_data, [this](const WireEvent& event) { dataMoved(event); }),
          m_answering(m_clock, WireListener::Hears::Changes, [this](const WireEvent&) { answer(); })
    {
        m_clockPull.drive(context.supplyMillivolts, pullUpOhms);
        m_dataPull.drive(context.supplyMillivolts, pullUpOhms);
    }

protected:
    void show(PartView& view) const override
    {
        static const std::array<std::string, 6> names = {"segments 0", "segments 1", "segments 2", "segments 3", "segments 4", "segments 5"};
        const bool on = m_control & 8;
        for (int place = 0; place < m_digits; ++place) {
            const std::uint8_t segments = on ? m_segments[addressAt(place)] : 0;
            view.values.push_back({names[static_cast<std::size_t>(place)], static_cast<double>(segments)});
            view.text += sevenSegmentText(segments);
            if (segments & 0x80)
                view.text += m_digits == 4 && place == 1 ? ':' : '.';
        }
        view.values.push_back({"digits", static_cast<double>(m_digits)});
        view.values.push_back({"brightness", on ? sixteenths[m_control & 7] / 16.0 : 0});
    }

private:
    enum class Phase : std::uint8_t { Idle, Bits, Acknowledging };

    // Modules of six digits have the two groups of three wired backwards.
    std::size_t addressAt(int place) const
    {
        return static_cast<std::size_t>(m_digits == 6 ? place / 3 * 3 + 2 - place % 3 : place);
    }

    void dataMoved(const WireEvent& event)
    {
        if (event.kind != WireEvent::Kind::Edge || !m_clock.level())
            return;
        m_phase = event.level ? Phase::Idle : Phase::Bits;
        m_bits = 0;
        m_first = true;
        m_reading = false;
    }

    void clocked(const WireEvent& event)
    {
        if (event.kind != WireEvent::Kind::Edge || m_phase == Phase::Idle)
            return;
        if (event.level) {
            if (m_phase == Phase::Bits && m_bits < 8)
                m_byte = static_cast<std::uint8_t>(m_byte >> 1 | (m_data.level() ? 0x80 : 0)), ++m_bits;
            return;
        }
        if (m_phase == Phase::Acknowledging) {
            m_phase = Phase::Bits;
            m_bits = 0;
        } else if (m_bits == 8) {
            m_phase = Phase::Acknowledging;
            if (!m_reading)
                take(m_byte);
        }
    }

    // The same edge a moment later, when wires may be driven.
    void answer()
    {
        const bool keyBit = m_reading && m_phase == Phase::Bits && m_bits < 8 && !(keysOnModule >> m_bits & 1);
        if (m_phase == Phase::Acknowledging || keyBit)
            m_sink.drive(0, sinkOhms);
        else
            m_sink.release();
    }

    void take(std::uint8_t byte)
    {
        const bool isCommand = std::exchange(m_first, false);
        if (!isCommand) {
            m_segments[static_cast<std::size_t>(m_address)] = byte;
            if (!m_fixed)
                m_address = (m_address + 1) % 6;
            return;
        }
        switch (byte >> 6) {
        case 1:  // data: how the next bytes are meant
            m_fixed = byte & 4;
            m_reading = byte & 2;
            break;
        case 2:
            m_control = byte & 15;
            break;
        case 3:
            m_address = (byte & 7) % 6;
            break;
        default:
            break;
        }
    }

    int m_digits;
    Wire& m_clock;
    Wire& m_data;
    WireDriver m_clockPull;
    WireDriver m_dataPull;
    WireDriver m_sink;
    std::array<std::uint8_t, 6> m_segments{};
    std::uint8_t m_control = 0;
    bool m_fixed = false;
    int m_address = 0;
    Phase m_phase = Phase::Idle;
    int m_bits = 0;
    std::uint8_t m_byte = 0;
    bool m_first = true;
    bool m_reading = false;
    WireProbe m_clockProbe;
    WireProbe m_dataProbe;
    WireListener m_answering;
};

}  // namespace

PartModel tm1637Model()
{
    PartModel model;
    model.description = {
        .model = "tm1637",
        .title = "Seven-segment display (TM1637)",
        .source = "Titan Micro Electronics TM1637 data sheet V2.4",
        .pins = {{"clk", "Clock"}, {"dio", "Data", PinRole::Contact}},
        .controls = {},
        .notModelled = {"keys", "the test modes", "a clock faster than 500 kHz is taken as well"},
    };
    model.words = {{"digits", "Digits", "4", WordParameter::Kind::Choice, {"4", "6"}},
                   {"colour", "Colour", "#ff3b30", WordParameter::Kind::Colour, {}}};
    model.width = 220;
    model.height = 110;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Tm1637>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
