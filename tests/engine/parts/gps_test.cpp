// SPDX-License-Identifier: MIT
// The GPS receiver as in the u-blox 6 Receiver Description: its sentences, and what it is told (with the document's own examples).

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parts/ublox_protocol.h"
#include "peripherals/serial_line.h"
#include "support/board_bench.h"

namespace coroboard::parts {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using Bytes = std::vector<std::uint8_t>;

std::string framed(std::uint8_t id, const Bytes& payload)
{
    return ubxFrame(0x06, id, payload);
}

class Gps : public testing::Test {
protected:
    Gps() { tune(9600); }

    void tune(double baud)
    {
        m_sender = std::make_unique<peripherals::SerialSender>(m_timeline, m_bench.wire("GP1"), peripherals::SerialFormat{.baud = baud}, 3300, 50);
        m_receiver = std::make_unique<peripherals::SerialReceiver>(m_timeline, m_bench.wire("GP0"), peripherals::SerialFormat{.baud = baud},
                                                                   [this](std::uint8_t byte, auto) { m_heard += static_cast<char>(byte); });
    }
    void send(const std::string& text) { m_sender->send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}); }
    std::string hear(time::Duration duration)
    {
        m_heard.clear();
        m_bench.advance(duration);
        return m_heard;
    }

    BoardBench m_bench{test::profileWith(R"({"id": "gps", "model": "gps", "wires": {"tx": "GP0", "rx": "GP1"},
        "parameters": {"noise": 0, "time to first fix": 0}, "controls": {"latitude": 47.285, "longitude": 8.565, "altitude": 499.6, "satellites": 5}})")};
    time::Timeline m_timeline{m_bench.loop()};
    std::string m_heard;
    std::unique_ptr<peripherals::SerialSender> m_sender;
    std::unique_ptr<peripherals::SerialReceiver> m_receiver;
};

TEST_F(Gps, SaysWhereItIsOnceASecond)
{
    m_bench.advance(900ms);
    const std::string text = hear(1s);
    EXPECT_THAT(text, testing::StartsWith("$GPRMC,000001.00,A,4717.10000,N,00833.90000,E,0.000,,010121,,,A*"));
    EXPECT_THAT(text, HasSubstr("$GPGGA,000001.00,4717.10000,N,00833.90000,E,1,05,1.20,499.6,M,45.0,M,,*"));
    EXPECT_THAT(text, HasSubstr("$GPGSV,2,2,05,"));
}

TEST_F(Gps, WithoutSatellitesItSaysSo)
{
    m_bench.set("gps", "satellites", 0);
    m_bench.advance(900ms);
    EXPECT_THAT(hear(1s), AllOf(HasSubstr(",V,,,,,,,"), HasSubstr("$GPGSV,1,1,00*79\r\n")));
}

// Section "PUBX,40": "$PUBX,40,GLL,1,0,0,0,0,0*5D"; PUBX,00 is asked for.
TEST_F(Gps, UnderstandsSentencesOfItsMaker)
{
    send("$PUBX,40,GLL,1,0,0,0,0,0*5D\r\n$PUBX,40,GSV,0,0,0,0,0,0*59\r\n$PUBX,40,RMC,0,0,0,0,0,0*48\r\n");  // the last checksum is wrong
    m_bench.advance(900ms);
    EXPECT_THAT(hear(1s), AllOf(HasSubstr("$GPRMC"), HasSubstr("$GPGGA"), Not(HasSubstr("GLL")), Not(HasSubstr("GSV"))));
    send("$PUBX,00*33");
    EXPECT_THAT(hear(500ms), HasSubstr("$PUBX,00,000001.91,4717.10000,N,00833.90000,E,499.600,G3,"));
}

TEST_F(Gps, AcknowledgesBinarySettings)
{
    send(std::string("\xb5\x62\x06\x01\x08\x00\xf0\x03\x00\x00\x00\x00\x00\x00\x02\x38", 16));  // no GSV
    EXPECT_EQ(hear(100ms), ubxFrame(0x05, 0x01, Bytes{0x06, 0x01}));
    send(framed(0x01, {0xf0, 0x01, 0}));  // no GLL on this port
    send(framed(0x01, {0x01, 0x07, 1}));  // a message of a later generation
    EXPECT_THAT(hear(200ms), testing::EndsWith(ubxFrame(0x05, 0x00, Bytes{0x06, 0x01})));
    EXPECT_THAT(hear(2s), AllOf(HasSubstr("GPGSA"), Not(HasSubstr("GSV")), Not(HasSubstr("GLL"))));
    send(framed(0x01, {0xf0, 0x03}));
    EXPECT_THAT(hear(100ms), HasSubstr(framed(0x01, {0xf0, 0x03, 0, 0, 0, 0, 0, 0})));
}

TEST_F(Gps, MeasuresFasterAndSpeaksFaster)
{
    send(framed(0x08, {200, 0, 1, 0, 1, 0}));
    send("$PUBX,41,1,0007,0003,38400,0*20\r\n");
    m_bench.advance(1500ms);
    tune(38400);
    m_bench.advance(500ms);
    const std::string text = hear(1s);
    std::size_t fixes = 0;
    for (std::size_t at = text.find("$GPRMC"); at != std::string::npos; at = text.find("$GPRMC", at + 1))
        ++fixes;
    EXPECT_EQ(fixes, 5u);
    EXPECT_THAT(text, HasSubstr(".20,A,"));
}

TEST(UbloxInput, PassesOverWhatIsBroken)
{
    UbloxInput input;
    std::vector<UbloxInput::Heard> heard;
    for (const char letter : std::string("x$GPTXT,half\n$A$EIGPQ,RMC*3a\xb5\x62\x0a\x04\xff\xff\xb5\x62\x0a\x04", 38) + std::string("\0\0\x0e\x34", 4))
        if (auto one = input.take(static_cast<std::uint8_t>(letter)); one.index() != 0)
            heard.push_back(std::move(one));
    ASSERT_EQ(heard.size(), 2u);
    EXPECT_EQ(std::get<std::string>(heard[0]), "EIGPQ,RMC");
    EXPECT_EQ(std::get<UbxMessage>(heard[1]).id, 0x04);
}

}  // namespace
}  // namespace coroboard::parts
