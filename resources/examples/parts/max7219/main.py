# SPDX-License-Identifier: MIT
# MAX7219: four matrices in a chain. What is sent first goes furthest; all take what they hold when select rises. A text wanders through.
import asyncio
import framebuf
from machine import SPI, Pin

CHIPS = 4
WIDTH = CHIPS * 8
TEXT = "await me"

spi = SPI(0, 10_000_000, sck=Pin(18), mosi=Pin(19))
select = Pin(17, Pin.OUT, value=1)
buffer = bytearray(WIDTH)
picture = framebuf.FrameBuffer(buffer, WIDTH, 8, framebuf.MONO_HLSB)


def send(data):
    select(0)
    spi.write(data)
    select(1)


def everyone(register, value):
    send(bytes((register, value)) * CHIPS)


def show():
    for row in range(8):
        send(bytes(b for chip in range(CHIPS) for b in (row + 1, buffer[row * CHIPS + chip])))


async def main():
    for register, value in ((9, 0), (10, 4), (11, 7), (15, 0), (12, 1)):
        everyone(register, value)
    for place in range(WIDTH, -8 * len(TEXT), -1):
        picture.fill(0)
        picture.text(TEXT, place, 0)
        show()
        await asyncio.sleep_ms(40)
    print("gone by")


asyncio.run(main())
