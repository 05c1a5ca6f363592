// SPDX-License-Identifier: MIT
// HX711: 24-bit converter for a load cell (Avia Semiconductor HX711 data sheet). It converts 10 or 80 times a second without end; `dout` is
// low while a result waits and goes high for a moment whenever a newer one replaces it. Every pulse on `sck` shifts out one bit, most
// significant first; 25, 26 or 27 pulses in all choose channel A at gain 128, B at 32 or A at 64 for the next one. `sck` high for more than
// 60 µs powers it down; the first conversion after that takes four periods.

#include <algorithm>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr double outputOhms = 50;
constexpr time::Duration powerDown = 60us;
constexpr time::Duration replacing = 50us;  // how long `dout` is high then: no figure in the data sheet, as seen on modules
constexpr int dataBits = 24;
constexpr int settlingPeriods = 4;
constexpr double highestCount = 8388607;

class Hx711 final : public Part {
public:
    Hx711(const PartModel& model, const PartContext& context)
        : Part(model, context),
          m_supply(context.supplyMillivolts),
          m_countsPerGram(context.number("counts per gram")),
          m_zero(context.number("zero offset")),
          m_period(static_cast<std::int64_t>(1e9 / std::stod(context.word("rate")))),
          m_grams(context.senses, quantity::weight, {.timeConstant = 50ms, .noise = context.number("noise")}),
          m_data(context.wire("dout")),
          m_ready(context.timeline, [this] { offer(); }),
          m_sleeping(context.timeline, [this] { m_asleep = true; }),
          m_clock(context.wire("sck"), peripherals::WireListener::Hears::Changes, [this](const auto& event) { hear(event); })
    {
        restart();
    }

protected:
    double actual(const ControlDescription&) const override { return m_grams.element(now()); }
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override { view.values.push_back({"weight", m_grams.element(now())}); }

private:
    void put(bool level) { m_data.drive(level ? m_supply : 0, outputOhms); }

    void restart()
    {
        put(true);
        m_pulses = 0;
        m_firstEnd = now() + m_period * settlingPeriods;
        m_ready.setAt(m_firstEnd - replacing);
    }

    // From the end of the next conversion on a result waits, always the newest.
    void offer()
    {
        m_pulses = 0;
        const double period = std::chrono::duration<double>(m_period).count();
        m_data.play({1 / period, std::chrono::duration<double>(replacing).count() / period, now()}, m_supply, outputOhms);
    }

    void convert()
    {
        m_measured = m_grams.at(m_firstEnd + (now() - m_firstEnd) / m_period * m_period);
        const double counts = m_channelB ? m_zero : m_zero + m_measured * m_countsPerGram * m_gain / 128;
        m_value = static_cast<std::int32_t>(std::lround(std::clamp(counts, -highestCount - 1, highestCount)));
    }

    // All bits are read: the next conversion that ends counts.
    void waitForNext()
    {
        const auto next = m_firstEnd + ((now() + replacing - m_firstEnd) / m_period + 1) * m_period;
        m_ready.setAt(next - replacing);
    }

    void hear(const peripherals::WireEvent& event)
    {
        if (event.kind != peripherals::WireEvent::Kind::Edge)
            return;
        if (event.level) {
            m_sleeping.setAfter(powerDown);
            pulse();
            return;
        }
        m_sleeping.cancel();
        if (!m_asleep)
            return;
        m_asleep = false;  // waking is a reset: channel A, gain 128
        m_gain = 128;
        m_channelB = false;
        restart();
    }

    void pulse()
    {
        if (m_ready.isSet() && m_pulses == 0)
            return;  // nothing to read yet
        if (m_pulses == 0)
            convert();
        ++m_pulses;
        if (m_pulses <= dataBits) {
            put(static_cast<std::uint32_t>(m_value) >> (dataBits - m_pulses) & 1);
            return;
        }
        if (m_pulses == dataBits + 1) {
            m_lastRead = m_measured;
            waitForNext();
        }
        put(true);
        m_channelB = m_pulses == dataBits + 2;
        m_gain = m_pulses == dataBits + 1 ? 128 : m_pulses == dataBits + 2 ? 32 : 64;
    }

    double m_supply;
    double m_countsPerGram;
    double m_zero;
    time::Duration m_period;
    environment::SensedQuantity m_grams;
    peripherals::WireDriver m_data;
    time::VirtualTime m_firstEnd{};  // of the conversions since it woke
    time::Alarm m_ready;
    time::Alarm m_sleeping;
    bool m_asleep = false;
    bool m_channelB = false;
    int m_gain = 128;
    int m_pulses = 0;
    std::int32_t m_value = 0;
    double m_measured = 0;
    std::optional<double> m_lastRead;
    peripherals::WireListener m_clock;
};

}  // namespace

PartModel hx711Model()
{
    PartModel model;
    model.description = {
        .model = "hx711",
        .title = "Load cell with converter (HX711)",
        .source = "Avia Semiconductor HX711 data sheet",
        .pins = {{"dout", "Data output", PinRole::Output}, {"sck", "Clock"}},
        .controls = {quantityControl(quantity::weight, -5000, 5000)},
        .notModelled = {"what channel B is connected to (it reads the zero offset)", "its gain error"},
    };
    model.numbers = {{"counts per gram", "Counts per gram at gain 128", "", 0.1, 100'000, 420},
                     {"zero offset", "Counts without load", "", -8e6, 8e6, 8500},
                     {"noise", "Noise", "g", 0, 10, 0.05}};
    model.words = {{"rate", "Conversions per second", "10", WordParameter::Kind::Choice, {"10", "80"}}};
    model.width = 30;
    model.height = 20;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Hx711>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
