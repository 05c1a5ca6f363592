# SPDX-License-Identifier: MIT
# Blink: a LED blinks while another coroutine counts, both on one event loop.

import asyncio
from machine import Pin

led = Pin(@led, Pin.OUT)


async def blink():
    while True:
        led.toggle()
        await asyncio.sleep_ms(500)


async def count():
    seconds = 0
    while True:
        print(seconds)
        await asyncio.sleep(1)
        seconds += 1


async def main():
    await asyncio.gather(blink(), count())


asyncio.run(main())
