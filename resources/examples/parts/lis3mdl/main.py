# SPDX-License-Identifier: MIT
# LIS3MDL: where the top of the board points to, by the magnetic field, while it lies flat.
import asyncio
import struct
from math import atan2, degrees
from machine import I2C

ADDRESS = 0x1C
i2c = I2C(0)


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x0F, 1)[0]))
    i2c.writeto_mem(ADDRESS, 0x20, b"\x5c")  # 80 Hz, high performance
    i2c.writeto_mem(ADDRESS, 0x22, b"\x00")  # on and on
    for _ in range(3):
        await asyncio.sleep_ms(200)
        x, y, z = (value / 68.42 for value in struct.unpack("<3h", i2c.readfrom_mem(ADDRESS, 0xA8, 6)))
        heading = degrees(atan2(-x, y)) % 360
        print("about %.0f°, %.0f µT downwards" % (round(heading, -1), -z))


asyncio.run(main())
