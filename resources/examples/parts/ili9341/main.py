# SPDX-License-Identifier: MIT
# ILI9341: asks the chip who it is, fills windows with colours and scrolls a part of the picture without sending it again.
import asyncio
from machine import SPI, Pin

WIDTH, HEIGHT = 240, 320
TOP = 40

spi = SPI(0, 40_000_000, sck=Pin(18), mosi=Pin(19), miso=Pin(16))
dc, reset, select = Pin(20, Pin.OUT), Pin(21, Pin.OUT, value=0), Pin(17, Pin.OUT, value=1)


def send(command, data=b"", answer=0):
    select(0)
    dc(0)
    spi.write(bytes((command,)))
    dc(1)
    spi.write(data)
    answered = spi.read(answer)
    select(1)
    return answered


def pair(first, last):
    return bytes((first >> 8, first & 255, last >> 8, last & 255))


def fill(x, y, width, height, colour):
    send(0x2A, pair(x, x + width - 1))
    send(0x2B, pair(y, y + height - 1))
    send(0x2C, colour.to_bytes(2, "big") * (width * height))


async def main():
    await asyncio.sleep_ms(10)
    reset(1)
    await asyncio.sleep_ms(120)
    print("chip", send(0xD3, answer=4)[2:].hex())
    send(0x11)
    await asyncio.sleep_ms(120)
    send(0x36, b"\x48")  # upright, colours blue first
    send(0x3A, b"\x55")
    fill(0, 0, WIDTH, TOP, 0xFFFF)
    for band in range(14):
        fill(0, TOP + band * 20, WIDTH, 20, (0xF800, 0xFD20, 0xFFE0, 0x07E0, 0x07FF, 0x001F, 0xF81F)[band % 7])
    send(0x29)
    send(0x33, pair(TOP, HEIGHT - TOP) + b"\x00\x00")  # the top stays, the rest moves
    for line in range(100):
        send(0x37, (TOP + line).to_bytes(2, "big"))
        await asyncio.sleep_ms(20)
    print("scrolled by", line)


asyncio.run(main())
