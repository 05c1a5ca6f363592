// SPDX-License-Identifier: MIT
#include "peripherals/uart.h"

#include <gtest/gtest.h>

#include "support/board_bench.h"

namespace coroboard::peripherals {
namespace {

using namespace std::chrono_literals;
using test::BoardBench;
using test::profileWith;

// Two controllers on the same wires: one sends, the other receives and asks for more.
class UartFlow : public testing::Test {
protected:
    static UartSettings settings(std::size_t receiveBuffer)
    {
        UartSettings made;
        made.format.baud = 10'000;  // a byte takes a millisecond
        made.receiveBuffer = receiveBuffer;
        return made;
    }
    BoardBench bench{profileWith("")};
    time::Timeline& timeline = bench.board().chip().timeline();
    Pin& data = bench.pin("GP0");
    Pin& flow = bench.pin("GP1");
    std::vector<std::uint8_t> text = std::vector<std::uint8_t>(100, 'x');
};

TEST_F(UartFlow, AFullReceiverHoldsTheSenderBack)
{
    Uart sender(timeline, {.tx = &data, .cts = &flow}, settings(8), "uart0");
    Uart receiver(timeline, {.rx = &data, .rts = &flow}, settings(8), "uart1");
    EXPECT_EQ(flow.function(), "uart1 rts");
    sender.write(text);
    bench.advance(200ms);
    EXPECT_TRUE(flow.wire().level());
    EXPECT_FALSE(sender.hasSent());
    EXPECT_LE(receiver.available(), 10u);
    EXPECT_GE(receiver.available(), 8u);
    std::size_t got = 0;
    std::vector<std::uint8_t> buffer(64);
    for (int i = 0; i < 40; ++i) {
        got += receiver.read(buffer);
        bench.advance(10ms);
    }
    EXPECT_EQ(got, 100u);
    EXPECT_EQ(receiver.lost(), 0u);
    EXPECT_TRUE(sender.hasSent());
}

TEST_F(UartFlow, WithoutItBytesAreLost)
{
    Uart sender(timeline, {.tx = &data}, settings(8), "uart0");
    Uart receiver(timeline, {.rx = &data}, settings(8), "uart1");
    sender.write(text);
    bench.advance(200ms);
    EXPECT_EQ(receiver.available(), 8u);
    EXPECT_EQ(receiver.lost(), 92u);
}

TEST_F(UartFlow, OneDirectionMayBeInverted)
{
    UartSettings inverted = settings(8);
    inverted.format.inverted = true;
    Uart sender(timeline, {.tx = &data}, inverted, "uart0");
    UartSettings hears = settings(8);
    hears.hearsInverted = true;
    Uart receiver(timeline, {.rx = &data}, hears, "uart1");
    EXPECT_FALSE(data.wire().level());
    sender.write(std::vector<std::uint8_t>{0x5a});
    bench.advance(5ms);
    std::vector<std::uint8_t> got(1);
    EXPECT_EQ(receiver.read(got), 1u);
    EXPECT_EQ(got[0], 0x5a);
}

TEST_F(UartFlow, SentIsToldOnceForAll)
{
    Uart sender(timeline, {.tx = &data}, settings(8), "uart0");
    int sent = 0;
    sender.onEvent([&](Uart::Event event) { sent += event == Uart::Event::Sent; });
    sender.write(text);
    bench.advance(99ms);
    EXPECT_EQ(sent, 0);
    bench.advance(10ms);
    EXPECT_EQ(sent, 1);
}

}  // namespace
}  // namespace coroboard::peripherals
