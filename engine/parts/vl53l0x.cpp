// SPDX-License-Identifier: MIT
// VL53L0X: time-of-flight distance sensor on I2C (ST DS11555; the registers as ST's API and application note UM2039 use them, for the data
// sheet names few). Register 0xff selects a page; page 7 is the window on the sensor's memory of its calibration. How long a ranging
// takes follows from the sequence steps and time-outs a driver sets, as ST's API computes its timing budget.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/i2c_chip.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "peripherals/wire.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;
using peripherals::Acknowledge;
using peripherals::I2cDirection;

constexpr std::uint8_t chipAddress = 0x29;
enum Register : std::uint8_t {
    Start = 0x00,
    Sequence = 0x01,
    Period = 0x04,
    InterruptReason = 0x0a,
    InterruptClear = 0x0b,
    HighThreshold = 0x0c,
    LowThreshold = 0x0e,
    InterruptStatus = 0x13,
    Result = 0x14,
    Offset = 0x28,
    SignalLimit = 0x44,
    CommonTimeout = 0x46,
    PreRangePeriod = 0x50,
    PreRangeTimeout = 0x51,
    FinalRangePeriod = 0x70,
    FinalRangeTimeout = 0x71,
    MemoryStrobe = 0x83,
    InterruptPolarity = 0x84,
    Address = 0x8a,
    MemoryData = 0x90,
    StopVariable = 0x91,
    MemoryIndex = 0x94,
    GoodSpads = 0xb0,
    ReferenceSignal = 0xb6,
    SoftReset = 0xbf,
    Identity = 0xc0,
    Oscillator = 0xf8,
    Page = 0xff,
};
constexpr std::uint8_t pages = 8;
constexpr std::uint16_t oscillator = 658;  // ticks of the inter-measurement timer a millisecond
constexpr int outOfRange = 8190;
constexpr std::uint8_t rangeValid = 11;
constexpr std::uint8_t phaseFailed = 4;
constexpr time::Duration calibrationTime = 1ms;
constexpr time::Duration memoryTime = 100us;

// Return signal at a metre from a white target and its limit, in millions of counts a second; it falls with the square of the distance.
constexpr double signalAtOneMetre = 1.2;
constexpr double strongestSignal = 120;

class Vl53l0x final : public Part, private RegisterChip {
public:
    Vl53l0x(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), chipAddress),
          m_shutdown(context.wire("xshut")),
          m_hasShutdown(context.isConnected("xshut")),
          m_watch(m_shutdown, [this](const peripherals::WireEvent&) { followShutdown(); }),
          m_millimetres(context.senses, quantity::distance, {.noise = 1, .noiseShare = 0.004}),
          m_lux(context.senses, quantity::light),
          m_interrupt(context, "gpio1", [this] { look(); })
    {
        powerOn();
    }

protected:
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        return control.id == quantity::distance ? m_lastRead : std::nullopt;
    }
    void show(PartView& view) const override { view.values.push_back({"distance", m_millimetres.element(now())}); }

private:
    using Registers = std::array<std::uint8_t, 256>;

    Registers& page() { return m_pages[m_page]; }
    Registers& firstPage() { return m_pages[0]; }
    int word(std::uint8_t number) const { return m_pages[0][number] << 8 | m_pages[0][number + 1]; }
    static void put(Registers& registers, std::uint8_t number, int word)
    {
        registers[number] = static_cast<std::uint8_t>(word >> 8);
        registers[number + 1] = static_cast<std::uint8_t>(word);
    }

    void powerOn()
    {
        m_pages = {};
        m_page = 0;
        m_current = chipAddress;
        m_rangings.stop();
        m_single.reset();
        m_pending = false;
        firstPage()[Sequence] = 0xff;
        firstPage()[CommonTimeout] = 0x25;
        firstPage()[PreRangePeriod] = 0x06;
        put(firstPage(), PreRangeTimeout, 0x0096);
        firstPage()[FinalRangePeriod] = 0x04;
        put(firstPage(), FinalRangeTimeout, 0x01fe);
        put(firstPage(), SignalLimit, 0x0020);
        std::fill_n(firstPage().begin() + GoodSpads, 6, std::uint8_t{0xff});
        put(firstPage(), Identity, 0xeeaa);
        firstPage()[Identity + 2] = 0x10;
        put(firstPage(), Oscillator, oscillator);
        m_pages[1][StopVariable] = 0x3c;
        put(m_pages[1], ReferenceSignal, 0x0a00);  // 20 million counts a second: what the reference SPADs are tuned to
    }

    // Held low it is off; let go it starts anew, at its first address. Breakouts pull the pin up.
    bool isOff() const { return m_hasShutdown && !m_shutdown.floating() && !m_shutdown.level(); }
    void followShutdown()
    {
        if (isOff())
            powerOn();
    }

    void look()
    {
        finish();
        const auto active =
            firstPage()[InterruptPolarity] & 0x10 ? InterruptStyle::Active::High : InterruptStyle::Active::Low;
        m_interrupt.show(m_pending, {active, InterruptStyle::Output::OpenDrain});
        ConversionClock single;
        if (m_single)
            single.start(now(), *m_single - now());
        m_interrupt.lookAfter(m_single ? single : m_rangings, now());
    }

    bool answersTo(std::uint8_t address) const override { return address == m_current; }
    Acknowledge ready(I2cDirection) override { return isOff() ? Acknowledge::No : Acknowledge::Yes; }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        finish();
        if (number == Page)
            return m_page;
        if (m_page == 7 && number == MemoryStrobe)
            return m_memoryReady && now() >= *m_memoryReady ? 1 : page()[number];
        if (m_page != 0)
            return page()[number];
        if (number == InterruptStatus)
            return m_pending ? std::max<std::uint8_t>(firstPage()[InterruptReason] & 7, 1) : 0;
        if (number == Result + 10)
            m_lastRead = word(Result + 10);
        return firstPage()[number];
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        finish();
        if (number == Page) {
            m_page = value % pages;
            return;
        }
        if (m_page == 0 && number >= Identity && number <= Identity + 2)
            return;
        page()[number] = value;
        if (m_page == 7 && number == MemoryStrobe && value == 0)
            readMemory();
        if (m_page == 0)
            obey(number, value);
        look();
    }

    void obey(std::uint8_t number, std::uint8_t value)
    {
        switch (number) {
        case Start:
            start(value);
            break;
        case InterruptClear:
            if (value & 1)
                m_pending = false;
            break;
        case Address:
            m_current = value & 0x7f;
            break;
        case SoftReset:
            if (value == 0)
                powerOn();
            break;
        default:
            break;
        }
    }

    // What ST's API asks the memory for: number and kind of the reference SPADs, and the map of the good ones.
    void readMemory()
    {
        const std::uint8_t index = page()[MemoryIndex];
        const std::uint32_t data = index == 0x6b ? 0x8500 : index == 0x24 ? 0xffffffff : index == 0x25 ? 0xffff0000 : 0;
        put(page(), MemoryData, static_cast<int>(data >> 16));
        put(page(), MemoryData + 2, static_cast<int>(data & 0xffff));
        m_memoryReady = now() + memoryTime;
    }

    // Bit 0 begins a single ranging or, while it ranges on and on, ends that; bit 1: back to back; bit 2: by the timer.
    void start(std::uint8_t value)
    {
        firstPage()[Start] = value & 0xfe;
        const bool wasRanging = m_rangings.isRunning();
        m_rangings.stop();
        m_single.reset();
        m_seen = 0;
        const bool calibrates = (firstPage()[Sequence] & 0xc0) == 0;
        if (value & 6) {
            const std::int64_t ticks = std::int64_t{word(Period)} << 16 | word(Period + 2);
            const time::Duration pause = value & 4 ? 1'000'000ns * ticks / std::max(word(Oscillator), 1) : 0ns;
            const time::Duration ranging = budget();
            m_rangings.start(now() + ranging - std::max(pause, ranging), std::max(pause, ranging));
        } else if (value & 1 && !wasRanging) {
            m_single = now() + (calibrates ? calibrationTime : budget());
        }
    }

    // As ST's API adds it up (UM2039, "timing budget").
    time::Duration budget() const
    {
        const Registers& registers = m_pages[0];
        const std::uint8_t steps = registers[Sequence];
        const auto macroPeriod = [&](std::uint8_t vcsel) {
            return time::Duration{(2304 * ((registers[vcsel] + 1) * 2) * 1655 + 500) / 1000};
        };
        const auto timeout = [&](std::uint8_t number) {
            return (std::int64_t{registers[number + 1]} << std::min<int>(registers[number], 16)) + 1;
        };
        const time::Duration common = macroPeriod(PreRangePeriod) * (registers[CommonTimeout] + 1);
        const std::int64_t preRange = timeout(PreRangeTimeout);
        time::Duration total = 1910us + 960us;
        if (steps & 0x10)
            total += common + 590us;
        if (steps & 0x08)
            total += 2 * (common + 690us);
        else if (steps & 0x04)
            total += common + 660us;
        if (steps & 0x40)
            total += macroPeriod(PreRangePeriod) * preRange + 660us;
        if (steps & 0x80)
            total += macroPeriod(FinalRangePeriod) *
                         std::max<std::int64_t>(timeout(FinalRangeTimeout) - (steps & 0x40 ? preRange : 0), 0) +
                     550us;
        return std::min<time::Duration>(total, 10s);
    }

    // Brings the results up to now.
    void finish()
    {
        if (m_single && now() >= *m_single) {
            if (firstPage()[Sequence] & 0x80)
                range(*m_single);
            else
                m_pending = true;
            m_single.reset();
        }
        const auto ended = m_rangings.ended(now());
        if (ended > m_seen)
            range(m_rangings.lastEnd(now()));
        m_seen = std::max(m_seen, ended);
    }

    void range(time::VirtualTime when)
    {
        const double millimetres = std::max(m_millimetres.at(when), 1.0);
        const double signal = std::min(signalAtOneMetre * 1e6 / (millimetres * millimetres), strongestSignal);
        const bool seen = signal >= word(SignalLimit) / 128.0;
        const int offset = (word(Offset) & 0x7ff) - (word(Offset) & 0x800);  // quarters of a millimetre
        const int result = seen ? std::max(static_cast<int>(std::lround(millimetres + offset / 4.0)), 0) : outOfRange;
        const auto rate = [](double countsAsMillions) {
            return static_cast<int>(std::clamp(countsAsMillions * 128, 0.0, 65535.0));
        };
        firstPage()[Result] = static_cast<std::uint8_t>((seen ? rangeValid : phaseFailed) << 3);
        put(firstPage(), Result + 2, 16 << 8);  // SPADs that were used
        put(firstPage(), Result + 6, rate(signal));
        put(firstPage(), Result + 8, rate(m_lux.at(when) / 500));
        put(firstPage(), Result + 10, result);
        m_pending = m_pending || interrupts(result);
    }

    // Thresholds are in units of two millimetres.
    bool interrupts(int millimetres) const
    {
        const bool below = millimetres < word(LowThreshold) * 2;
        const bool above = millimetres > word(HighThreshold) * 2;
        switch (m_pages[0][InterruptReason] & 7) {
        case 1:
            return below;
        case 2:
            return above;
        case 3:
            return below || above;
        default:
            return true;
        }
    }

    peripherals::Wire& m_shutdown;
    bool m_hasShutdown;
    peripherals::WireProbe m_watch;
    environment::SensedQuantity m_millimetres;
    environment::SensedQuantity m_lux;
    std::array<Registers, pages> m_pages{};
    std::uint8_t m_page = 0;
    std::uint8_t m_current = chipAddress;
    std::optional<time::VirtualTime> m_memoryReady;
    std::optional<time::VirtualTime> m_single;  // when the single ranging or calibration ends
    ConversionClock m_rangings;
    std::int64_t m_seen = 0;
    bool m_pending = false;
    std::optional<double> m_lastRead;
    InterruptPin m_interrupt;
};

}  // namespace

PartModel vl53l0xModel()
{
    PartModel model;
    model.description = {
        .model = "vl53l0x",
        .title = "Distance sensor (VL53L0X)",
        .source = "ST VL53L0X data sheet DS11555 and user manual UM2039",
        .pins = {{"scl", "Clock"},
                 {"sda", "Data"},
                 {"xshut", "Shutdown (low)", PinRole::Load, "NC"},
                 {"gpio1", "Interrupt", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::distance, 0, 4000), quantityControl(quantity::light)},
        .notModelled = {"crosstalk and a cover glass", "colour of the target", "the histogram mode"},
    };
    model.i2cAddresses = [](const PartParameters& given) {
        // Several may share an address at first: programs wake them one by one and move them.
        const auto shutdown = given.wires.find("xshut");
        const bool movable = shutdown != given.wires.end() && shutdown->second != "NC" && !shutdown->second.empty();
        return movable ? std::vector<std::uint8_t>{} : std::vector{chipAddress};
    };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Vl53l0x>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
