# SPDX-License-Identifier: MIT
# LIS3DH: how the board lies, in high resolution.
import asyncio
import struct
from math import atan2, degrees, sqrt
from machine import I2C

ADDRESS = 0x18
i2c = I2C(0)


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x0F, 1)[0]))
    i2c.writeto_mem(ADDRESS, 0x20, b"\x57")  # 100 Hz, all axes
    i2c.writeto_mem(ADDRESS, 0x23, b"\x88")  # whole results only, ±2 g, high resolution
    for _ in range(3):
        await asyncio.sleep_ms(200)
        data = struct.unpack("<3h", i2c.readfrom_mem(ADDRESS, 0x28 | 0x80, 6))
        x, y, z = (value / 16000 for value in data)
        roll = degrees(atan2(y, z))
        pitch = degrees(atan2(-x, sqrt(y * y + z * z)))
        print("roll %.0f° pitch %.0f°, %.1f g" % (round(roll) + 0, round(pitch) + 0, sqrt(x * x + y * y + z * z)))


asyncio.run(main())
