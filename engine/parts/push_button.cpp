// SPDX-License-Identifier: MIT
// Push button: a normally open contact between its signal wire and a rail. Contacts bounce: J. Ganssle, "A Guide to Debouncing" (2008),
// measured 18 switches: 1.6 ms on average, most below 6.2 ms, with several openings of some ten to some hundred microseconds.

#include <algorithm>
#include <optional>

#include "parts/part_model.h"
#include "parts/switch_control.h"
#include "time/task.h"

namespace coroboard::parts {

namespace {

constexpr double contactOhms = 1;

class PushButton final : public Part {
public:
    PushButton(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_time(context.timeline),
          m_random(context.random),
          m_common(context.wire("common")),
          m_contact(context.wire("signal")),
          m_bounceMicroseconds(context.number("bounce") * 1000)
    {
        if (const double ohms = context.number("pull resistor"); ohms > 0)
            m_pull.emplace(context.wire("signal"))
                .drive(m_common.millivolts() > 0 ? 0 : context.supplyMillivolts, ohms);
        touch(control("pressed") > 0);
    }

protected:
    void controlMoved(const ControlDescription&, double value) override
    {
        m_time.cancel(m_bouncing);
        const bool closed = value > 0;
        if (closed == m_settled)
            return;
        m_settled = closed;
        touch(closed);
        if (m_bounceMicroseconds > 0)
            m_bouncing = m_time.spawn(bounce(closed), id() + " bounce");
    }

    void show(PartView& view) const override
    {
        view.values.push_back({"pressed", control("pressed") > 0 ? 1.0 : 0.0});
        view.values.push_back({"contact", m_closed ? 1.0 : 0.0});
    }

private:
    void touch(bool closed)
    {
        m_closed = closed;
        if (closed) {
            m_contact.drive(m_common.millivolts(), contactOhms);
        } else {
            m_contact.release();
        }
    }

    // The contact has just made (or broken): it leaves that state a few times more, each time shorter, within the bounce time.
    time::Task<void> bounce(bool closed)
    {
        const auto times = m_random.integer(2, 4);
        const double share = m_bounceMicroseconds / static_cast<double>(times);
        for (std::int64_t i = 0; i < times; ++i) {
            const double away = m_random.uniform(0.05, 0.4) * share;
            const double there = m_random.uniform(0.1, 0.6) * share;
            co_await m_time.delay(microseconds(there));
            touch(!closed);
            co_await m_time.delay(microseconds(away));
            touch(closed);
        }
    }

    static time::Duration microseconds(double count)
    {
        return std::chrono::microseconds{std::max<std::int64_t>(1, static_cast<std::int64_t>(count))};
    }

    time::Timeline& m_time;
    Random m_random;
    peripherals::Wire& m_common;
    peripherals::WireDriver m_contact;
    std::optional<peripherals::WireDriver> m_pull;
    double m_bounceMicroseconds;
    bool m_closed = false;   // the contact, this instant
    bool m_settled = false;  // where it will come to rest
    time::TaskId m_bouncing = time::TaskId::none;
};

}  // namespace

PartModel push_buttonModel()
{
    PartModel model;
    model.description = {
        .model = "push_button",
        .title = "Push button",
        .source = "J. Ganssle, A Guide to Debouncing (2008)",
        .pins = {{"signal", "Signal", PinRole::Contact}, {"common", "Common", PinRole::Rail, "GND"}},
        .controls = {switchControl("pressed", "Pressed", ControlKind::Momentary)},
        .notModelled = {"contact resistance changing with age"},
    };
    model.numbers = {{"bounce", "Bounce time", "ms", 0, 50, 3},
                     {"pull resistor", "Pull resistor", "Ω", 0, 1'000'000, 0}};
    model.width = 14;
    model.height = 14;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<PushButton>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
