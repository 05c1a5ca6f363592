# SPDX-License-Identifier: MIT
# INA219: voltage, current and power of a load, and the energy it takes in three seconds.
import asyncio
import struct
from machine import I2C

ADDRESS = 0x40
i2c = I2C(0)


def read(register, form=">h"):
    return struct.unpack(form, i2c.readfrom_mem(ADDRESS, register, 2))[0]


async def main():
    i2c.writeto_mem(ADDRESS, 5, struct.pack(">H", 4096))  # 0.1 mA a count with 0.1 ohms
    joules = 0
    for _ in range(3):
        await asyncio.sleep(1)
        volts = (read(2, ">H") >> 3) * 0.004
        milliamperes = read(4) * 0.1
        milliwatts = read(3, ">H") * 2
        joules += milliwatts / 1000
        print("%.2f V  %.0f mA  %.1f W" % (volts, milliamperes, milliwatts / 1000))
    print("%.1f J" % joules)


asyncio.run(main())
