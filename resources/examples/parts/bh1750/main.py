# SPDX-License-Identifier: MIT
# BH1750: the light in lux, by single measurements, and twice as fine with a longer measurement time.
import asyncio
from machine import I2C

ADDRESS = 0x23
i2c = I2C(0)


async def lux(time=69):
    i2c.writeto(ADDRESS, bytes([0x40 | time >> 5]))
    i2c.writeto(ADDRESS, bytes([0x60 | time & 31]))
    i2c.writeto(ADDRESS, b"\x20")  # once, high resolution, then power down
    await asyncio.sleep_ms(180 * time // 69)
    high, low = i2c.readfrom(ADDRESS, 2)
    return (high << 8 | low) / 1.2 * 69 / time


async def main():
    print("about", round(await lux(), -1), "lx")
    print("about", round(await lux(138), -1), "lx, measured for longer")


asyncio.run(main())
