// SPDX-License-Identifier: MIT
// Rotary encoder: two contacts to ground a quarter period apart and a button (ALPS EC11 data sheet: 20 detents and pulses a turn, both
// contacts open at a detent, chatter at most 3 ms). Turning the control one step clockwise is one detent: A closes first, or B on modules
// that have their pins the other way round (some KY-040).

#include <cmath>

#include "parts/part_model.h"
#include "parts/switch_control.h"
#include "time/task.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double contactOhms = 1;

class RotaryEncoder final : public Part {
public:
    RotaryEncoder(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_time(context.timeline),
          m_quarter(static_cast<std::int64_t>(context.number("detent time") * 1e6 / 4)),
          m_detent(std::llround(control("position"))),
          m_wanted(m_detent),
          m_leading(context.wire(context.word("first contact"))),
          m_following(context.wire(context.word("first contact") == "a" ? "b" : "a")),
          m_button(context.wire("button"))
    {
        if (const double ohms = context.number("pull-up resistor"); ohms > 0)
            for (auto [pull, pin] : {std::pair{&m_pullA, "a"}, {&m_pullB, "b"}})
                pull->emplace(context.wire(pin)).drive(context.supplyMillivolts, ohms);
        close(m_button, control("pressed") > 0);
    }

protected:
    void controlMoved(const ControlDescription& control, double value) override
    {
        if (control.id == "pressed") {
            close(m_button, value > 0);
            return;
        }
        m_wanted = std::llround(value);
        if (m_turning || m_wanted == m_detent)
            return;
        m_turning = true;
        m_time.spawn(turn(), id() + " turning");
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"position", static_cast<double>(m_detent)});
        view.values.push_back({"angle", static_cast<double>(m_detent) * 18});
        view.values.push_back({"pressed", control("pressed") > 0 ? 1.0 : 0.0});
    }

private:
    static void close(peripherals::WireDriver& contact, bool closed)
    {
        if (closed)
            contact.drive(0, contactOhms);
        else
            contact.release();
    }

    // One detent after the other, each through the four states of its contacts, until it is where it was turned to.
    time::Task<void> turn()
    {
        while (m_detent != m_wanted) {
            const bool clockwise = m_wanted > m_detent;
            peripherals::WireDriver& first = clockwise ? m_leading : m_following;
            peripherals::WireDriver& second = clockwise ? m_following : m_leading;
            close(first, true);
            co_await m_time.delay(m_quarter);
            close(second, true);
            co_await m_time.delay(m_quarter);
            close(first, false);
            co_await m_time.delay(m_quarter);
            close(second, false);
            m_detent += clockwise ? 1 : -1;
            co_await m_time.delay(m_quarter);
        }
        m_turning = false;
    }

    time::Timeline& m_time;
    time::Duration m_quarter;
    std::int64_t m_detent;
    std::int64_t m_wanted;
    bool m_turning = false;
    peripherals::WireDriver m_leading;  // closes first when it is turned clockwise
    peripherals::WireDriver m_following;
    peripherals::WireDriver m_button;
    std::optional<peripherals::WireDriver> m_pullA;
    std::optional<peripherals::WireDriver> m_pullB;
};

}  // namespace

PartModel rotary_encoderModel()
{
    PartModel model;
    model.description = {
        .model = "rotary_encoder",
        .title = "Rotary encoder",
        .source = "ALPS EC11",
        .pins = {{"a", "Contact A (CLK)", PinRole::Contact},
                 {"b", "Contact B (DT)", PinRole::Contact},
                 {"button", "Button (SW)", PinRole::Contact, "NC"}},
        .controls = {{.id = "position",
                      .label = "Detent",
                      .quantity = "",
                      .unit = "",
                      .minimum = -1000,
                      .maximum = 1000,
                      .step = 1,
                      .initial = 0},
                     switchControl("pressed", "Pressed", ControlKind::Momentary)},
        .notModelled = {"chatter of its contacts"},
    };
    model.numbers = {{"detent time", "Time of one detent", "ms", 0.4, 100, 8},
                     {"pull-up resistor", "Pull-up resistors", "Ω", 0, 1e6, 10'000}};
    model.words = {{"first contact", "Closes first when turned clockwise", "a", WordParameter::Kind::Choice, {"a", "b"}}};
    model.width = 28;
    model.height = 28;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<RotaryEncoder>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
