# SPDX-License-Identifier: MIT
# SSD1306 on I2C: a picture in a FrameBuffer, sent to the display ten times a second while a ball bounces.
import asyncio
import framebuf
from machine import I2C

ADDRESS = 0x3C
WIDTH, HEIGHT = 128, 64

i2c = I2C(0, freq=400_000)
buffer = bytearray(WIDTH * HEIGHT // 8)
picture = framebuf.FrameBuffer(buffer, WIDTH, HEIGHT, framebuf.MONO_VLSB)


def command(*values):
    i2c.writeto(ADDRESS, bytes([0x00]) + bytes(values))


def start():
    command(0x8D, 0x14)  # the charge pump feeds the glass
    command(0x20, 0x00)  # write along the rows
    command(0xA1, 0xC8)  # upright
    command(0xAF)


def show():
    command(0x21, 0, WIDTH - 1, 0x22, 0, HEIGHT // 8 - 1)
    i2c.writevto(ADDRESS, (b"\x40", buffer))


async def main():
    start()
    x, y, dx, dy = 10, 30, 5, 3
    for step in range(30):
        picture.fill(0)
        picture.text("step %d" % step, 4, 4)
        picture.rect(0, 16, WIDTH, HEIGHT - 16, 1)
        picture.ellipse(x, y, 4, 4, 1, True)
        show()
        x, y = x + dx, y + dy
        dx = -dx if not 8 < x < WIDTH - 8 else dx
        dy = -dy if not 24 < y < HEIGHT - 8 else dy
        await asyncio.sleep_ms(100)
    print("the ball is at", x, y)


asyncio.run(main())
