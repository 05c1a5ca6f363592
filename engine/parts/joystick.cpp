// SPDX-License-Identifier: MIT
// Thumb joystick: two potentiometers that spring back to their middle and a button to ground (KY-023 module; ALPS RKJXV data sheet: 10 kΩ
// tracks).

#include "parts/part_model.h"
#include "parts/switch_control.h"

namespace coroboard::parts {

namespace {

constexpr double smallestOhms = 1;
constexpr double contactOhms = 1;

class Joystick final : public Part {
public:
    Joystick(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_high(context.wire("high")),
          m_low(context.wire("low")),
          m_track(context.number("resistance")),
          m_x(context.wire("x")),
          m_y(context.wire("y")),
          m_button(context.wire("button"))
    {
        turn(m_x, control("x"));
        turn(m_y, control("y"));
        press(control("pressed") > 0);
    }

protected:
    void controlMoved(const ControlDescription& control, double value) override
    {
        if (control.id == "pressed")
            press(value > 0);
        else
            turn(control.id == "x" ? m_x : m_y, value);
    }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        if (control.id == "pressed")
            return std::nullopt;
        const auto& sample = (control.id == "x" ? m_x : m_y).wire().lastSample();
        const double span = m_high.millivolts() - m_low.millivolts();
        if (!sample || span == 0)
            return std::nullopt;
        return (sample->millivolts - m_low.millivolts()) / span * 2 - 1;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"x", control("x")});
        view.values.push_back({"y", control("y")});
        view.values.push_back({"pressed", control("pressed") > 0 ? 1.0 : 0.0});
    }

private:
    void turn(peripherals::WireDriver& wiper, double position)
    {
        const double share = (position + 1) / 2;
        const double low = m_low.millivolts();
        wiper.drive(low + (m_high.millivolts() - low) * share, m_track * share * (1 - share) + smallestOhms);
    }
    void press(bool pressed)
    {
        if (pressed)
            m_button.drive(m_low.millivolts(), contactOhms);
        else
            m_button.release();
    }

    peripherals::Wire& m_high;
    peripherals::Wire& m_low;
    double m_track;
    peripherals::WireDriver m_x;
    peripherals::WireDriver m_y;
    peripherals::WireDriver m_button;
};

ControlDescription axis(const char* id, const char* label)
{
    return {.id = id, .label = label, .quantity = "", .unit = "", .minimum = -1, .maximum = 1, .step = 0.01, .initial = 0};
}

}  // namespace

PartModel joystickModel()
{
    PartModel model;
    model.description = {
        .model = "joystick",
        .title = "Thumb joystick",
        .source = "KY-023 module; ALPS RKJXV",
        .pins = {{"x", "Horizontal", PinRole::Output},
                 {"y", "Vertical", PinRole::Output},
                 {"button", "Button", PinRole::Contact, "NC"},
                 {"high", "High end", PinRole::Rail, "3V3"},
                 {"low", "Low end and button", PinRole::Rail, "GND"}},
        .controls = {axis("x", "Horizontal"),
                     axis("y", "Vertical"),
                     switchControl("pressed", "Pressed", ControlKind::Momentary)},
        .notModelled = {"the dead zone around its middle", "bounce of the button"},
    };
    model.numbers = {{"resistance", "Tracks", "Ω", 100, 1e6, 10'000}};
    model.width = 30;
    model.height = 30;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Joystick>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
