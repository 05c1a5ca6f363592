# SPDX-License-Identifier: MIT
# HD44780 behind a PCF8574: four data lines, RS, E and the light, all by single bytes on I2C. A clock that counts and a character of one's own.
import asyncio
from machine import I2C

ADDRESS = 0x27
RS, E, LIGHT = 1, 4, 8

i2c = I2C(0, freq=100_000)


def nibble(value, rs):
    byte = value & 0xF0 | LIGHT | rs
    i2c.writeto(ADDRESS, bytes((byte | E, byte)))


def send(byte, rs=0):
    nibble(byte, rs)
    nibble(byte << 4, rs)


def text(row, words):
    send(0x80 | row * 0x40)
    for letter in words:
        send(ord(letter), RS)


async def start():
    await asyncio.sleep_ms(20)
    for _ in range(3):
        nibble(0x30, 0)
        await asyncio.sleep_ms(5)
    nibble(0x20, 0)
    for command in (0x28, 0x0C, 0x06, 0x01):
        send(command)
        await asyncio.sleep_ms(2)
    send(0x48)  # the dots of character 1
    for dots in (0x00, 0x0A, 0x1F, 0x1F, 0x0E, 0x04, 0x00, 0x00):
        send(dots, RS)


async def main():
    await start()
    text(0, "Coroboard \x01")
    for second in range(5):
        text(1, "%02d seconds" % second)
        await asyncio.sleep(1)
    print("counted to", second)


asyncio.run(main())
