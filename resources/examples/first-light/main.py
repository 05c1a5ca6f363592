# SPDX-License-Identifier: MIT
#
# First light: a handful of coroutines share one board.
#
# Watch the "Event loop" pane while this runs. Each row there is one coroutine; only one of them
# runs at any moment, and each gives way to the others where it says `await`. Then try:
#
#   * drag the Light slider:         the blue LED follows it
#   * press Button A (or the A key): the green worker is cancelled and starts again
#   * drag Temperature above 30 °C:  the alarm counts down; press Button B within 5 s to calm it
#
# The same file runs on a Raspberry Pi Pico with these parts on these pins.

import asyncio
import time
from machine import ADC, PWM, Pin

red = Pin(16, Pin.OUT)
green = Pin(17, Pin.OUT)
blue = PWM(Pin(18), freq=1000, duty_u16=0)
button_a = Pin(14, Pin.IN, Pin.PULL_UP)        # pressed = 0: it connects the pin to ground
button_b = Pin(15, Pin.IN, Pin.PULL_UP)
light = ADC(1)                                 # GP27
thermometer = ADC(2)                           # GP28


async def heartbeat():
    """Two short flashes, then a rest. sleep_ms() hands the chip to the others."""
    while True:
        for pause in (80, 120, 80, 720):
            red.toggle()
            await asyncio.sleep_ms(pause)


async def dim_with_light():
    """The darker the room, the brighter the blue LED."""
    level = 0
    while True:
        wanted = 65535 - light.read_u16()
        level += (wanted - level) // 4         # a quarter of the way each time: no flicker
        blue.duty_u16(level)
        await asyncio.sleep_ms(20)


async def press_of(button):
    """Waits until a button is pressed, and ignores its bounce."""
    while button.value():
        await asyncio.sleep_ms(10)
    await asyncio.sleep_ms(20)
    while not button.value():
        await asyncio.sleep_ms(10)


async def work():
    """A job that takes a while: the green LED blinks faster and faster, then rests."""
    try:
        while True:
            for step in range(8):
                green.toggle()
                await asyncio.sleep_ms(400 - 45 * step)
    finally:
        green.off()                            # runs when the task is cancelled, too


async def supervise():
    """Button A cancels the worker and starts a new one."""
    count = 1
    worker = asyncio.create_task(work())
    while True:
        await press_of(button_a)
        worker.cancel()
        try:
            await worker                       # let its `finally` run before going on
        except asyncio.CancelledError:
            print("worker", count, "was cancelled at", time.ticks_ms(), "ms")
        count += 1
        worker = asyncio.create_task(work())


def celsius():
    """The thermistor and its resistor halve the supply at 25 °C; near there each degree takes 1.1 % away."""
    share = thermometer.read_u16() / 65535
    return 25 + (0.5 - share) / 0.0111


async def temperature_alarm():
    """Above 30 °C: ask for Button B, but do not wait for ever."""
    while True:
        warm = celsius()
        if warm < 30:
            await asyncio.sleep_ms(500)
            continue
        print("it is {:.1f} °C: press button B".format(warm))
        try:
            await asyncio.wait_for(press_of(button_b), 5)
            print("thank you")
            await asyncio.sleep(10)
        except asyncio.TimeoutError:
            print("nobody came")


async def main():
    print("first light: drag a sensor, press a button")
    await asyncio.gather(heartbeat(), dim_with_light(), supervise(), temperature_alarm())


asyncio.run(main())
