// SPDX-License-Identifier: MIT
// PIR motion detector HC-SR501 (product description): its output is high from a movement on for the time set by its trimmer, 3 s to 5 min;
// in the repeatable mode every further movement begins that time anew. Then it is blind for 2.5 s. After power-on it warms up.

#include "parts/part_model.h"
#include "parts/switch_control.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double outputOhms = 1000;
constexpr time::Duration blindTime = 2'500ms;

class Pir final : public Part {
public:
    Pir(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_supply(context.supplyMillivolts),
          m_hold(static_cast<std::int64_t>(context.number("hold time") * 1e9)),
          m_repeats(context.word("mode") == "repeatable"),
          m_ready(now() + time::Duration{static_cast<std::int64_t>(context.number("warm-up") * 1e9)}),
          m_output(context.wire("out")),
          m_off(context.timeline, [this] { end(); })
    {
        put(false);
    }

protected:
    void controlMoved(const ControlDescription&, double value) override
    {
        m_moving = value > 0;
        if (m_moving)
            detect();
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"motion", m_moving ? 1.0 : 0.0});
        view.values.push_back({"output", m_high ? 1.0 : 0.0});
    }

private:
    void put(bool level)
    {
        m_high = level;
        m_output.drive(level ? m_supply : 0, outputOhms);
    }

    void detect()
    {
        if (now() < m_ready || (m_high && !m_repeats))
            return;
        put(true);
        m_off.setAfter(m_hold);
    }

    void end()
    {
        if (m_moving && m_repeats) {
            m_off.setAfter(m_hold);
            return;
        }
        put(false);
        m_ready = now() + blindTime;
    }

    double m_supply;
    time::Duration m_hold;
    bool m_repeats;
    time::VirtualTime m_ready;
    peripherals::WireDriver m_output;
    time::Alarm m_off;
    bool m_moving = false;
    bool m_high = false;
};

}  // namespace

PartModel pirModel()
{
    PartModel model;
    model.description = {
        .model = "pir",
        .title = "Motion detector (HC-SR501)",
        .source = "HC-SR501 product description",
        .pins = {{"out", "Output", PinRole::Output}},
        .controls = {switchControl("motion", "Somebody moves", ControlKind::Momentary)},
        .notModelled = {"false alarms by heat", "its range"},
    };
    model.numbers = {{"hold time", "Time its output stays high", "s", 0.3, 300, 3}, {"warm-up", "Warm-up after power-on", "s", 0, 60, 0}};
    model.words = {{"mode", "Mode", "repeatable", WordParameter::Kind::Choice, {"repeatable", "single"}}};
    model.width = 32;
    model.height = 24;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Pir>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
