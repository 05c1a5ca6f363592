# SPDX-License-Identifier: MIT
# HD44780 on its own pins: four data lines, RS and E. A clock that counts.
import asyncio
from machine import Pin

rs = Pin(16, Pin.OUT)
enable = Pin(17, Pin.OUT)
lines = [Pin(number, Pin.OUT) for number in (18, 19, 20, 21)]


def nibble(value):
    for bit, line in enumerate(lines):
        line.value(value >> bit & 1)
    enable.on()
    enable.off()


def send(byte, data=0):
    rs.value(data)
    nibble(byte >> 4)
    nibble(byte)


def text(row, words):
    send(0x80 | row * 0x40)
    for letter in words:
        send(ord(letter), 1)


async def start():
    await asyncio.sleep_ms(50)
    for half in (3, 3, 3, 2):
        nibble(half)
        await asyncio.sleep_ms(5)
    for command in (0x28, 0x0C, 0x06, 0x01):
        send(command)
        await asyncio.sleep_ms(2)


async def main():
    await start()
    text(0, "Coroboard")
    for second in range(5):
        text(1, "%02d seconds" % second)
        await asyncio.sleep(1)
    print("counted to", second)


asyncio.run(main())
