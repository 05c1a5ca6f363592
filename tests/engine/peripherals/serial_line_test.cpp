// SPDX-License-Identifier: MIT
#include "peripherals/serial_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using time::powerOn;

class SerialLineTest : public testing::Test {
protected:
    SerialReceiver::Callback taking()
    {
        return [this](std::uint8_t byte, SerialReceiver::Fault fault) {
            received.push_back(static_cast<char>(byte));
            faults.push_back(fault);
            times.push_back(loop.now());
        };
    }
    void send(SerialSender& sender, std::string_view text)
    {
        sender.send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
        loop.runUntilIdle();
    }
    bool sound() const
    {
        return std::all_of(faults.begin(), faults.end(), [](auto fault) { return fault == SerialReceiver::Fault::None; });
    }

    time::EventLoop loop;
    time::Timeline timeline{loop};
    Wire wire{timeline, "TX", 3300};
    std::string received;
    std::vector<SerialReceiver::Fault> faults;
    std::vector<time::VirtualTime> times;
};

TEST_F(SerialLineTest, EveryFormatCarriesEveryByte)
{
    std::string all;
    for (int byte = 0; byte < 128; ++byte)
        all.push_back(static_cast<char>(byte));
    for (const SerialFormat format : {SerialFormat{9600}, SerialFormat{115200, 8, Parity::Even}, SerialFormat{300, 7, Parity::Odd, 2},
                                      SerialFormat{.baud = 57600, .inverted = true}}) {
        received.clear();
        faults.clear();
        SerialSender sender(timeline, wire, format, 3300, 40);
        const SerialReceiver receiver(timeline, wire, format, taking());
        send(sender, all);
        EXPECT_EQ(received, all) << format.baud;
        EXPECT_TRUE(sound()) << format.baud;
        EXPECT_TRUE(sender.isIdle());
    }
}

TEST_F(SerialLineTest, AFrameTakesItsTimeAndArrivesInTheMiddleOfItsStopBit)
{
    const SerialFormat format{10'000};
    SerialSender sender(timeline, wire, format, 3300, 40);
    const SerialReceiver receiver(timeline, wire, format, taking());
    send(sender, "ab");
    ASSERT_EQ(times.size(), 2u);
    EXPECT_EQ(times[0], powerOn + 950us);
    EXPECT_EQ(times[1], powerOn + 1950us);
}

TEST_F(SerialLineTest, AnotherSpeedReadsGarbage)
{
    SerialSender sender(timeline, wire, {9600}, 3300, 40);
    const SerialReceiver receiver(timeline, wire, {19200}, taking());
    send(sender, "Coroboard");
    EXPECT_NE(received, "Coroboard");
    EXPECT_FALSE(received.empty());
}

TEST_F(SerialLineTest, TheWrongParityIsNoticed)
{
    SerialSender sender(timeline, wire, {9600, 8, Parity::Even}, 3300, 40);
    const SerialReceiver receiver(timeline, wire, {9600, 8, Parity::Odd}, taking());
    send(sender, "x");
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0], SerialReceiver::Fault::Parity);
}

TEST_F(SerialLineTest, APinThatIsToggledIsReadToo)
{
    WireDriver pin(wire);
    pin.drive(3300, 40);
    const SerialReceiver receiver(timeline, wire, {1000}, taking());
    for (const char level : std::string("0100000101")) {  // start, 'A' from its lowest bit, stop
        pin.drive(level == '1' ? 3300 : 0, 40);
        loop.runFor(1ms);
    }
    EXPECT_EQ(received, "A");
}

TEST_F(SerialLineTest, ABreakIsAFrameWithoutStop)
{
    SerialSender sender(timeline, wire, {9600}, 3300, 40);
    const SerialReceiver receiver(timeline, wire, {9600}, taking());
    sender.sendBreak();
    loop.runUntilIdle();
    ASSERT_EQ(faults.size(), 1u);
    EXPECT_EQ(faults[0], SerialReceiver::Fault::Framing);
    EXPECT_EQ(received[0], 0);
}

}  // namespace
}  // namespace coroboard::peripherals
