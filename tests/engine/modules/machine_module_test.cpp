// SPDX-License-Identifier: MIT
// machine.* and time from Python on a bare board: what a program does to its pins, and when.
#include <gmock/gmock.h>

#include "peripherals/serial_line.h"
#include "support/test_bench.h"

namespace coroboard::modules {
namespace {

using namespace std::chrono_literals;
using test::TestBench;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(MachineModule, aPinHasOneObjectAndManyWaysToSetIt)
{
    TestBench bench(std::string(R"(
from machine import Pin
led = Pin('GP16', Pin.OUT, value=1)
print(Pin(16) is led, led.value(), led())
led.off(); print(led.value())
led.on(); led.toggle(); print(led.value())
led.value(1); print(led.value())
button = Pin(14, Pin.IN, Pin.PULL_UP)
print(button.value(), Pin(15, Pin.IN, Pin.PULL_DOWN).value())
for wrong in (99, 'GP99'):
    try:
        Pin(wrong)
    except ValueError as error:
        print('ValueError', error)
)"));
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(),
              "True 1 1\n0\n0\n1\n1 0\nValueError invalid pin\nValueError unknown named pin \"GP99\"\n");
    EXPECT_TRUE(bench.level("GP16"));
}

TEST(MachineModule, edgesOfAnAsyncioBlinkAreExactForHours)
{
    TestBench bench(std::string(R"(
import asyncio
from machine import Pin
async def main():
    led = Pin(16, Pin.OUT)
    while True:
        led.toggle()
        await asyncio.sleep_ms(500)
asyncio.run(main())
)"));
    bench.runFor(1h);
    const auto edges = bench.edges("GP16");
    ASSERT_EQ(edges.size(), 7200u);
    for (std::size_t i = 2; i < edges.size(); ++i) ASSERT_EQ(edges[i].when - edges[i - 1].when, 500ms) << i;
}

TEST(MachineModule, aPeriodicTimerIsExactWhateverTheProgramDoes)
{
    TestBench bench(std::string(R"(
from machine import Pin, Timer
led = Pin(16, Pin.OUT)
Timer(freq=50, callback=lambda t: led.toggle())
while True:
    pass
)"));
    bench.runFor(2s);
    const auto edges = bench.edges("GP16");
    ASSERT_GE(edges.size(), 98u);
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const auto drift = edges[i].when - edges[0].when - static_cast<int>(i) * 20ms;
        EXPECT_LT(std::chrono::abs(drift), 5us) << i;    // up to the length of the bytecodes it interrupts
    }
}

TEST(MachineModule, pinInterruptsCallTheirHandlerOnTheAskedEdges)
{
    TestBench bench(std::string(R"(
from machine import Pin
import time
out = Pin(2, Pin.OUT, value=0)
seen = []
for trigger in (Pin.IRQ_RISING, Pin.IRQ_FALLING, Pin.IRQ_RISING | Pin.IRQ_FALLING):
    seen.clear()
    out.irq(lambda p: seen.append(p.value()), trigger)
    for level in (1, 0, 1, 0):
        out.value(level)
        time.sleep_us(200)
    print(len(seen))
out.irq(None)
out.value(1)
time.sleep_us(200)
print(len(seen))
)"));
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(), "2\n2\n4\n4\n");
}

TEST(MachineModule, disabledInterruptsWaitUntilTheyAreEnabled)
{
    TestBench bench(std::string(R"(
import machine, time
log = []
machine.Timer(period=1, mode=machine.Timer.ONE_SHOT, callback=lambda t: log.append('timer'))
state = machine.disable_irq()
time.sleep_ms(5)
log.append('still off')
machine.enable_irq(state)
time.sleep_ms(1)
print(log)
)"));
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(), "['still off', 'timer']\n");
}

TEST(MachineModule, pwmAndAdcMeetOnTheirPins)
{
    TestBench bench(std::string(R"(
from machine import Pin, PWM, ADC
pwm = PWM(Pin(18), freq=1000, duty_u16=32768)
print(pwm.freq(), pwm.duty_u16(), abs(pwm.duty_ns() - 500000) < 100)
for bad in (0, 100000000):
    try:
        pwm.freq(bad)
    except ValueError as error:
        print('ValueError')
adc = ADC(Pin(26))
value = adc.read_u16()
print(0 <= value <= 65535, adc.read_uv() >= 0)
try:
    ADC(Pin(5))
except ValueError as error:
    print(error)
)"));
    bench.runFor(100ms);
    EXPECT_EQ(bench.console(),
              "1000 32768 True\nValueError\nValueError\nTrue True\nPin doesn't have ADC capabilities\n");
}

TEST(TimeModule, sleepsAreTrueToTheMicrosecondAndNeverEarly)
{
    TestBench bench(std::string(R"(
import time
from machine import Pin
p = Pin(0, Pin.OUT)
for us in (1, 10, 1000, 123456):
    start = time.ticks_us()
    time.sleep_us(us)
    took = time.ticks_diff(time.ticks_us(), start)
    print(us <= took <= us + 60)
start = time.ticks_ms(); time.sleep(1.5); print(time.ticks_diff(time.ticks_ms(), start))
print(time.time() > 1600000000, time.localtime()[0], time.gmtime(0)[:3])
)"));
    bench.runFor(3s);
    EXPECT_EQ(bench.console(), "True\nTrue\nTrue\nTrue\n1500\nTrue 2021 (1970, 1, 1)\n");
}

TEST(MachineModule, anEdgeOnAWakePinEndsADeepSleep)
{
    TestBench bench(std::string(R"(
import machine
from machine import Pin
pin = Pin(14, Pin.IN, Pin.PULL_UP)
print(machine.reset_cause())
if machine.reset_cause() == machine.PWRON_RESET:
    pin.irq(None, Pin.IRQ_FALLING, wake=machine.DEEPSLEEP)
    machine.deepsleep()
)"));
    bench.runFor(1s);
    EXPECT_EQ(bench.console(), "1\n");
    peripherals::WireDriver button(bench.board().pin("GP14")->wire());
    button.drive(0, 1);
    bench.runFor(1s);
    EXPECT_EQ(bench.console(), "1\n4\n");
}

TEST(MachineModule, ctrlCEndsALoopOfTransfers)
{
    auto profile = test::barePins();
    profile.chip.controllers["i2c0"] = {{"scl", "GP1"}, {"sda", "GP0"}};
    TestBench bench(std::string(R"(
from machine import I2C
i2c = I2C(0, freq=10000)
buffer = bytearray(64)
try:
    while True:
        try:
            i2c.writeto(0x42, buffer)
        except OSError:
            pass
except KeyboardInterrupt:
    print('interrupted')
)"), profile);
    bench.runFor(100ms);
    bench.type("\x03");
    bench.runFor(10ms);
    EXPECT_EQ(bench.console(), "interrupted\n");
}

TEST(MachineModule, aUartHearsWhatAnotherSends)
{
    auto profile = test::barePins();
    profile.chip.controllers["uart0"] = {{"tx", "GP0"}, {"rx", "GP1"}};
    TestBench bench(std::string(R"(
import asyncio
from machine import UART, Pin
uart = UART(0, 9600)
def handler(u):
    print('irq', u.irq().flags() & 1)
uart.irq(handler, UART.IRQ_RX)
async def main():
    line = await asyncio.StreamReader(uart).readline()
    print(line, uart.any(), uart.read(2))
asyncio.run(main())
)"), profile);
    bench.runFor(100ms);
    ASSERT_EQ(bench.simulation().exceptionText(), "");
    time::Timeline timeline(bench.simulation().loop());
    peripherals::SerialSender sender(timeline, bench.board().pin("GP1")->wire(), {9600}, 3300, 40);
    const std::string text = "hello\nab";
    sender.send({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    bench.runFor(5ms);
    EXPECT_EQ(bench.console().substr(0, 6), "irq 1\n");
    bench.runFor(100ms);
    EXPECT_THAT(bench.console(), HasSubstr("b'hello\\n'"));
}

TEST(MachineModule, whatIsAbsentRaisesByName)
{
    TestBench bench(std::string(R"(
import machine
for name in ('CAN', 'SDCard'):
    try:
        getattr(machine, name)
    except AttributeError as error:
        print(error)
)"));
    bench.runFor(100ms);
    EXPECT_THAT(bench.console(), HasSubstr("'CAN'"));
    EXPECT_THAT(bench.console(), HasSubstr("'SDCard'"));
}

}  // namespace
}  // namespace coroboard::modules
