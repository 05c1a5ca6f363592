# SPDX-License-Identifier: MIT
# MLX90614: how warm is what it looks at, and the sensor itself.
import asyncio
from machine import I2C

ADDRESS = 0x5A
i2c = I2C(0, freq=100_000)  # SMBus


def celsius(register):
    low, high, _ = i2c.readfrom_mem(ADDRESS, register, 3)
    return (high << 8 | low) * 0.02 - 273.15


async def main():
    await asyncio.sleep_ms(500)
    for _ in range(3):
        print("object %.0f °C, sensor %.0f °C" % (celsius(7), celsius(6)))
        await asyncio.sleep_ms(500)


asyncio.run(main())
