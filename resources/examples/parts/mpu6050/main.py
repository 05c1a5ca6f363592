# SPDX-License-Identifier: MIT
# MPU-6050: how the board lies, and how fast it turns.
import asyncio
import struct
from math import atan2, degrees, sqrt
from machine import I2C

ADDRESS = 0x68
i2c = I2C(0)


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x75, 1)[0]))
    i2c.writeto_mem(ADDRESS, 0x6B, b"\x01")  # awake
    i2c.writeto_mem(ADDRESS, 0x1C, b"\x00")  # ±2 g
    for _ in range(3):
        await asyncio.sleep_ms(200)
        data = struct.unpack(">7h", i2c.readfrom_mem(ADDRESS, 0x3B, 14))
        x, y, z = (value / 16384 for value in data[:3])
        print("turns at %.0f °/s, %.0f °C" % (abs(data[6]) / 131, data[3] / 340 + 36.53))
        roll = degrees(atan2(y, z))
        pitch = degrees(atan2(-x, sqrt(y * y + z * z)))
        print("roll %.0f° pitch %.0f°, %.1f g" % (round(roll) + 0, round(pitch) + 0, sqrt(x * x + y * y + z * z)))


asyncio.run(main())
