// SPDX-License-Identifier: MIT
// XPT2046: touch screen controller on SPI (XPT2046 data sheet 2007.5; the same as TI's ADS7846), with its resistive screen. A byte with its top
// bit set is a command: which input (table 1), 12 or 8 bits, what stays awake. The result follows one clock later, most significant bit
// first. PENIRQ is low while the screen is touched and the chip sleeps between its conversions. The screen's edges lie at the raw values that
// the profile gives.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/switch_control.h"

namespace coroboard::parts {

namespace {

enum Command : std::uint8_t { Start = 0x80, EightBits = 0x08, SingleEnded = 0x04, ReferenceOn = 0x02, StaysAwake = 0x01 };
enum Input : std::uint8_t { ColdDiode, Y, Battery, Z1, Z2, X, Auxiliary, HotDiode };
constexpr double fullScale = 4095;
constexpr double referenceMillivolts = 2500;
constexpr double pressure = 0.25;  // Z1 of a firm finger, as a share of the full scale; Z2 is as far from the other end
constexpr double outputOhms = 50;
constexpr double pullUpOhms = 50'000;

class Xpt2046 final : public Part, private peripherals::SpiTarget {
public:
    Xpt2046(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_bus(context.spi()),
          m_supply(context.supplyMillivolts),
          m_celsius(context.senses, quantity::temperature),
          m_random(context.random),
          m_noise(context.number("noise")),
          m_left(context.number("left")),
          m_right(context.number("right")),
          m_top(context.number("top")),
          m_bottom(context.number("bottom")),
          m_irq(context.wire("irq"))
    {
        m_bus.attach(*this, {&context.wire("cs"), &context.wire("mosi"), &context.wire("miso")});
        showTouch();
    }
    ~Xpt2046() override { m_bus.detach(*this); }

protected:
    void controlMoved(const ControlDescription&, double) override { showTouch(); }
    void show(PartView& view) const override
    {
        view.values.push_back({"touched", isTouched() ? 1.0 : 0.0});
        view.values.push_back({"x", control("x")});
        view.values.push_back({"y", control("y")});
    }

private:
    bool isTouched() const { return control("touched") > 0; }

    // -- SPI.
    void selected() override { m_bits = 0; }
    Talks talks() const override { return Talks::Yes; }
    // The first bit after a command is the clock in which it is busy.
    std::optional<std::uint8_t> shiftOut() override
    {
        const auto byte = static_cast<std::uint8_t>(m_bits >> 16);
        m_bits = m_bits << 8 & 0xff'ffff;
        return byte;
    }
    void shiftIn(std::uint8_t byte) override
    {
        if (!(byte & Start))
            return;
        const auto code = static_cast<std::uint32_t>(convert(byte));
        m_bits = byte & EightBits ? (code >> 4) << 15 : code << 11;
        m_awake = byte & StaysAwake;
        showTouch();
    }

    int convert(std::uint8_t command)
    {
        const double reference = command & ReferenceOn ? referenceMillivolts : m_supply;
        const double exact = fullScale * share(static_cast<Input>(command >> 4 & 7), reference);
        return static_cast<int>(std::clamp(std::lround(exact + m_noise * m_random.normal()), 0L, static_cast<long>(fullScale)));
    }

    // What an input has of the full scale. Nobody touches: one plane floats to its low end, the other is drawn to its high one.
    double share(Input input, double reference) const
    {
        switch (input) {
        case X: return isTouched() ? (m_left + (m_right - m_left) * control("x")) / fullScale : 0;
        case Y: return isTouched() ? (m_top + (m_bottom - m_top) * control("y")) / fullScale : 1;
        case Z1: return isTouched() ? pressure : 0;
        case Z2: return isTouched() ? 1 - pressure : 1;
        case ColdDiode: return coldDiode() / reference;
        // Section "Temperature measurement": the difference is 1 mV for 2.573 K.
        case HotDiode: return (coldDiode() + (m_celsius.at(now()) + 273.15) / 2.573) / reference;
        case Battery: return m_supply / 4 / reference;
        case Auxiliary: break;  // on nothing
        }
        return 0;
    }
    double coldDiode() const { return 600 - 2.1 * (m_celsius.at(now()) - 25); }

    void showTouch()
    {
        if (isTouched() && !m_awake)
            m_irq.drive(0, outputOhms);
        else
            m_irq.drive(m_supply, pullUpOhms);
    }

    peripherals::SpiBus& m_bus;
    double m_supply;
    environment::SensedQuantity m_celsius;
    Random m_random;
    double m_noise;
    double m_left;
    double m_right;
    double m_top;
    double m_bottom;
    peripherals::WireDriver m_irq;
    std::uint32_t m_bits = 0;  // still to be shifted out, from bit 23 on
    bool m_awake = false;
};

ControlDescription place(const char* id, const char* label)
{
    return {.id = id, .label = label, .quantity = "", .unit = "", .minimum = 0, .maximum = 1, .step = 0.005, .initial = 0.5};
}

}  // namespace

PartModel xpt2046Model()
{
    PartModel model;
    model.description = {
        .model = "xpt2046",
        .title = "Touch screen (XPT2046)",
        .source = "Shenzhen Xptek XPT2046 data sheet 2007.5; TI ADS7846 data sheet SBAS125",
        .pins = {{"sck", "Clock"},
                 {"mosi", "Data in"},
                 {"miso", "Data out"},
                 {"cs", "Select"},
                 {"irq", "Touched (PENIRQ)", PinRole::Load, "NC"}},
        .controls = {switchControl("touched", "Touched", ControlKind::Momentary), place("x", "From the left"), place("y", "From the top")},
        .notModelled = {"how firmly it is touched", "PENIRQ during a conversion", "the busy output", "what the auxiliary input is connected to"},
    };
    model.numbers = {{"left", "Raw value at the left edge", "", 0, 4095, 200},
                     {"right", "Raw value at the right edge", "", 0, 4095, 3900},
                     {"top", "Raw value at the top edge", "", 0, 4095, 200},
                     {"bottom", "Raw value at the bottom edge", "", 0, 4095, 3900},
                     {"noise", "Noise", "", 0, 100, 2}};
    model.width = 60;
    model.height = 80;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Xpt2046>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
