# SPDX-License-Identifier: MIT
# Button and event: pressing the button sets an Event, and a coroutine that waits for it wakes up.

import asyncio
from machine import Pin

led = Pin(@led, Pin.OUT)
button = Pin(@button, Pin.IN, Pin.PULL_UP)      # pressed = 0


async def watch(pressed):
    before = 1
    while True:
        now = button.value()
        if before and not now:
            pressed.set()
        before = now
        await asyncio.sleep_ms(10)


async def main():
    pressed = asyncio.Event()
    watcher = asyncio.create_task(watch(pressed))
    while True:
        await pressed.wait()
        pressed.clear()
        led.toggle()
        print("pressed")


asyncio.run(main())
