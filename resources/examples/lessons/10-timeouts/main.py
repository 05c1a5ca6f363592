# SPDX-License-Identifier: MIT
#
# 10 · Timeouts: wait, but not for ever.
#
# wait_for() cancels what took too long. Watch the bar in the "Event loop" pane: it shows how
# much of each wait is left. Press Button A within three seconds and run it again without.

import asyncio
from machine import Pin

red = Pin(16, Pin.OUT)
green = Pin(17, Pin.OUT)
button = Pin(14, Pin.IN, Pin.PULL_UP)


async def press():
    while button.value():
        await asyncio.sleep_ms(20)


async def slow_sensor(seconds):
    await asyncio.sleep(seconds)
    return 42


async def main():
    print("fast sensor:", await asyncio.wait_for(slow_sensor(1), 2))
    try:
        print(await asyncio.wait_for(slow_sensor(5), 2))
    except asyncio.TimeoutError:
        print("slow sensor: gave up")
    green.on()
    try:
        await asyncio.wait_for(press(), 3)
        print("you pressed the button")
    except asyncio.TimeoutError:
        red.on()
        print("nobody pressed the button")
    await asyncio.sleep(1)
    green.off()
    red.off()


asyncio.run(main())
