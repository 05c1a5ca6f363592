# SPDX-License-Identifier: MIT
#
# 3 · Locals stay intact: a suspended coroutine keeps every variable until it goes on.
#
# Watch the "Event loop" pane: open the row of a counter and look at its variables while it
# sleeps. Three coroutines run the same code; each has its own `name`, `n` and `seen`.

import asyncio
from machine import Pin


async def counter(name, pin, pause):
    led = Pin(pin, Pin.OUT)
    seen = []
    for n in range(4):
        led.toggle()
        seen.append(n * n)
        await asyncio.sleep_ms(pause)          # name, led, seen and n wait here, unharmed
    led.off()
    return "{} saw {}".format(name, seen)


async def main():
    results = await asyncio.gather(counter("red", 16, 700), counter("green", 17, 500), counter("blue", 18, 300))
    for line in results:
        print(line)


asyncio.run(main())
