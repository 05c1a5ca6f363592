# SPDX-License-Identifier: MIT
# Sensor log: reads a sensor ten times a second and writes a mean every second.

import asyncio
from machine import ADC, Pin

sensor = ADC(Pin(@analog))


async def readings(values):
    while True:
        values.append(sensor.read_u16())
        await asyncio.sleep_ms(100)


async def report(values):
    while True:
        await asyncio.sleep(1)
        if values:
            print("mean", sum(values) // len(values), "of", len(values))
            values.clear()


async def main():
    values = []
    await asyncio.gather(readings(values), report(values))


asyncio.run(main())
