# SPDX-License-Identifier: MIT
# SSD1306 on SPI: the pin D/C says whether a byte is a command or a part of the picture. Text scrolls in the chip itself.
import asyncio
import framebuf
from machine import SPI, Pin

spi = SPI(0, 10_000_000, sck=Pin(18), mosi=Pin(19))
dc, reset, select = Pin(20, Pin.OUT), Pin(21, Pin.OUT, value=0), Pin(17, Pin.OUT, value=1)
buffer = bytearray(128 * 8)
picture = framebuf.FrameBuffer(buffer, 128, 64, framebuf.MONO_VLSB)


def send(is_data, data):
    dc(is_data)
    select(0)
    spi.write(data)
    select(1)


async def main():
    await asyncio.sleep_ms(10)
    reset(1)
    send(0, bytes((0x8D, 0x14, 0x20, 0x00, 0xA1, 0xC8, 0x21, 0, 127, 0x22, 0, 7, 0xAF)))
    picture.text("Coroboard", 28, 12)
    picture.text("awaits you", 24, 36)
    send(1, buffer)
    # Pages 4 to 6 to the right, a step every 5 frames, until told to stop.
    send(0, bytes((0x26, 0, 4, 0, 6, 0, 0xFF, 0x2F)))
    await asyncio.sleep(2)
    send(0, b"\x2e")
    print("scrolled")


asyncio.run(main())
