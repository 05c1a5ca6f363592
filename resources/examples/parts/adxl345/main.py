# SPDX-License-Identifier: MIT
# ADXL345: how the board lies, in full resolution.
import asyncio
import struct
from math import atan2, degrees, sqrt
from machine import I2C

ADDRESS = 0x53
i2c = I2C(0)


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x00, 1)[0]))
    i2c.writeto_mem(ADDRESS, 0x31, b"\x0b")  # ±16 g, full resolution
    i2c.writeto_mem(ADDRESS, 0x2D, b"\x08")  # measure
    for _ in range(3):
        await asyncio.sleep_ms(200)
        data = struct.unpack("<3h", i2c.readfrom_mem(ADDRESS, 0x32, 6))
        x, y, z = (value / 256 for value in data)
        roll = degrees(atan2(y, z))
        pitch = degrees(atan2(-x, sqrt(y * y + z * z)))
        print("roll %.0f° pitch %.0f°, %.1f g" % (round(roll) + 0, round(pitch) + 0, sqrt(x * x + y * y + z * z)))


asyncio.run(main())
