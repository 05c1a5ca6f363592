# SPDX-License-Identifier: MIT
# NeoPixels: a rainbow runs through a strip and the ring that follows it on the same wire; a matrix with zigzag rows glows by itself.
import asyncio
from machine import Pin
from neopixel import NeoPixel

chain = NeoPixel(Pin(0), 24)
matrix = NeoPixel(Pin(1), 64)


def wheel(position, light):
    position %= 96
    third, along = divmod(position, 32)
    up, down = along * light // 32, (32 - along) * light // 32
    return ((down, up, 0), (0, down, up), (up, 0, down))[third]


async def rainbow():
    for step in range(60):
        for i in range(24):
            chain[i] = wheel(i * 4 + step * 3, 160)
        chain.write()
        await asyncio.sleep_ms(40)


async def plasma():
    for step in range(30):
        for row in range(8):
            for column in range(8):
                along = column if row % 2 == 0 else 7 - column
                matrix[row * 8 + along] = wheel((row - 3) * (column - 4) * 3 + step * 4, 90)
        matrix.write()
        await asyncio.sleep_ms(80)


async def main():
    await asyncio.gather(rainbow(), plasma())
    print("last of the chain:", chain[23])


asyncio.run(main())
