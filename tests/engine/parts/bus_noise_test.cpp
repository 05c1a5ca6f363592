// SPDX-License-Identifier: MIT
// Random traffic at every part that is on I2C or can be on SPI: nothing breaks, nothing hangs, and what they show stays a number.

#include <cmath>

#include <gtest/gtest.h>

#include "base/random.h"
#include "parts/part_model.h"
#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::Bytes;
using test::ChipBench;
using test::SpiChipBench;

constexpr int transfers = 400;

std::size_t below(Random& random, std::size_t limit)
{
    return static_cast<std::size_t>(random.integer(0, static_cast<std::int64_t>(limit) - 1));
}

time::Duration pause(Random& random)
{
    return time::Duration{random.integer(0, 30'000'000)};
}

Bytes randomBytes(Random& random)
{
    Bytes bytes(1 + below(random, 12));
    for (auto& byte : bytes)
        byte = static_cast<std::uint8_t>(below(random, 256));
    return bytes;
}

void expectNumbers(test::BoardBench& bench)
{
    for (const auto& value : bench.view("chip").values)
        EXPECT_TRUE(std::isfinite(value.value)) << value.name;
    for (const auto& control : bench.view("chip").controls) {
        EXPECT_TRUE(std::isfinite(control.actual)) << control.id;
        EXPECT_TRUE(!control.lastRead || std::isfinite(*control.lastRead)) << control.id;
    }
}

bool hasPin(const PartModel& model, std::string_view id)
{
    for (const auto& pin : model.description.pins)
        if (pin.id == id)
            return true;
    return false;
}

// Wires for the pins that must be on one, besides the buses'.
std::string otherWires(const PartModel& model)
{
    std::string wires;
    for (const auto& pin : model.description.pins)
        if (pin.otherwise.empty() && pin.id != "scl" && pin.id != "sda")
            wires += R"(, ")" + pin.id + R"(": "GP9")";
    return wires;
}

TEST(BusNoise, OnI2c)
{
    for (const PartModel& model : models()) {
        if (!model.i2cAddresses || !hasPin(model, "scl"))
            continue;
        SCOPED_TRACE(model.description.model);
        ChipBench bench(model.description.model, "", otherWires(model));
        Random random(1);
        std::map<std::string, double> numbers;
        for (const auto& number : model.numbers)
            numbers[number.id] = number.initial;
        std::map<std::string, std::string> words;
        for (const auto& word : model.words)
            words[word.id] = word.initial;
        const auto addresses = model.i2cAddresses({numbers, words, {}});
        ASSERT_FALSE(addresses.empty());
        for (int i = 0; i < transfers; ++i) {
            const std::uint8_t address = addresses[below(random, addresses.size())];
            bench.write(address, randomBytes(random));
            bench.read(address, 1 + below(random, 20));
            bench.advance(pause(random));
        }
        expectNumbers(bench);
    }
}

TEST(BusNoise, OnSpi)
{
    for (const PartModel& model : models()) {
        const bool choosesSpi =
            !model.words.empty() && model.words[0].id == "bus" && hasPin(model, "scl") && hasPin(model, "cs");
        if (!choosesSpi)
            continue;
        SCOPED_TRACE(model.description.model);
        SpiChipBench bench(model.description.model);
        Random random(2);
        for (int i = 0; i < transfers; ++i) {
            bench.exchange(randomBytes(random));
            bench.advance(pause(random));
        }
        expectNumbers(bench);
    }
}

}  // namespace
}  // namespace coroboard::parts
