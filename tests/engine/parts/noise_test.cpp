// SPDX-License-Identifier: MIT
// Noise at every part there is, on every pin and bus it has: nothing breaks, nothing hangs, and what it shows stays a number in its range.
// A new part is covered by its line in the registry.

#include <cmath>
#include <functional>
#include <optional>

#include <gtest/gtest.h>

#include "base/random.h"
#include "parts/part_model.h"
#include "peripherals/i2c_transfer.h"
#include "peripherals/serial_line.h"
#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using Bytes = std::vector<std::uint8_t>;

constexpr int rounds = 1000;

bool hasPin(const PartModel& model, std::string_view id)
{
    for (const auto& pin : model.description.pins)
        if (pin.id == id && pin.role != PinRole::Rail)
            return true;
    return false;
}

std::string netOf(std::string_view pin)
{
    return "to-" + std::string(pin);
}

// The bus a part with two of them is used on.
std::string parametersFor(const PartModel& model, std::string_view bus)
{
    for (const auto& word : model.words)
        if (word.id == "bus")
            return R"(, "parameters": {"bus": ")" + std::string(bus) + R"("})";
    return "";
}

// A board with one part, every pin of it on a net of its own.
board::BoardProfile profileOf(const PartModel& model, std::string_view bus)
{
    std::string wires;
    std::string nets;
    for (const auto& pin : model.description.pins) {
        if (pin.role == PinRole::Rail)
            continue;
        const std::string comma = wires.empty() ? "" : ", ";
        wires += comma + '"' + pin.id + R"(": ")" + netOf(pin.id) + '"';
        nets += comma + '"' + netOf(pin.id) + '"';
    }
    std::string text = test::profileText(R"({"id": "part", "model": ")" + model.description.model + R"(", "wires": {)" + wires + "}" +
                                         parametersFor(model, bus) + "}");
    text.insert(text.rfind('}'), R"(, "nets": [)" + nets + "]");
    auto profile = board::parseProfile(text, "noise.json");
    if (!profile)
        throw std::runtime_error(profile.error().message);
    return *profile;
}

class NoiseBench : public test::BoardBench {
public:
    NoiseBench(const PartModel& model, std::string_view bus, std::uint64_t seed)
        : BoardBench(profileOf(model, bus)), m_model(model), random(seed)
    {
        for (const auto& pin : model.description.pins)
            if (pin.role != PinRole::Rail)
                m_drivers.push_back(std::make_unique<peripherals::WireDriver>(wireOf(pin.id)));
    }

    peripherals::Wire& wireOf(std::string_view pin) { return *board().wire(netOf(pin)); }
    peripherals::WireDriver& driverOf(std::string_view pin)
    {
        for (const auto& driver : m_drivers)
            if (driver->wire().name() == netOf(pin))
                return *driver;
        throw std::runtime_error("no such pin");
    }
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random.integer(0, static_cast<std::int64_t>(limit) - 1)); }
    Bytes bytes(std::size_t most)
    {
        Bytes bytes(1 + below(most));
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(below(256));
        return bytes;
    }

    // Something happens on one pin.
    void poke()
    {
        peripherals::WireDriver& driver = *m_drivers[below(m_drivers.size())];
        switch (below(7)) {
        case 0:
            return driver.release();
        case 1:
            return driver.drive(random.uniform(-500, 6000), random.uniform(0.1, 1e6));
        case 2:
            return driver.play(peripherals::DutySignal{random.uniform(0.5, 20'000), random.uniform(0.01, 0.99), now()}, 3300, 40);
        case 3:
            return driver.play(peripherals::Burst::make(now(), below(2) != 0, flips()), {3300, 40}, {0, 40});
        default:
            return driver.drive(below(2) != 0 ? 3300 : 0, 40);
        }
    }
    void moveAControl()
    {
        const auto& controls = m_model.description.controls;
        if (controls.empty())
            return;
        const auto& control = controls[below(controls.size())];
        const bool atEnd = control.kind != ControlKind::Slider || below(3) == 0;
        const double value = !atEnd ? random.uniform(control.minimum, control.maximum) : below(2) != 0 ? control.minimum : control.maximum;
        set("part", control.id, value);
    }
    // From a microsecond to tens of milliseconds.
    void wait() { advance(time::Duration{random.integer(1, below(4) == 0 ? 30'000'000 : 300'000)}); }

    void look()
    {
        const PartView seen = view("part");
        for (const auto& value : seen.values)
            EXPECT_TRUE(std::isfinite(value.value)) << value.name;
        for (const auto& control : seen.controls) {
            const auto& limits = limitsOf(control.id);
            // Noise and a chip's own error may lie a little beyond.
            const double margin = limits.maximum - limits.minimum;
            for (const double value : {control.actual, control.lastRead.value_or(control.actual)}) {
                EXPECT_GE(value, limits.minimum - margin) << control.id;
                EXPECT_LE(value, limits.maximum + margin) << control.id;
            }
        }
    }

private:
    peripherals::Flips flips()
    {
        peripherals::Flips flips;
        time::Duration at{};
        for (std::size_t i = below(200); i > 0; --i)
            flips.push_back(at += time::Duration{random.integer(50, 100'000)});
        return flips;
    }
    const ControlDescription& limitsOf(std::string_view id) const
    {
        for (const auto& control : m_model.description.controls)
            if (control.id == id)
                return control;
        throw std::runtime_error("no such control");
    }

    const PartModel& m_model;
    std::vector<std::unique_ptr<peripherals::WireDriver>> m_drivers;

public:
    Random random;
};

// Runs `round` with every model that `fits`, in between moving its controls and looking at it.
void withEveryPart(std::string_view bus, const std::function<bool(const PartModel&)>& fits, const std::function<void(NoiseBench&, const PartModel&)>& round)
{
    int covered = 0;
    for (const PartModel& model : models()) {
        if (!fits(model))
            continue;
        ++covered;
        SCOPED_TRACE(model.description.model);
        NoiseBench bench(model, bus, 1);
        for (int i = 0; i < rounds; ++i) {
            round(bench, model);
            if (i % 16 == 0)
                bench.moveAControl();
            if (i % 8 == 0)
                bench.look();
        }
        bench.look();
    }
    EXPECT_GT(covered, 0);
}

TEST(Noise, OnEveryPin)
{
    for (const char* bus : {"i2c", "spi"})
        withEveryPart(
            bus, [](const PartModel& model) { return !model.description.pins.empty(); },
            [](NoiseBench& bench, const PartModel&) {
                bench.poke();
                bench.wait();
            });
}

std::vector<std::uint8_t> addressesOf(const PartModel& model)
{
    std::map<std::string, double> numbers;
    for (const auto& number : model.numbers)
        numbers[number.id] = number.initial;
    std::map<std::string, std::string> words;
    for (const auto& word : model.words)
        words[word.id] = word.initial;
    return model.i2cAddresses({numbers, words, {}});
}

TEST(Noise, OnI2c)
{
    const auto fits = [](const PartModel& model) { return model.i2cAddresses && hasPin(model, "scl"); };
    withEveryPart("i2c", fits, [](NoiseBench& bench, const PartModel& model) {
        for (const char* pin : {"scl", "sda"})
            bench.driverOf(pin).drive(3300, 4700);
        const auto run = [&](peripherals::I2cTransfer transfer) {
            while (const auto pause = transfer.step())
                bench.advance(*pause);
        };
        const auto addresses = addressesOf(model);
        auto& bus = bench.board().buses().i2c(bench.wireOf("scl"), bench.wireOf("sda"));
        const std::uint8_t address = addresses[bench.below(addresses.size())];
        const Bytes sent = bench.bytes(12);
        Bytes received(1 + bench.below(20));
        run({bus, {.address = address}, std::span<const std::uint8_t>(sent)});
        run({bus, {.address = address}, std::span<std::uint8_t>(received)});
        bench.wait();
    });
}

TEST(Noise, OnSpi)
{
    const auto fits = [](const PartModel& model) { return hasPin(model, "sck") && hasPin(model, "mosi"); };
    withEveryPart("spi", fits, [](NoiseBench& bench, const PartModel& model) {
        if (bench.below(4) == 0)
            bench.poke();
        if (hasPin(model, "cs"))
            bench.driverOf("cs").drive(bench.below(5) == 0 ? 3300 : 0, 40);
        bench.driverOf("sck").release();
        bench.driverOf("mosi").release();
        auto& bus = bench.board().buses().spi(bench.wireOf("sck"));
        peripherals::SpiBus::Format format;
        format.out = &bench.wireOf("mosi");
        format.in = hasPin(model, "miso") ? &bench.wireOf("miso") : nullptr;
        format.mode = {bench.below(2) != 0, bench.below(2) != 0};
        const Bytes sent = bench.bytes(80);
        Bytes received(sent.size());
        bus.open(format);
        bench.advance(bus.exchange(format, sent, received));
        bus.release();
        if (hasPin(model, "cs"))
            bench.driverOf("cs").drive(3300, 40);
        bench.wait();
    });
}

TEST(Noise, OnOneWire)
{
    const auto fits = [](const PartModel& model) { return hasPin(model, "data"); };
    withEveryPart("", fits, [](NoiseBench& bench, const PartModel&) {
        bench.driverOf("data").drive(3300, 4700);
        auto& bus = bench.board().buses().oneWire(bench.wireOf("data"));
        bench.advance(bus.reset().duration);
        for (const std::uint8_t byte : bench.bytes(12))
            for (int bit = 0; bit < 8; ++bit)
                bench.advance(bench.below(3) == 0 ? bus.read().duration : bus.write(byte >> bit & 1).duration);
        bench.wait();
    });
}

TEST(Noise, OnASerialInput)
{
    const auto fits = [](const PartModel& model) { return hasPin(model, "rx"); };
    withEveryPart("", fits, [](NoiseBench& bench, const PartModel&) {
        time::Timeline timeline(bench.loop());
        peripherals::SerialSender sender(timeline, bench.wireOf("rx"), {}, 3300, 50);
        sender.send(bench.bytes(64));
        bench.advance(sender.idleAt() - bench.now());
        bench.wait();
    });
}

// Whatever breaks and is mended while there is noise.
TEST(Noise, OfFaults)
{
    const auto fits = [](const PartModel& model) { return !model.description.pins.empty(); };
    withEveryPart("i2c", fits, [](NoiseBench& bench, const PartModel& model) {
        const auto& pins = model.description.pins;
        const std::string& pin = pins[bench.below(pins.size())].id;
        const auto& kinds = board::faultKinds();
        board::Fault fault{kinds[bench.below(kinds.size())], {}, 10};
        using enum board::FaultKind;
        if (fault.kind == WireCut)
            fault.place = "part." + pin;
        else if (fault.kind == PartAbsent || fault.kind == SensorFrozen)
            fault.place = "part";
        else
            fault.place = netOf(pin);
        auto& faults = bench.board().faults();
        if (fault.kind != BrownOut && faults.check(fault))
            faults.set(fault);
        bench.poke();
        bench.wait();
        if (bench.below(3) != 0)
            faults.clearAll();
    });
}

}  // namespace
}  // namespace coroboard::parts
