# SPDX-License-Identifier: MIT
# VL53L0X: the distance in millimetres, ranging back to back, while a hand may come nearer.
import asyncio
import struct
from machine import I2C

ADDRESS = 0x29
i2c = I2C(0)


def write(register, value):
    i2c.writeto_mem(ADDRESS, register, bytes([value]))


def read(register):
    return i2c.readfrom_mem(ADDRESS, register, 1)[0]


async def calibrate(step, start):
    write(0x01, step)
    write(0x00, start)
    while not read(0x13) & 7:
        await asyncio.sleep_ms(1)
    write(0x0B, 1)
    write(0x00, 0)


async def main():
    print("model %#x, revision %#x" % (read(0xC0), read(0xC2)))
    write(0x0A, 0x04)  # say when a new range is there
    await calibrate(0x01, 0x41)
    await calibrate(0x02, 0x01)
    write(0x01, 0xE8)
    write(0x00, 0x02)
    for _ in range(3):
        while not read(0x13) & 7:
            await asyncio.sleep_ms(5)
        millimetres = struct.unpack(">H", i2c.readfrom_mem(ADDRESS, 0x1E, 2))[0]
        write(0x0B, 1)
        print("about", round(millimetres, -2), "mm, valid" if read(0x14) >> 3 == 11 else "nothing there")
    write(0x00, 0x01)


asyncio.run(main())
