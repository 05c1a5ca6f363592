// SPDX-License-Identifier: MIT
// NeoPixels, told by pulses with the WS2812B data sheet's times.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bus_traffic.h"

namespace coroboard::parts {
namespace {

using peripherals::Burst;
using peripherals::Flips;
using peripherals::PinMode;
using test::BoardBench;
using test::Bytes;
using test::dotAt;
using test::profileWith;
using namespace std::chrono_literals;

constexpr auto strip = R"({"id": "strip", "model": "neopixel", "wires": {"din": "GP0"}, "parameters": {"columns": 3}})";

// The pulses of some bytes; `high` of a 0 and of a 1.
std::shared_ptr<const Burst> pulses(time::VirtualTime start, const Bytes& bytes, time::Duration zero = 400ns, time::Duration one = 800ns)
{
    Flips flips;
    time::Duration at{};
    for (const std::uint8_t byte : bytes)
        for (int bit = 7; bit >= 0; --bit) {
            if (at.count() > 0)
                flips.push_back(at);
            flips.push_back(at + (byte >> bit & 1 ? one : zero));
            at += 1250ns;
        }
    return Burst::make(start, true, flips);
}

class NeoPixels : public testing::Test {
protected:
    void use(const std::string& parts)
    {
        m_bench = std::make_unique<BoardBench>(profileWith(parts));
        m_bench->pin("GP0").configure(PinMode::Out);
    }
    void send(const Bytes& bytes, time::Duration zero = 400ns, time::Duration one = 800ns)
    {
        auto& pin = m_bench->pin("GP0");
        pin.play(pulses(m_bench->now(), bytes, zero, one));
        m_bench->advance(1250ns * 8 * static_cast<std::int64_t>(bytes.size()));
        pin.write(false);
        m_bench->advance(1us);
    }
    std::string dot(int x, int y = 0, const char* part = "strip") { return dotAt(m_bench->view(part), x, y); }

    std::unique_ptr<BoardBench> m_bench;
};

TEST_F(NeoPixels, GreenComesFirstAndShowsAfterTheResetTime)
{
    use(strip);
    send({0x10, 0x20, 0x30, 0x01, 0x02, 0x03});
    EXPECT_EQ(dot(0), "000000");
    m_bench->advance(50us);
    EXPECT_EQ(dot(0), "201030");
    EXPECT_EQ(dot(1), "020103");
    EXPECT_EQ(dot(2), "000000");
    EXPECT_EQ(m_bench->value("strip", "bits out of tolerance"), 0);
}

TEST_F(NeoPixels, APixelWithoutAllItsBitsKeepsWhatItShows)
{
    use(strip);
    send({1, 2, 3});
    m_bench->advance(60us);
    send({9, 9});
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "020103");
}

TEST_F(NeoPixels, AFrameThatNobodyLookedAtGivesWayToTheNext)
{
    use(strip);
    for (std::uint8_t frame = 1; frame <= 3; ++frame) {
        send({frame, 2, 3});
        m_bench->advance(60us);
    }
    EXPECT_EQ(dot(0), "020303");
    EXPECT_EQ(dot(1), "000000");
}

TEST_F(NeoPixels, AShortPauseDoesNotEndTheFrame)
{
    use(strip);
    send({1, 2, 3});
    m_bench->advance(20us);
    send({4, 5, 6});
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "020103");
    EXPECT_EQ(dot(1), "050406");
}

TEST_F(NeoPixels, TimesOutsideTheDataSheetAreCounted)
{
    use(strip);
    send({0xff, 0x00, 0xff}, 550ns, 950ns);
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "00ffff");
    EXPECT_EQ(m_bench->value("strip", "bits out of tolerance"), 0);
    send({0xff, 0x00, 0xff}, 560ns, 800ns);
    m_bench->advance(60us);
    EXPECT_EQ(m_bench->value("strip", "bits out of tolerance"), 8);
    // The 400 kHz timing of the older WS2811: every bit looks like a one.
    send({0x00, 0x00, 0x00}, 800ns, 1600ns);
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "ffffff");
}

TEST_F(NeoPixels, TheRestGoesOnToTheNext)
{
    auto profile = test::profileText(R"({"id": "strip", "model": "neopixel", "wires": {"din": "GP0", "dout": "LINK"}, "parameters": {"columns": 1}},
        {"id": "second", "model": "neopixel", "wires": {"din": "LINK"}, "parameters": {"columns": 2}})");
    profile.insert(1, R"("nets": ["LINK"], )");
    m_bench = std::make_unique<BoardBench>(board::parseProfile(profile, "bench.json").value());
    m_bench->pin("GP0").configure(PinMode::Out);
    send({1, 2, 3, 4, 5, 6, 7, 8, 9});
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "020103");
    EXPECT_EQ(dot(0, 0, "second"), "050406");
    EXPECT_EQ(dot(1, 0, "second"), "080709");
}

TEST_F(NeoPixels, ZigzagRowsAndFourColours)
{
    use(R"({"id": "strip", "model": "neopixel", "wires": {"din": "GP0"},
        "parameters": {"layout": "matrix", "columns": 2, "rows": 2, "wiring": "zigzag", "order": "GRBW"}})");
    send({0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0x10, 0, 0, 4, 0xff});
    m_bench->advance(60us);
    EXPECT_EQ(dot(0, 0), "000001");
    EXPECT_EQ(dot(1, 0), "000002");
    EXPECT_EQ(dot(1, 1), "101013");
    EXPECT_EQ(dot(0, 1), "ffffff");
}

TEST_F(NeoPixels, APinThatIsToggledByHandWorksToo)
{
    use(strip);
    auto& pin = m_bench->pin("GP0");
    for (int bit = 0; bit < 24; ++bit) {
        pin.write(true);
        m_bench->advance(bit == 0 ? 800ns : 400ns);
        pin.write(false);
        m_bench->advance(600ns);
    }
    m_bench->advance(60us);
    EXPECT_EQ(dot(0), "008000");
}

}  // namespace
}  // namespace coroboard::parts
