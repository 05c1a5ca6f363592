// SPDX-License-Identifier: MIT
// MPU-6050, LSM6DSOX, LSM6DS3TR-C, LIS3DH, ADXL345, LIS3MDL: identities, power-on values, sensitivities of the data sheets, rates, flags, FIFO, both buses.

#include <algorithm>

#include <gmock/gmock.h>

#include "support/chip_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using test::Bytes;
using test::ChipBench;
using test::SpiChipBench;
using testing::ElementsAre;

int signedMost(const Bytes& bytes, std::size_t at)
{
    return ChipBench::signedWord(bytes[at] << 8 | bytes[at + 1]);
}
int signedLeast(const Bytes& bytes, std::size_t at)
{
    return ChipBench::signedWord(bytes[at + 1] << 8 | bytes[at]);
}

TEST(Mpu6050, SleepsUntilItIsWoken)
{
    ChipBench bench("mpu6050");
    EXPECT_EQ(bench.byte(0x68, 0x75), 0x68);
    EXPECT_EQ(bench.byte(0x68, 0x6b), 0x40);
    bench.advance(100ms);
    EXPECT_EQ(bench.word(0x68, 0x3f), 0);
    bench.write(0x68, {0x6b, 0x00});
    bench.advance(10ms);
    EXPECT_NEAR(bench.word(0x68, 0x3f), 16384, 150) << "1 g upwards";
    bench.write(0x68, {0x6b, 0x80});
    EXPECT_EQ(bench.byte(0x68, 0x6b), 0x40);
}

TEST(Mpu6050, MeasuresPoseTurnAndWarmth)
{
    ChipBench bench("mpu6050");
    bench.write(0x68, {0x6b, 0x00});
    bench.write(0x68, {0x1c, 0x10});  // ±8 g: 4096 a g
    bench.write(0x68, {0x1b, 0x08});  // ±500 °/s: 65.5 a degree a second
    bench.set("chip", "acceleration_x", 2);
    bench.set("chip", "rotation_z", 100);
    bench.set("chip", "temperature", 36.53);
    bench.advance(1min);
    const Bytes data = bench.read(0x68, {0x3b}, 14);
    EXPECT_NEAR(signedMost(data, 0), 8192, 50);
    EXPECT_NEAR(signedMost(data, 4), 4096, 50);
    EXPECT_NEAR(signedMost(data, 6), 0, 5);
    EXPECT_NEAR(signedMost(data, 12), 6550, 15);
}

TEST(Mpu6050, FlagsNewDataAtItsRate)
{
    ChipBench bench("mpu6050");
    bench.write(0x68, {0x1a, 0x03});
    bench.write(0x68, {0x19, 49});  // 20 Hz
    bench.write(0x68, {0x6b, 0x00});
    bench.advance(49ms);
    EXPECT_EQ(bench.byte(0x68, 0x3a) & 1, 0);
    bench.advance(1ms);
    EXPECT_EQ(bench.byte(0x68, 0x3a) & 1, 1);
    EXPECT_EQ(bench.byte(0x68, 0x3a) & 1, 0) << "cleared by reading";
}

TEST(Mpu6050, FillsItsFifo)
{
    ChipBench bench("mpu6050");
    bench.write(0x68, {0x1a, 0x03});
    bench.write(0x68, {0x19, 9});  // 100 Hz
    bench.write(0x68, {0x6b, 0x00});
    bench.write(0x68, {0x23, 0x08});  // acceleration
    bench.write(0x68, {0x6a, 0x44});
    bench.advance(101ms);
    EXPECT_EQ(bench.word(0x68, 0x72), 60);
    const Bytes first = bench.read(0x68, {0x74}, 6);
    EXPECT_NEAR(signedMost(first, 4), 16384, 150);
    EXPECT_EQ(bench.word(0x68, 0x72), 54);
    bench.advance(10s);
    EXPECT_EQ(bench.word(0x68, 0x72), 1024);
    EXPECT_EQ(bench.byte(0x68, 0x3a) & 0x10, 0x10) << "overflow";
    bench.write(0x68, {0x6a, 0x04});
    EXPECT_EQ(bench.word(0x68, 0x72), 0);
}

// How often GP2 rises within a tenth of a second.
std::size_t rises(BoardBench& bench)
{
    test::WireLog log(bench.wire("GP2"));
    bench.advance(100ms);
    return static_cast<std::size_t>(std::count_if(log.events.begin(), log.events.end(), [](const auto& event) {
        return event.kind == peripherals::WireEvent::Kind::Edge && event.level;
    }));
}

TEST(Mpu6050, PulsesItsInterruptPinForEveryMeasurement)
{
    ChipBench bench("mpu6050", "", R"(, "int": "GP2")");
    bench.write(0x68, {0x1a, 0x03});
    bench.write(0x68, {0x19, 9});  // 100 Hz
    bench.write(0x68, {0x6b, 0x00});
    EXPECT_EQ(rises(bench), 0u);
    bench.write(0x68, {0x38, 0x01});
    EXPECT_EQ(rises(bench), 10u);
    bench.write(0x68, {0x37, 0x20});  // latched until the status is read
    EXPECT_EQ(rises(bench), 1u);
    bench.byte(0x68, 0x3a);
    EXPECT_FALSE(bench.wire("GP2").level());
    bench.write(0x68, {0x38, 0x00});
    EXPECT_EQ(rises(bench), 0u);
    EXPECT_TRUE(bench.idle());
}

TEST(Lis3dh, RaisesInterrupt1UntilItsDataIsRead)
{
    ChipBench bench("lis3dh", "", R"(, "int1": "GP2")");
    bench.write(0x18, {0x22, 0x10});
    bench.write(0x18, {0x20, 0x57});
    EXPECT_EQ(rises(bench), 1u);
    EXPECT_TRUE(bench.wire("GP2").level());
    bench.read(0x18, {0xa8}, 6);
    EXPECT_FALSE(bench.wire("GP2").level());
    EXPECT_EQ(rises(bench), 1u);
}

TEST(Lsm6dsox, RaisesInterrupt1UntilItsDataIsRead)
{
    ChipBench bench("lsm6dsox", "", R"(, "int1": "GP2")");
    bench.write(0x6a, {0x0d, 0x02});
    bench.write(0x6a, {0x11, 0x40});
    EXPECT_EQ(rises(bench), 1u);
    bench.read(0x6a, {0x22}, 6);
    EXPECT_FALSE(bench.wire("GP2").level());
}

TEST(Adxl345, SaysOnAPinOfChoiceThatThereIsData)
{
    ChipBench bench("adxl345", "", R"(, "int2": "GP2")");
    bench.write(0x53, {0x2e, 0x80});
    bench.write(0x53, {0x2d, 0x08});
    EXPECT_EQ(rises(bench), 0u) << "it goes to INT1";
    bench.write(0x53, {0x2f, 0x80});
    EXPECT_TRUE(bench.wire("GP2").level());
    bench.read(0x53, {0x32}, 6);
    EXPECT_EQ(rises(bench), 1u);
}

TEST(Lsm6dsox, MeasuresAtItsOwnRates)
{
    ChipBench bench("lsm6dsox");
    EXPECT_EQ(bench.byte(0x6a, 0x0f), 0x6c);
    EXPECT_EQ(bench.byte(0x6a, 0x12), 0x04);
    EXPECT_EQ(bench.byte(0x6a, 0x1e), 0);
    bench.write(0x6a, {0x10, 0x48});  // 104 Hz, ±4 g
    bench.write(0x6a, {0x11, 0x1c});  // 12.5 Hz, ±2000 °/s
    bench.set("chip", "rotation_x", -700);
    bench.advance(15ms);
    EXPECT_EQ(bench.byte(0x6a, 0x1e) & 3, 1);
    bench.advance(70ms);
    EXPECT_EQ(bench.byte(0x6a, 0x1e), 7);
    const Bytes rotation = bench.read(0x6a, {0x22}, 6);
    EXPECT_NEAR(signedLeast(rotation, 0), -10'000, 15) << "70 mdps a digit";
    EXPECT_EQ(bench.byte(0x6a, 0x1e) & 2, 0) << "read";
    EXPECT_NEAR(ChipBench::signedWord(bench.wordLowFirst(0x6a, 0x20)), -3 * 256, 5) << "22 °C";
}

TEST(Lsm6dsox, KeepsTheDataSheetsSensitivities)
{
    ChipBench bench("lsm6dsox");
    const auto upwards = [&](std::uint8_t control) {
        bench.write(0x6a, {0x10, control});
        bench.advance(100ms);
        return ChipBench::signedWord(bench.wordLowFirst(0x6a, 0x2c));
    };
    EXPECT_NEAR(upwards(0x40), 1 / 0.000061, 150);
    EXPECT_NEAR(upwards(0x44), 1 / 0.000488, 20);
    EXPECT_NEAR(upwards(0x48), 1 / 0.000122, 80);
    EXPECT_NEAR(upwards(0x4c), 1 / 0.000244, 40);
    bench.write(0x6a, {0x01, 0x80});
    EXPECT_EQ(bench.byte(0x6a, 0x0f), 0) << "the bank of embedded functions";
    bench.write(0x6a, {0x01, 0x00});
    bench.write(0x6a, {0x12, 0x01});
    EXPECT_EQ(bench.byte(0x6a, 0x10), 0) << "reset";
}

TEST(Lsm6dsox, AnswersOnSpi)
{
    SpiChipBench bench("lsm6dsox");
    EXPECT_THAT(bench.read(0x8f, 1), ElementsAre(0x6c));
    bench.exchange({0x10, 0x40});
    bench.advance(50ms);
    EXPECT_NEAR(signedLeast(bench.read(0xa8, 6), 4), 16393, 150);
}

TEST(Lsm6ds3trc, IsTheSameWithAnotherIdentity)
{
    ChipBench bench("lsm6ds3trc");
    EXPECT_EQ(bench.byte(0x6a, 0x0f), 0x6a);
    bench.write(0x6a, {0x10, 0x40});
    bench.advance(50ms);
    EXPECT_NEAR(ChipBench::signedWord(bench.wordLowFirst(0x6a, 0x2c)), 1 / 0.000061, 150);
}

TEST(Lis3mdl, MeasuresTheFieldInGauss)
{
    ChipBench bench("lis3mdl", R"(, "parameters": {"address": 30})");
    EXPECT_EQ(bench.byte(0x1e, 0x0f), 0x3d);
    EXPECT_EQ(bench.byte(0x1e, 0x20), 0x10);
    EXPECT_EQ(bench.byte(0x1e, 0x22), 0x03) << "powered down";
    bench.set("chip", "magnetic_field", 50);
    bench.set("chip", "magnetic_inclination", 0);
    const auto northwards = [&](std::uint8_t range) {
        bench.write(0x1e, {0x21, range});
        bench.write(0x1e, {0x20, 0xfc});  // 80 Hz, with temperature
        bench.write(0x1e, {0x22, 0x00});
        bench.advance(20ms);
        EXPECT_EQ(bench.byte(0x1e, 0x27), 0x0f);
        return signedLeast(bench.read(0x1e, {0xa8}, 8), 2);
    };
    EXPECT_NEAR(northwards(0x00), 3421, 80) << "half a gauss at 6842 a gauss";
    EXPECT_NEAR(northwards(0x60), 855, 20);
    EXPECT_NEAR(ChipBench::signedWord(ChipBench::least(bench.read(0x1e, {0xae}, 2))), -24, 1) << "22 °C";
    bench.set("chip", "yaw", 180);
    bench.advance(2s);
    EXPECT_NEAR(northwards(0x00), -3421, 80);
}

TEST(Lis3mdl, MeasuresOnce)
{
    ChipBench bench("lis3mdl");
    bench.write(0x1c, {0x20, 0x1c});
    bench.write(0x1c, {0x22, 0x01});
    bench.advance(13ms);
    EXPECT_EQ(bench.byte(0x1c, 0x27), 0x0f);
    EXPECT_EQ(bench.byte(0x1c, 0x22), 0x03);
    bench.read(0x1c, {0xa8}, 6);
    bench.advance(1s);
    EXPECT_EQ(bench.byte(0x1c, 0x27), 0);
}

TEST(Lis3dh, HasThreeResolutions)
{
    ChipBench bench("lis3dh");
    EXPECT_EQ(bench.byte(0x18, 0x0f), 0x33);
    EXPECT_EQ(bench.byte(0x18, 0x20), 0x07);
    const auto upwards = [&](std::uint8_t control1, std::uint8_t control4) {
        bench.write(0x18, {0x23, control4});
        bench.write(0x18, {0x20, control1});
        bench.advance(100ms);
        return ChipBench::signedWord(ChipBench::least(bench.read(0x18, {0xac}, 2)));
    };
    EXPECT_NEAR(upwards(0x57, 0x08), 1000 << 4, 160) << "high resolution: 1 mg a digit, left";
    EXPECT_NEAR(upwards(0x57, 0x00), 250 << 6, 160) << "normal: 4 mg";
    EXPECT_NEAR(upwards(0x5f, 0x00), 62.5 * 256, 300) << "low power: 16 mg";
    EXPECT_NEAR(upwards(0x57, 0x38), 83 << 4, 20) << "±16 g: 12 mg";
}

TEST(Lis3dh, MovesItsPointerOnlyWhenAsked)
{
    ChipBench bench("lis3dh");
    bench.write(0x18, {0x20, 0x57});
    bench.advance(15ms);
    EXPECT_EQ(bench.byte(0x18, 0x27) & 8, 8);
    const Bytes stays = bench.read(0x18, {0x0f}, 2);
    EXPECT_THAT(stays, ElementsAre(0x33, 0x33));
    bench.read(0x18, {0xa8}, 6);
    EXPECT_EQ(bench.byte(0x18, 0x27), 0);
}

class Lis3dhEvents : public testing::Test {
protected:
    void put(std::uint8_t number, const Bytes& values)
    {
        Bytes bytes = {number};
        bytes.insert(bytes.end(), values.begin(), values.end());
        m_bench.write(0x18, bytes);
    }
    void perform(environment::Gesture gesture)
    {
        m_bench.board().stimuli().perform(gesture);
        m_bench.advance(1s);
    }
    bool pin(const char* name) { return m_bench.wire(name).level(); }

    ChipBench m_bench{"lis3dh", "", R"(, "int1": "GP2", "int2": "GP3")"};
};

// ST AN3308, "Click interrupt": latched, on INT1.
TEST_F(Lis3dhEvents, AClickAndTwo)
{
    put(0x22, {0x80});
    put(0xba, {0x80 | 80, 10, 20, 255});  // 1.28 g, 25 ms, 50 ms, 638 ms
    put(0x38, {0x15});
    put(0x20, {0x77});  // 400 Hz
    m_bench.advance(100ms);
    EXPECT_FALSE(pin("GP2"));
    perform(environment::Gesture::Tap);
    EXPECT_TRUE(pin("GP2"));
    EXPECT_EQ(m_bench.byte(0x18, 0x39), 0x5c) << "one, along z, downwards";
    EXPECT_FALSE(pin("GP2"));
    put(0x38, {0x2a});
    perform(environment::Gesture::Tap);
    EXPECT_EQ(m_bench.byte(0x18, 0x39), 0) << "two are wanted";
    perform(environment::Gesture::DoubleTap);
    EXPECT_EQ(m_bench.byte(0x18, 0x39), 0x6c);
}

// ST AN3308, "Free-fall detection": all axes below 350 mg for 30 ms.
TEST_F(Lis3dhEvents, FreeFallOnItsSecondPin)
{
    put(0x25, {0x40});
    put(0xb2, {22, 3});
    put(0x30, {0x95});
    put(0x20, {0x57});  // 100 Hz
    m_bench.board().stimuli().perform(environment::Gesture::FreeFall);
    m_bench.advance(20ms);
    EXPECT_FALSE(pin("GP3"));
    m_bench.advance(20ms);
    EXPECT_TRUE(pin("GP3"));
    EXPECT_EQ(m_bench.byte(0x18, 0x31), 0x55);
    m_bench.advance(1s);
    EXPECT_FALSE(pin("GP3")) << "it is not latched";
}

TEST_F(Lis3dhEvents, WakesWhenItIsTiltedAndHoldsUntilItIsRead)
{
    put(0x22, {0x40});
    put(0x24, {0x08});
    put(0xb2, {20, 0});
    put(0x30, {0x0a});  // x or y above 0.32 g
    put(0x20, {0x57});
    m_bench.advance(100ms);
    EXPECT_FALSE(pin("GP2"));
    m_bench.set("chip", "pitch", 40);
    m_bench.advance(500ms);
    EXPECT_TRUE(pin("GP2"));
    m_bench.set("chip", "pitch", 0);
    m_bench.advance(500ms);
    EXPECT_TRUE(pin("GP2"));
    EXPECT_EQ(m_bench.byte(0x18, 0x31), 0x42);
    EXPECT_FALSE(pin("GP2"));
}

TEST(Lis3dh, AnswersOnSpi)
{
    SpiChipBench bench("lis3dh");
    EXPECT_THAT(bench.read(0x8f, 1), ElementsAre(0x33));
    bench.exchange({0x20, 0x57});
    bench.exchange({0x23, 0x08});
    bench.advance(50ms);
    EXPECT_NEAR(signedLeast(bench.read(0xe8, 6), 4), 16000, 160);
}

// The gestures of the window, as its interrupts find them.
class Adxl345Events : public testing::Test {
protected:
    void put(std::uint8_t number, std::uint8_t value) { m_bench.write(0x53, {number, value}); }
    // Measures, and looks for these.
    void lookFor(std::uint8_t bits)
    {
        put(0x2d, 0x08);
        put(0x2e, bits);
    }
    void perform(environment::Gesture gesture)
    {
        m_bench.board().stimuli().perform(gesture);
        m_bench.advance(1s);
    }
    int found() { return m_bench.byte(0x53, 0x30) & 0x7c; }

    ChipBench m_bench{"adxl345", "", R"(, "int1": "GP2")"};
};

TEST_F(Adxl345Events, ATapAndTwo)
{
    for (const auto& [number, value] : {std::pair{0x2a, 0x07}, {0x1d, 20}, {0x21, 50}, {0x22, 20}, {0x23, 255}})
        put(static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(value));
    lookFor(0x60);
    perform(environment::Gesture::Tap);
    EXPECT_TRUE(m_bench.wire("GP2").level());
    EXPECT_EQ(found(), 0x40);
    EXPECT_FALSE(m_bench.wire("GP2").level()) << "reading the source clears it";
    EXPECT_EQ(m_bench.byte(0x53, 0x2b), 0x01) << "along z";
    perform(environment::Gesture::DoubleTap);
    EXPECT_EQ(found(), 0x60);
    m_bench.advance(2s);
    EXPECT_EQ(found(), 0);
}

TEST_F(Adxl345Events, FreeFallThatLasts)
{
    put(0x28, 9);   // 0.56 g
    put(0x29, 40);  // 200 ms
    lookFor(0x04);
    m_bench.board().stimuli().perform(environment::Gesture::FreeFall);
    m_bench.advance(150ms);
    EXPECT_EQ(found(), 0);
    m_bench.advance(100ms);
    EXPECT_EQ(found(), 0x04);
}

TEST_F(Adxl345Events, ActivityAndItsEnd)
{
    put(0x24, 18);    // 1.125 g
    put(0x25, 18);
    put(0x26, 2);     // s
    put(0x27, 0x77);  // all axes, as they are
    lookFor(0x18);
    m_bench.advance(1s);
    EXPECT_EQ(found(), 0);
    perform(environment::Gesture::Shake);
    EXPECT_EQ(found(), 0x10);
    m_bench.advance(3s);
    EXPECT_EQ(found(), 0x08);
}

TEST_F(Adxl345Events, WhatIsNotEnabledIsNotFound)
{
    put(0x24, 1);
    put(0x27, 0x70);
    lookFor(0x80);
    perform(environment::Gesture::Shake);
    EXPECT_EQ(found(), 0);
}

TEST(Adxl345, StandsByUntilItMeasures)
{
    ChipBench bench("adxl345");
    EXPECT_EQ(bench.byte(0x53, 0x00), 0xe5);
    EXPECT_EQ(bench.byte(0x53, 0x2c), 0x0a);
    bench.advance(50ms);
    EXPECT_EQ(bench.byte(0x53, 0x30), 0);
    bench.write(0x53, {0x2d, 0x08});
    bench.advance(11ms);
    EXPECT_EQ(bench.byte(0x53, 0x30), 0x80);
    EXPECT_NEAR(signedLeast(bench.read(0x53, {0x32}, 6), 4), 256, 4);
    EXPECT_EQ(bench.byte(0x53, 0x30), 0);
    bench.advance(30ms);
    EXPECT_EQ(bench.byte(0x53, 0x30), 0x81) << "and some were missed";
}

TEST(Adxl345, KnowsRangesJustificationAndOffsets)
{
    ChipBench bench("adxl345");
    bench.set("chip", "acceleration_x", -12);
    bench.write(0x53, {0x2d, 0x08});
    const auto data = [&](std::uint8_t format) {
        bench.write(0x53, {0x31, format});
        bench.advance(20ms);
        return bench.read(0x53, {0x32}, 6);
    };
    EXPECT_EQ(signedLeast(data(0x00), 0), -512) << "±2 g is too little";
    EXPECT_NEAR(signedLeast(data(0x03), 0), -12 * 32, 2);
    EXPECT_NEAR(signedLeast(data(0x0b), 0), -12 * 256, 6) << "full resolution";
    EXPECT_NEAR(signedLeast(data(0x07), 4), 32 << 6, 128) << "left";
    bench.write(0x53, {0x20, 0xc0});  // -64 · 15.6 mg upwards
    EXPECT_NEAR(signedLeast(data(0x0b), 4), 0, 5);
}

TEST(Adxl345, AnswersOnSpi)
{
    SpiChipBench bench("adxl345");
    EXPECT_THAT(bench.read(0x80, 1), ElementsAre(0xe5));
    bench.exchange({0x2d, 0x08});
    bench.advance(30ms);
    EXPECT_NEAR(signedLeast(bench.read(0xf2, 6), 4), 256, 4);
}

}  // namespace
}  // namespace coroboard::parts
