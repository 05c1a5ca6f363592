# SPDX-License-Identifier: MIT
# An LED bar as a level: it rises and falls, and the top LED fades with what is left over.
import asyncio
from machine import PWM, Pin

bars = [PWM(Pin(number), freq=1000, duty_u16=0) for number in range(10)]


def show(level):
    for place, bar in enumerate(bars):
        bar.duty_u16(int(min(1, max(0, level - place)) * 65535))


async def main():
    for step in list(range(0, 101)) + list(range(100, 34, -1)):
        show(step / 10)
        await asyncio.sleep_ms(15)
    print("level", step / 10)


asyncio.run(main())
