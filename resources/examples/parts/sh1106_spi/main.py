# SPDX-License-Identifier: MIT
# SH1106 on SPI: a chessboard page by page, then a fade by the contrast register.
import asyncio
from machine import SPI, Pin

spi = SPI(0, 4_000_000, sck=Pin(18), mosi=Pin(19))
dc, reset, select = Pin(20, Pin.OUT), Pin(21, Pin.OUT, value=0), Pin(17, Pin.OUT, value=1)


def send(is_data, data):
    dc(is_data)
    select(0)
    spi.write(data)
    select(1)


async def main():
    await asyncio.sleep_ms(1)
    reset(1)
    for page in range(8):
        send(0, bytes((0xB0 | page, 0x02, 0x10)))
        send(1, (b"\xff" * 8 + b"\x00" * 8 if page % 2 else b"\x00" * 8 + b"\xff" * 8) * 8)
    send(0, b"\xaf")
    for contrast in range(255, 0, -10):
        send(0, bytes((0x81, contrast)))
        await asyncio.sleep_ms(40)
    print("contrast", contrast)


asyncio.run(main())
