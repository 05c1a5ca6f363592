# SPDX-License-Identifier: MIT
#
# The bare Pico: two coroutines share its one LED.
#
# One counts, one says the count in flashes; an Event hands it over. Nothing runs while both wait.
# The same file runs on a Pico W, where the LED hangs on the wireless chip: "LED" is its name on both.

import asyncio
from machine import Pin

led = Pin("LED", Pin.OUT, value=0)
news = asyncio.Event()
count = 0


async def think():
    """Every two seconds there is something to say."""
    global count
    while True:
        await asyncio.sleep(2)
        count = count % 3 + 1
        print("flash", count, "times" if count > 1 else "time")
        news.set()


async def flash():
    while True:
        await news.wait()
        news.clear()
        for _ in range(count):
            led.on()
            await asyncio.sleep_ms(120)
            led.off()
            await asyncio.sleep_ms(180)


async def main():
    await asyncio.gather(think(), flash())


asyncio.run(main())
