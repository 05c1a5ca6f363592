# SPDX-License-Identifier: MIT
# HX711: a kitchen scale.
import asyncio
from machine import Pin

data = Pin(2, Pin.IN)
clock = Pin(3, Pin.OUT, value=0)
COUNTS_PER_GRAM = 420


async def counts():
    while data.value():  # high until a conversion is ready
        await asyncio.sleep_ms(5)
    value = 0
    for _ in range(24):
        clock.on()
        value = value << 1 | data.value()
        clock.off()
    clock.on()  # the 25th pulse: channel A, gain 128
    clock.off()
    return value - (1 << 24) if value & 1 << 23 else value


async def main():
    zero = await counts()
    for _ in range(3):
        print("%d g" % round((await counts() - zero) / COUNTS_PER_GRAM))


asyncio.run(main())
