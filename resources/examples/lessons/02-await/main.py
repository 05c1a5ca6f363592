# SPDX-License-Identifier: MIT
#
# 2 · Await: a coroutine steps aside, others run, and it goes on with the result.
#
# Watch the editor: the blue mark shows the line where each coroutine is suspended. While
# `measure` waits, `blink` has the chip. When the value is there, `main` goes on in the very
# line where it stopped, with the result bound.

import asyncio
from machine import ADC, Pin

green = Pin(17, Pin.OUT)
light = ADC(1)


async def measure():
    total = 0
    for _ in range(4):
        total += light.read_u16()
        await asyncio.sleep_ms(500)            # stop here, let the others run, come back
    return total // 4


async def blink():
    while True:
        green.toggle()
        await asyncio.sleep_ms(125)


async def main():
    other = asyncio.create_task(blink())
    print("main: waiting for a measurement")
    value = await measure()                    # two seconds later this line goes on
    print("main: it is", "bright" if value > 60000 else "dim" if value > 1000 else "dark")
    other.cancel()


asyncio.run(main())
