# SPDX-License-Identifier: MIT
# LSM6DS3TR-C: how the board lies, and how fast it turns.
import asyncio
import struct
from math import atan2, degrees, sqrt
from machine import I2C

ADDRESS = 0x6A
i2c = I2C(0)


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x0F, 1)[0]))
    i2c.writeto_mem(ADDRESS, 0x10, b"\x40")  # 104 Hz, ±2 g
    i2c.writeto_mem(ADDRESS, 0x11, b"\x40")  # 104 Hz, ±250 °/s
    for _ in range(3):
        await asyncio.sleep_ms(200)
        rotation = struct.unpack("<3h", i2c.readfrom_mem(ADDRESS, 0x22, 6))
        x, y, z = (value * 0.000061 for value in struct.unpack("<3h", i2c.readfrom_mem(ADDRESS, 0x28, 6)))
        print("turns at %.0f °/s" % abs(rotation[2] * 0.00875))
        roll = degrees(atan2(y, z))
        pitch = degrees(atan2(-x, sqrt(y * y + z * z)))
        print("roll %.0f° pitch %.0f°, %.1f g" % (round(roll) + 0, round(pitch) + 0, sqrt(x * x + y * y + z * z)))


asyncio.run(main())
