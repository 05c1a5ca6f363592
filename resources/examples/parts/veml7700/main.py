# SPDX-License-Identifier: MIT
# VEML7700: the light in lux, with the gain chosen so that neither noise nor saturation spoils it.
import asyncio
import struct
from machine import I2C

ADDRESS = 0x10
GAINS = ((1 / 8, 2), (1 / 4, 3), (1, 0), (2, 1))  # and what the configuration calls them
i2c = I2C(0)


async def measure(gain, code):
    i2c.writeto_mem(ADDRESS, 0, struct.pack("<H", code << 11))  # awake, 100 ms
    await asyncio.sleep_ms(150)
    counts = struct.unpack("<H", i2c.readfrom_mem(ADDRESS, 4, 2))[0]
    return counts, counts * 0.0036 * 8 * 2 / gain


async def main():
    for gain, code in GAINS:
        counts, lux = await measure(gain, code)
        print("gain %-5s %3.0f lx %s" % (gain, round(lux, -1), "good" if counts > 1000 else "coarse"))


asyncio.run(main())
