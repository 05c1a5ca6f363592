# SPDX-License-Identifier: MIT
# A 5 × 5 LED matrix: one task lights row after row, faster than the eye; another one changes the picture.
import asyncio
from machine import Pin

HEART = (0b01010, 0b11111, 0b11111, 0b01110, 0b00100)
SMALL = (0b00000, 0b01010, 0b01110, 0b00100, 0b00000)

rows = [Pin(number, Pin.OUT, value=0) for number in range(0, 5)]
columns = [Pin(number, Pin.OUT, value=1) for number in range(8, 13)]
picture = HEART


async def refresh():
    while True:
        for row, dots in zip(rows, picture):
            for place, column in enumerate(columns):
                column(not dots >> (4 - place) & 1)
            row(1)
            await asyncio.sleep_ms(2)
            row(0)


async def beat():
    global picture
    for _ in range(4):
        picture = SMALL
        await asyncio.sleep_ms(250)
        picture = HEART
        await asyncio.sleep_ms(500)


async def main():
    asyncio.create_task(refresh())
    await beat()
    print("four beats")


asyncio.run(main())
