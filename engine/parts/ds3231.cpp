// SPDX-License-Identifier: MIT
// DS3231: clock with calendar, two alarms and a thermometer on I2C address 0x68 (Maxim 19-5170 Rev 10). Registers of table 1 in BCD, 12 and
// 24 hours; alarm masks of table 2; the INT/SQW pin is an alarm (open drain, low) or a square wave (section "Control Register"). Its
// battery keeps it going: at power-on it knows the time. Temperature in quarters of a degree, measured every 64 s.

#include <algorithm>
#include <array>
#include <cmath>

#include "environment/sensed_quantity.h"
#include "parts/calendar.h"
#include "parts/i2c_chip.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "peripherals/rtc.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

enum Register : std::uint8_t { Seconds, Minutes, Hours, Day, Date, Month, Year, Alarm1, Alarm2 = 0x0b, ControlRegister = 0x0e, Status, Aging, TemperatureHigh, TemperatureLow };
constexpr std::uint8_t registers = 0x13;
constexpr std::uint8_t alarm1Enabled = 1, alarm2Enabled = 2, interruptMode = 4, convertNow = 0x20;
constexpr std::uint8_t alarm1Flag = 1, alarm2Flag = 2, runs32kHz = 8, oscillatorStopped = 0x80;
constexpr double outputOhms = 30;
constexpr std::array<double, 4> squareWaves = {1, 1024, 4096, 8192};
constexpr time::Duration temperaturePeriod = 64s;
constexpr std::int64_t longestLook = 32 * 86'400;  // no alarm is farther away than its day of the month

std::uint8_t bcd(int value) { return static_cast<std::uint8_t>(value / 10 << 4 | value % 10); }
int number(std::uint8_t value) { return (value >> 4) * 10 + (value & 15); }

class Ds3231 final : public Part, private RegisterChip {
public:
    Ds3231(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), 0x68),
          m_base(static_cast<std::int64_t>(context.number("time at power-on"))),
          m_celsius(context.senses, quantity::temperature, {.timeConstant = 10s, .offset = 0.25}),
          m_output(context.wire("int")),
          m_alarm(context.timeline, [this] { look(); })
    {
        m_lookedUntil = m_base;
        m_memory[ControlRegister] = 0x1c;
        m_memory[Status] = runs32kHz;
    }

protected:
    double actual(const ControlDescription&) const override { return m_celsius.element(now()); }
    std::optional<double> lastRead(const ControlDescription&) const override { return m_lastRead; }
    void show(PartView& view) const override
    {
        view.values.push_back({"time", static_cast<double>(seconds())});
        view.values.push_back({"alarm", m_memory[Status] & 3 ? 1.0 : 0.0});
    }

private:
    // Whole seconds since 1970 by its own calendar.
    std::int64_t seconds() const { return m_base + (now() - m_since) / 1s; }

    std::uint8_t after(std::uint8_t number) const override { return static_cast<std::uint8_t>(number + 1 < registers ? number + 1 : 0); }
    std::uint8_t pointed(std::uint8_t first) override
    {
        look();
        m_latched = dateTimeOf(seconds());  // what is read is the time of the START
        return first % registers;
    }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        if (number == Seconds)
            m_latched = dateTimeOf(seconds());
        switch (number) {
        case Seconds: return bcd(m_latched.second);
        case Minutes: return bcd(m_latched.minute);
        case Hours: return hoursRegister();
        case Day: return static_cast<std::uint8_t>((m_latched.weekday + 7 - m_weekdayOffset) % 7 + 1);
        case Date: return bcd(m_latched.day);
        case Month: return static_cast<std::uint8_t>(bcd(m_latched.month) | (m_latched.year >= 2100 ? 0x80 : 0));
        case Year: return bcd(m_latched.year % 100);
        case TemperatureHigh: {
            const auto measured = m_measuredAt.value_or(time::powerOn + (now() - time::powerOn) / temperaturePeriod * temperaturePeriod);
            const int quarters = static_cast<int>(std::floor(m_celsius.at(measured) * 4));
            m_lastRead = quarters / 4.0;
            m_memory[TemperatureLow] = static_cast<std::uint8_t>(quarters << 6);
            return static_cast<std::uint8_t>(quarters >> 2);
        }
        default: return m_memory[number];
        }
    }

    std::uint8_t hoursRegister() const
    {
        if (!m_twelve)
            return bcd(m_latched.hour);
        const int hour = m_latched.hour % 12 == 0 ? 12 : m_latched.hour % 12;
        return static_cast<std::uint8_t>(0x40 | (m_latched.hour >= 12 ? 0x20 : 0) | bcd(hour));
    }

    static int hourIn(std::uint8_t value)
    {
        if (!(value & 0x40))
            return number(value & 0x3f);
        return number(value & 0x1f) % 12 + (value & 0x20 ? 12 : 0);
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        if (number <= Year) {
            writeTime(number, value);
        } else if (number == Status) {
            // Flags can only be cleared.
            const auto flags = static_cast<std::uint8_t>(m_memory[Status] & value & (alarm1Flag | alarm2Flag | oscillatorStopped));
            m_memory[Status] = static_cast<std::uint8_t>(flags | (value & runs32kHz));
        } else if (number == ControlRegister) {
            m_memory[ControlRegister] = static_cast<std::uint8_t>(value & ~convertNow);
            if (value & convertNow)
                m_measuredAt = now();
        } else if (number < TemperatureHigh) {
            m_memory[number] = value;
        }
        plan();
    }

    // Its registers as they were written, as long as the day has not changed since: the 31st may be written before the month that has one.
    DateTime written() const
    {
        const DateTime shown = dateTimeOf(seconds());
        DateTime date = m_written;
        date.hour = shown.hour;
        date.minute = shown.minute;
        date.second = shown.second;
        return unixSecondsOf(date) == seconds() ? date : shown;
    }

    // The countdown within the second begins anew when seconds are written.
    void writeTime(std::uint8_t register_, std::uint8_t value)
    {
        DateTime date = written();
        const auto fraction = (now() - m_since) % 1s;
        switch (register_) {
        case Seconds: date.second = number(value & 0x7f); break;
        case Minutes: date.minute = number(value & 0x7f); break;
        case Hours:
            m_twelve = value & 0x40;
            date.hour = hourIn(value);
            break;
        case Day: m_weekdayOffset = (date.weekday + 7 - ((value & 7) + 6) % 7) % 7; return;
        case Date: date.day = number(value & 0x3f); break;
        case Month: date.month = std::clamp(number(value & 0x1f), 1, 12); break;
        default: date.year = 2000 + number(value); break;
        }
        // The day of the week counts by itself: setting the date does not move it.
        const int weekday = (dateTimeOf(seconds()).weekday + 7 - m_weekdayOffset) % 7;
        m_written = date;
        m_base = unixSecondsOf(date);
        m_since = register_ == Seconds ? now() : now() - fraction;
        m_weekdayOffset = (dateTimeOf(m_base).weekday + 7 - weekday) % 7;
        m_lookedUntil = seconds();
    }

    // -- Alarms.
    // How many seconds from this date on the alarm cannot come; 0: it comes now.
    std::int64_t secondsWithout(int which, const DateTime& date) const
    {
        const std::uint8_t* at = &m_memory[which == 1 ? Alarm1 : Alarm2];
        const std::uint8_t* clock = which == 1 ? at + 1 : at;
        const int weekday = (date.weekday + 7 - m_weekdayOffset) % 7 + 1;
        const int inHour = date.minute * 60 + date.second;
        const bool day = clock[2] & 0x80 || (clock[2] & 0x40 ? (clock[2] & 0x0f) == weekday : number(clock[2] & 0x3f) == date.day);
        if (!day)
            return 86'400 - date.hour * 3600 - inHour;
        if (!(clock[1] & 0x80) && hourIn(clock[1] & 0x7f) != date.hour)
            return 3600 - inHour;
        if (!(clock[0] & 0x80) && number(clock[0] & 0x7f) != date.minute)
            return 60 - date.second;
        // Alarm 2 has no seconds: it comes when they are 0.
        const bool second = which == 1 ? at[0] & 0x80 || number(at[0] & 0x7f) == date.second : date.second == 0;
        return second ? 0 : 1;
    }

    // The first second in [from, to] at which the alarm comes.
    std::optional<std::int64_t> next(int which, std::int64_t from, std::int64_t to) const
    {
        while (from <= to) {
            const std::int64_t without = secondsWithout(which, dateTimeOf(from));
            if (without == 0)
                return from;
            from += without;
        }
        return std::nullopt;
    }

    // Sets the flags of what has come since it was last looked.
    void look()
    {
        const std::int64_t until = seconds();
        if (next(1, m_lookedUntil + 1, until))
            m_memory[Status] |= alarm1Flag;
        if (next(2, m_lookedUntil + 1, until))
            m_memory[Status] |= alarm2Flag;
        m_lookedUntil = until;
        plan();
    }

    // What the pin shows, and when an alarm that shows on it comes next.
    void plan()
    {
        m_alarm.cancel();
        const std::uint8_t control = m_memory[ControlRegister];
        if (!(control & interruptMode)) {
            const double frequency = squareWaves[control >> 3 & 3];
            m_output.play({frequency, 0.5, now()}, {0, peripherals::openCircuit}, {0, outputOhms});
            return;
        }
        if (m_memory[Status] & control & 3) {
            m_output.drive(0, outputOhms);
            return;
        }
        m_output.release();
        if (!(control & (alarm1Enabled | alarm2Enabled)))
            return;
        const std::int64_t from = seconds() + 1;
        for (const int which : {1, 2}) {
            const auto comes = control & which ? next(which, from, from + longestLook) : std::nullopt;
            if (!comes)
                continue;
            const auto when = m_since + (*comes - m_base) * 1s;
            if (!m_alarm.isSet() || when < m_alarm.instant())
                m_alarm.setAt(when);
        }
    }

    std::int64_t m_base;
    time::VirtualTime m_since = time::powerOn;
    environment::SensedQuantity m_celsius;
    peripherals::WireDriver m_output;
    time::Alarm m_alarm;
    std::array<std::uint8_t, registers> m_memory{};
    DateTime m_latched;
    DateTime m_written;
    bool m_twelve = false;
    int m_weekdayOffset = 0;  // its day of the week less the calendar's
    std::int64_t m_lookedUntil = 0;
    std::optional<time::VirtualTime> m_measuredAt;
    std::optional<double> m_lastRead;
};

}  // namespace

PartModel ds3231Model()
{
    PartModel model;
    model.description = {
        .model = "ds3231",
        .title = "Clock with calendar (DS3231)",
        .source = "Maxim DS3231 data sheet 19-5170 Rev 10",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"int", "Interrupt or square wave", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::temperature, -40, 85)},
        .notModelled = {"the 32 kHz output", "ageing and drift of its crystal", "the oscillator stop flag after an empty battery"},
    };
    model.numbers = {{"time at power-on", "Time at power-on", "s since 1970", 946'684'800, 4'102'444'799, peripherals::Rtc::secondsAtPowerOn}};
    model.i2cAddresses = [](const PartParameters&) { return std::vector<std::uint8_t>{0x68}; };
    model.width = 22;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Ds3231>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
