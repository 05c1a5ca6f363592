# SPDX-License-Identifier: MIT
# SH1106 on I2C: it has 132 columns of which the glass shows 128, and is written page by page.
import asyncio
import framebuf
from machine import I2C

ADDRESS = 0x3C
FIRST_COLUMN = 2

i2c = I2C(0, freq=400_000)
buffer = bytearray(128 * 8)
picture = framebuf.FrameBuffer(buffer, 128, 64, framebuf.MONO_VLSB)
view = memoryview(buffer)


def command(*values):
    i2c.writeto(ADDRESS, b"\x00" + bytes(values))


def show():
    for page in range(8):
        command(0xB0 | page, FIRST_COLUMN & 0x0F, 0x10 | FIRST_COLUMN >> 4)
        i2c.writevto(ADDRESS, (b"\x40", view[page * 128 : page * 128 + 128]))


async def bars():
    levels = [3, 9, 5, 12, 7, 10, 4, 8]
    for round in range(10):
        picture.fill(0)
        picture.text("round %d" % round, 4, 0)
        for i, level in enumerate(levels):
            picture.fill_rect(6 + i * 15, 63 - level * 4, 11, level * 4, 1)
        show()
        levels = levels[1:] + levels[:1]
        await asyncio.sleep_ms(200)


async def main():
    command(0xA1, 0xC8, 0xAF)
    await bars()
    command(0xA7)
    print("inverted")


asyncio.run(main())
