# SPDX-License-Identifier: MIT
# TM1637: a clock of four digits on two wires that are moved by hand: least significant bit first, the chip answers in the ninth clock.
import asyncio
from machine import Pin

DIGITS = b"\x3f\x06\x5b\x4f\x66\x6d\x7d\x07\x7f\x6f"
clk = Pin(1, Pin.OPEN_DRAIN, value=1)
dio = Pin(0, Pin.OPEN_DRAIN, value=1)


def send(*values):
    dio(0)
    clk(0)
    for value in values:
        for bit in range(8):
            dio(value >> bit & 1)
            clk(1)
            clk(0)
        dio(1)
        clk(1)
        if dio():
            raise OSError("nobody acknowledges")
        clk(0)
    dio(0)
    clk(1)
    dio(1)


def show(hours, minutes, colon):
    digits = [DIGITS[n] for n in (hours // 10, hours % 10, minutes // 10, minutes % 10)]
    digits[1] |= 0x80 if colon else 0
    send(0x40)
    send(0xC0, *digits)


async def main():
    send(0x88 | 7)
    for minute in range(58, 62):
        for colon in (True, False):
            show(12 + minute // 60, minute % 60, colon)
            await asyncio.sleep_ms(500)
    print("it is", 12 + minute // 60, minute % 60)


asyncio.run(main())
