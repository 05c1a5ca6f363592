// SPDX-License-Identifier: MIT
// MAX98357A and INMP441: sound out and in over I2S, with figures of their data sheets.
#include <cmath>
#include <numeric>

#include <gtest/gtest.h>

#include "base/exact_math.h"
#include "peripherals/i2s.h"
#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using peripherals::I2s;
using peripherals::I2sChannels;
using peripherals::I2sMode;
using test::BoardBench;
using test::profileWith;

class I2sParts : public testing::Test {
protected:
    explicit I2sParts(const std::string& parts) : bench(profileWith(parts)) {}
    std::unique_ptr<I2s> open(I2sMode mode, I2sChannels channels, int bits)
    {
        return std::make_unique<I2s>(bench.board().chip().timeline(), bench.board().buses().i2s(bench.pin("GP0").wire()),
                                     I2s::Pins{&bench.pin("GP0"), &bench.pin("GP1"), &bench.pin("GP2")},
                                     peripherals::I2sSettings{mode, channels, {bits, 16'000}, 64'000}, "i2s0", nullptr);
    }
    BoardBench bench;
};

class Speaker : public I2sParts {
protected:
    Speaker()
        : I2sParts(R"({"id": "both", "model": "max98357a", "wires": {"bclk": "GP0", "lrclk": "GP1", "din": "GP2"}},
                      {"id": "right", "model": "max98357a", "parameters": {"channel": "right"}, "wires": {"bclk": "GP0", "lrclk": "GP1", "din": "GP2"}})")
    {}
};

TEST_F(Speaker, PlaysTheToneThatIsSent)
{
    const auto unit = open(I2sMode::Transmit, I2sChannels::Stereo, 16);
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 1600; ++i) {
        const auto sample = static_cast<std::int16_t>(std::lround(16384 * sine(2 * 3.14159265358979 * 500 * i / 16000)));
        for (const std::uint16_t each : {static_cast<std::uint16_t>(sample), std::uint16_t{0}}) {
            bytes.push_back(static_cast<std::uint8_t>(each));
            bytes.push_back(static_cast<std::uint8_t>(each >> 8));
        }
    }
    EXPECT_EQ(bench.value("both", "sounding"), 0);
    unit->write(bytes);
    bench.advance(90ms);
    EXPECT_EQ(bench.value("both", "sounding"), 1);
    EXPECT_NEAR(bench.value("both", "frequency"), 500, 2);
    EXPECT_NEAR(bench.value("both", "peak"), 0.25, 0.001);
    EXPECT_NEAR(bench.value("both", "level"), 0.25 / std::sqrt(2.0), 0.005);
    EXPECT_EQ(bench.value("right", "sounding"), 0);
    bench.advance(200ms);
    EXPECT_EQ(bench.value("both", "sounding"), 0);
    EXPECT_EQ(bench.value("both", "wave0"), 0);
}

class MicrophoneOnI2s : public I2sParts {
protected:
    MicrophoneOnI2s()
        : I2sParts(R"({"id": "mic", "model": "inmp441", "wires": {"sck": "GP0", "ws": "GP1", "sd": "GP2"}})")
    {}
    // Decibels of full scale of the left or the right samples.
    double listen(int channel)
    {
        const auto unit = open(I2sMode::Receive, I2sChannels::Stereo, 32);
        bench.advance(110ms);
        std::vector<std::uint8_t> bytes(1600 * 8);
        EXPECT_EQ(unit->read(bytes), bytes.size());
        double squares = 0;
        for (std::size_t i = 0; i < 1600; ++i) {
            std::uint32_t word = 0;
            for (std::size_t byte = 0; byte < 4; ++byte)
                word |= std::uint32_t{bytes[i * 8 + static_cast<std::size_t>(channel) * 4 + byte]} << 8 * byte;
            EXPECT_EQ(word & 0xff, 0u);
            const double sample = static_cast<std::int32_t>(word) / 2147483648.0;
            squares += sample * sample;
        }
        return squares > 0 ? 10 * std::log10(squares / 1600) : -999;
    }
};

TEST_F(MicrophoneOnI2s, HearsThePressureOfItsDataSheet)
{
    ASSERT_TRUE(bench.board().setControl("mic", "sound", 94));
    EXPECT_NEAR(listen(0), -26, 0.5);
    EXPECT_EQ(listen(1), -999);
    ASSERT_TRUE(bench.board().setControl("mic", "sound", 74));
    EXPECT_NEAR(listen(0), -46, 0.5);
}

}  // namespace
}  // namespace coroboard::parts
