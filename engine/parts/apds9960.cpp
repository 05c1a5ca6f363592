// SPDX-License-Identifier: MIT
// APDS-9960: light, colour, proximity and gestures on I2C (Avago AV02-4191EN). Three engines share the registers 0x80 to 0xaf: light and
// colour integrate for a multiple of 2.78 ms, proximity flashes its LED and counts what comes back, the gesture engine fills a FIFO with
// four photodiodes' counts while a hand moves over them (the four swipe controls). INT is open drain.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "environment/sensed_quantity.h"
#include "parts/conversion_clock.h"
#include "parts/gesture_fifo.h"
#include "parts/i2c_chip.h"
#include "parts/interrupt_pin.h"
#include "parts/part_model.h"
#include "parts/quantity_control.h"
#include "parts/switch_control.h"
#include "time/alarm.h"

namespace coroboard::parts {

namespace {

using namespace std::chrono_literals;

constexpr std::uint8_t chipAddress = 0x39;
enum Register : std::uint8_t {
    Enable = 0x80,
    IntegrationTime = 0x81,
    WaitTime = 0x83,
    LightLow = 0x84,
    LightHigh = 0x86,
    ProximityLow = 0x89,
    ProximityHigh = 0x8b,
    Persistence = 0x8c,
    Configuration1 = 0x8d,
    ProximityPulse = 0x8e,
    Gains = 0x8f,
    Configuration2 = 0x90,
    Identity = 0x92,
    Status = 0x93,
    LightData = 0x94,
    ProximityData = 0x9c,
    GestureEntry = 0xa0,
    GestureExit = 0xa1,
    Gesture1 = 0xa2,
    Gesture2 = 0xa3,
    GesturePulse = 0xa6,
    Gesture4 = 0xab,
    GestureLevel = 0xae,
    GestureStatus = 0xaf,
    ForceInterrupt = 0xe4,
    ClearProximity = 0xe5,
    ClearLight = 0xe6,
    ClearAll = 0xe7,
    FifoData = 0xfc,
};
enum Engine : std::uint8_t {
    Power = 1,
    Light = 2,
    Proximity = 4,
    Wait = 8,
    LightInterrupt = 16,
    ProximityInterrupt = 32,
    Gestures = 64
};
constexpr time::Duration cycle = 2'780us;
constexpr std::array<int, 4> lightGains = {1, 4, 16, 64};
constexpr std::array<double, 4> boosts = {1, 1.5, 2, 3};
constexpr std::array<std::int64_t, 16> persistences = {0, 1, 2, 3, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60};
constexpr double countsPerLuxMillisecond = 0.0033;
constexpr double fullAtMillimetres = 30;  // 255 counts at a flash's strength of 1
constexpr std::array<std::string_view, 3> colours = {quantity::colourRed, quantity::colourGreen, quantity::colourBlue};
constexpr time::Duration swipeTime = 300ms;

const std::array<std::pair<std::string, Swipe>, 4> swipes = {
    {{"swipe_up", {1, 0}}, {"swipe_down", {-1, 0}}, {"swipe_left", {0, 1}}, {"swipe_right", {0, -1}}}};

class Apds9960 final : public Part, private RegisterChip {
public:
    Apds9960(const PartModel& model, const PartContext& context)
        : Part(model, context),
          RegisterChip(context.i2c(), chipAddress),
          m_lux(context.senses, quantity::light, {.noiseShare = 0.002}),
          m_shares{environment::SensedQuantity{context.senses, quantity::colourRed},
                   environment::SensedQuantity{context.senses, quantity::colourGreen},
                   environment::SensedQuantity{context.senses, quantity::colourBlue}},
          m_millimetres(context.senses, quantity::distance, {.noiseShare = 0.002}),
          m_interrupt(context, "int", [this] { look(); }),
          m_gestureTick(timeline(), [this] { sampleGesture(); })
    {
        m_registers[IntegrationTime] = m_registers[WaitTime] = 0xff;
        m_registers[Configuration1] = m_registers[ProximityPulse] = m_registers[GesturePulse] = 0x40;
        m_registers[Configuration2] = 0x01;
        m_registers[Identity] = 0xab;
    }

protected:
    void controlMoved(const ControlDescription& control, double value) override
    {
        for (const auto& [id, swipe] : swipes)
            if (control.id == id && value > 0 && works(Gestures) && !m_gestureTick.isSet()) {
                m_swipe = swipe;
                m_swipeStart = now();
                m_gestureTick.setAfter(gestureCycle());
            }
    }
    std::optional<double> lastRead(const ControlDescription& control) const override
    {
        if (control.id == quantity::light)
            return m_readLux;
        if (control.id == quantity::distance)
            return m_readMillimetres;
        const double strongest = std::max({m_counts[1], m_counts[2], m_counts[3]});
        for (std::size_t i = 0; i < colours.size(); ++i)
            if (control.id == colours[i] && m_readLux && strongest > 0)
                return m_counts[i + 1] / strongest;
        return std::nullopt;
    }
    void show(PartView& view) const override
    {
        view.values.push_back({"light", m_lux.element(now())});
        view.values.push_back({"distance", m_millimetres.element(now())});
    }

private:
    bool works(Engine engine) const { return (m_registers[Enable] & (Power | engine)) == (Power | engine); }
    int word(std::uint8_t number) const { return m_registers[number] | m_registers[number + 1] << 8; }

    // -- the bus

    std::uint8_t after(std::uint8_t number) const override
    {
        return static_cast<std::uint8_t>(number == 0xff ? int{FifoData} : number + 1);
    }

    // A command without data: the clearing registers act when they are named.
    std::uint8_t pointed(std::uint8_t number) override
    {
        clear(number);
        return number;
    }

    void clear(std::uint8_t number)
    {
        measure();
        if (number == ClearProximity || number == ClearAll)
            m_proximity.interrupt = false;
        if (number == ClearLight || number == ClearAll)
            m_light.interrupt = false;
        if (number == ForceInterrupt)
            m_light.interrupt = m_proximity.interrupt = true;
        driveInterrupt();
    }

    std::uint8_t readRegister(std::uint8_t number) override
    {
        measure();
        if (number >= LightData && number < LightData + 8)
            return lightByte(static_cast<std::size_t>(number - LightData));
        if (number >= FifoData)
            return fifoByte(static_cast<std::size_t>(number - FifoData));
        switch (number) {
        case ProximityData:
            m_proximity.read = m_proximity.seen;
            if (m_proximityCount > 0 && m_proximityCount < 255)
                m_readMillimetres = distanceFor(m_proximityCount);
            return m_proximityCount;
        case Status:
            return status();
        case GestureLevel:
            return static_cast<std::uint8_t>(m_fifo.level());
        case GestureStatus:
            return static_cast<std::uint8_t>((gestureValid() ? 1 : 0) | (m_fifo.overflowed() ? 2 : 0));
        default:
            return number < Enable ? 0 : m_registers[number];
        }
    }

    std::uint8_t status() const
    {
        return static_cast<std::uint8_t>((m_light.seen > m_light.read ? 1 : 0) |
                                         (m_proximity.seen > m_proximity.read ? 2 : 0) | (gestureValid() ? 4 : 0) |
                                         (m_light.interrupt ? 16 : 0) | (m_proximity.interrupt ? 32 : 0) |
                                         (m_light.saturated ? 128 : 0));
    }

    std::uint8_t lightByte(std::size_t at)
    {
        m_light.read = m_light.seen;
        if (at % 2 == 0)
            m_held = m_counts[at / 2];
        if (at == 0)
            m_readLux = m_counts[0] / (countsPerLuxMillisecond * milliseconds() * lightGain());
        return static_cast<std::uint8_t>(at % 2 == 0 ? m_held : m_held >> 8);
    }

    void writeRegister(std::uint8_t number, std::uint8_t value) override
    {
        measure();
        if (number < Enable || (number >= Identity && number <= ProximityData) || number == GestureLevel ||
            number >= ForceInterrupt)
            return;
        const std::uint8_t before = std::exchange(m_registers[number], value);
        if (number == Gesture4 && value & 4) {
            m_registers[number] &= 0xfb;
            m_fifo.clear();
        }
        const bool shapesCycle =
            number == IntegrationTime || number == WaitTime || number == Gains || number == ProximityPulse;
        if ((number == Enable && before != value) || (shapesCycle && before != value))
            restart();
        driveInterrupt();
    }

    // -- light and proximity

    // One of the two engines that measure at a steady beat.
    struct Course {
        ConversionClock clock;
        std::int64_t seen = 0;
        std::int64_t read = 0;
        std::int64_t outside = 0;  // in a row
        bool interrupt = false;
        bool saturated = false;
    };

    double milliseconds() const { return 2.78 * (256 - m_registers[IntegrationTime]); }
    int lightGain() const { return lightGains[m_registers[Gains] & 3]; }

    void restart()
    {
        for (Course* course : {&m_light, &m_proximity}) {
            course->clock.stop();
            course->seen = course->read = course->outside = 0;
        }
        const time::Duration integration = works(Light) ? cycle * (256 - m_registers[IntegrationTime]) : 0us;
        const time::Duration flashing = works(Proximity) ? cycle : 0us;
        const int slower = m_registers[Configuration1] & 2 ? 12 : 1;
        const time::Duration wait = works(Wait) ? cycle * (256 - m_registers[WaitTime]) * slower : 0us;
        if (works(Light))
            m_light.clock.start(now() - wait, integration + flashing + wait);
        if (works(Proximity))
            m_proximity.clock.start(now() + flashing - (integration + flashing + wait), integration + flashing + wait);
        askToLook();
    }

    void look()
    {
        measure();
        driveInterrupt();
        askToLook();
    }

    void askToLook()
    {
        const bool waits = works(LightInterrupt) || works(ProximityInterrupt);
        m_interrupt.lookAfter(waits ? (works(Light) ? m_light : m_proximity).clock : ConversionClock{}, now());
    }

    void measure()
    {
        if (const auto ended = m_light.clock.ended(now()); ended > m_light.seen) {
            measureLight(m_light.clock.lastEnd(now()));
            note(m_light, ended, m_counts[0] < word(LightLow) || m_counts[0] > word(LightHigh),
                 m_registers[Persistence] & 0xf);
        }
        if (const auto ended = m_proximity.clock.ended(now()); ended > m_proximity.seen) {
            m_proximityCount = flashed(m_registers[ProximityPulse], m_registers[Gains] >> 6,
                                       m_registers[Gains] >> 2 & 3, m_millimetres.at(m_proximity.clock.lastEnd(now())));
            const bool outside =
                m_proximityCount < m_registers[ProximityLow] || m_proximityCount > m_registers[ProximityHigh];
            note(m_proximity, ended, outside, m_registers[Persistence] >> 4);
        }
    }

    static void note(Course& course, std::int64_t ended, bool outside, int persistence)
    {
        course.outside = outside ? course.outside + ended - course.seen : 0;
        course.seen = ended;
        const std::int64_t wanted = persistences[static_cast<std::size_t>(persistence)];
        if (wanted == 0 || (outside && course.outside >= wanted))
            course.interrupt = true;
    }

    void measureLight(time::VirtualTime when)
    {
        const double full = std::min(65535, 1025 * (256 - m_registers[IntegrationTime]));
        const double clear = m_lux.at(when) * countsPerLuxMillisecond * milliseconds() * lightGain();
        double mean = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const double share = m_shares[i].at(when);
            mean += share / 3;
            m_counts[i + 1] = static_cast<std::uint16_t>(std::clamp(clear * share / 3 + 0.5, 0.0, full));
        }
        m_counts[0] = static_cast<std::uint16_t>(std::clamp(clear * mean + 0.5, 0.0, full));
        m_light.saturated = m_counts[0] >= full;
    }

    // The distance at which that many counts come back.
    double distanceFor(std::uint8_t count) const
    {
        const double atFull =
            255 * flashStrength(m_registers[ProximityPulse], m_registers[Gains] >> 6, m_registers[Gains] >> 2 & 3);
        return std::min(fullAtMillimetres * std::sqrt(atFull / count), 1000.0);
    }

    // What comes back of the LED's pulses.
    std::uint8_t flashed(std::uint8_t pulse, int drive, int gain, double millimetres) const
    {
        const double nearness = fullAtMillimetres / std::max(millimetres, 1.0);
        return static_cast<std::uint8_t>(
            std::clamp(255 * flashStrength(pulse, drive, gain) * nearness * nearness, 0.0, 255.0));
    }

    // 1 for eight pulses of 16 µs with 100 mA and gain 4.
    double flashStrength(std::uint8_t pulse, int drive, int gain) const
    {
        const double pulses = (pulse & 0x3f) + 1;
        const double length = (4 << (pulse >> 6)) / 16.0;
        return pulses / 8 * length * boosts[m_registers[Configuration2] >> 4 & 3] / (1 << (drive & 3)) * (1 << gain) /
               4;
    }

    // -- gestures

    time::Duration gestureCycle() const
    {
        static constexpr std::array<time::Duration, 8> waits = {0us,  2'800us,  5'600us,  8'400us,
                                                                14ms, 22'400us, 30'800us, 39'200us};
        return 1'390us + waits[m_registers[Gesture2] & 7];
    }
    bool gestureValid() const
    {
        static constexpr std::array<std::size_t, 4> levels = {1, 4, 8, 16};
        return m_fifo.level() >= levels[m_registers[Gesture1] >> 6];
    }
    void sampleGesture()
    {
        const double share =
            std::chrono::duration<double>(now() - m_swipeStart) / std::chrono::duration<double>(swipeTime);
        if (share >= 1 || !works(Gestures)) {
            m_registers[Gesture4] &= 0xfe;
            return;
        }
        const GestureCounts counts = countsDuring(m_swipe, share);
        if (*std::max_element(counts.begin(), counts.end()) >= std::max<int>(m_registers[GestureExit], 1)) {
            m_registers[Gesture4] |= 1;
            m_fifo.push(counts);
            driveInterrupt();
        }
        m_gestureTick.setAfter(gestureCycle());
    }

    std::uint8_t fifoByte(std::size_t diode)
    {
        const std::uint8_t count = m_fifo.take(diode);
        driveInterrupt();
        return count;
    }

    void driveInterrupt()
    {
        const bool active = (m_light.interrupt && works(LightInterrupt)) ||
                            (m_proximity.interrupt && works(ProximityInterrupt)) ||
                            (gestureValid() && m_registers[Gesture4] & 2);
        m_interrupt.show(active, {});
    }

    environment::SensedQuantity m_lux;
    std::array<environment::SensedQuantity, 3> m_shares;
    environment::SensedQuantity m_millimetres;
    std::array<std::uint8_t, 256> m_registers{};
    Course m_light;
    Course m_proximity;
    std::array<std::uint16_t, 4> m_counts{};  // clear, red, green, blue
    std::uint16_t m_held = 0;
    std::uint8_t m_proximityCount = 0;
    GestureFifo m_fifo;
    Swipe m_swipe;
    time::VirtualTime m_swipeStart{};
    std::optional<double> m_readLux;
    std::optional<double> m_readMillimetres;
    InterruptPin m_interrupt;
    time::Alarm m_gestureTick;
};

ControlDescription swipeControl(const std::string& id)
{
    return switchControl(id, "Swipe " + id.substr(6), ControlKind::Momentary);
}

}  // namespace

PartModel apds9960Model()
{
    PartModel model;
    model.description = {
        .model = "apds9960",
        .title = "Light, colour, proximity and gesture sensor (APDS-9960)",
        .source = "Avago APDS-9960 data sheet AV02-4191EN",
        .pins = {{"scl", "Clock"}, {"sda", "Data"}, {"int", "Interrupt", PinRole::Load, "NC"}},
        .controls = {quantityControl(quantity::light), quantityControl(quantity::colourRed),
                     quantityControl(quantity::colourGreen), quantityControl(quantity::colourBlue),
                     quantityControl(quantity::distance, 0, 1000)},
        .notModelled = {"proximity and gesture offsets and masks", "saturation interrupts of proximity",
                        "sleep after interrupt", "gesture entry by proximity: a swipe always enters"},
    };
    for (const auto& [id, swipe] : swipes)
        model.description.controls.push_back(swipeControl(id));
    model.i2cAddresses = [](const PartParameters&) { return std::vector{chipAddress}; };
    model.width = 16;
    model.height = 16;
    model.make = [](const PartModel& self, const PartContext& context) -> std::unique_ptr<Part> {
        return std::make_unique<Apds9960>(self, context);
    };
    return model;
}

}  // namespace coroboard::parts
