# SPDX-License-Identifier: MIT
#
# Crossing: a traffic light that waits for people.
#
# Watch the "Event loop" pane while this runs:
#
#   * press the walk button:  `light` wakes from its Event and gives way
#   * slide the night switch: `light` is cancelled and the amber lamp blinks instead
#
# Nothing here waits in a busy loop: every coroutine sleeps, or waits for an Event.

import asyncio
from machine import PWM, Pin

red = Pin(4, Pin.OUT)
amber = Pin(5, Pin.OUT)
green = Pin(6, Pin.OUT)
walk_button = Pin(15, Pin.IN, Pin.PULL_UP)      # pressed = 0
night_switch = Pin(17, Pin.IN, Pin.PULL_UP)
buzzer = PWM(Pin(16), freq=1200, duty_u16=0)

walk = asyncio.Event()


def show(r, a, g):
    red.value(r)
    amber.value(a)
    green.value(g)


async def watch_button():
    """Sets the Event that `light` waits for. 20 ms between looks is longer than the button bounces."""
    while True:
        if not walk_button.value():
            walk.set()
        await asyncio.sleep_ms(20)


async def beep(times, pause):
    for _ in range(times):
        buzzer.duty_u16(20000)
        await asyncio.sleep_ms(40)
        buzzer.duty_u16(0)
        await asyncio.sleep_ms(pause)


async def light():
    """Green for the cars until somebody wants to walk; then once through the colours."""
    while True:
        show(0, 0, 1)
        await asyncio.sleep_ms(2000)            # the cars get at least this long
        await walk.wait()
        show(0, 1, 0)
        await asyncio.sleep_ms(1000)
        show(1, 0, 0)
        print("walk")
        await beep(12, 160)
        print("stop")
        walk.clear()
        show(1, 1, 0)
        await asyncio.sleep_ms(700)


async def blink_amber():
    while True:
        show(0, 1, 0)
        await asyncio.sleep_ms(500)
        show(0, 0, 0)
        await asyncio.sleep_ms(500)


async def main():
    """Runs one of the two, and changes over when the switch moves. Cancelling runs through wherever it waits."""
    asyncio.create_task(watch_button())
    while True:
        night = night_switch.value()
        running = asyncio.create_task(blink_amber() if night else light())
        print("night" if night else "day")
        while night_switch.value() == night:
            await asyncio.sleep_ms(50)
        running.cancel()
        buzzer.duty_u16(0)


asyncio.run(main())
