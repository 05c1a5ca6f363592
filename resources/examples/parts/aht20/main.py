# SPDX-License-Identifier: MIT
# AHT20: temperature and humidity every two seconds.
import asyncio
from machine import I2C

ADDRESS = 0x38
i2c = I2C(0)


async def measure():
    i2c.writeto(ADDRESS, b"\xac\x33\x00")
    while True:
        await asyncio.sleep_ms(20)
        data = i2c.readfrom(ADDRESS, 6)
        if not data[0] & 0x80:
            break
    humidity = data[1] << 12 | data[2] << 4 | data[3] >> 4
    temperature = (data[3] & 15) << 16 | data[4] << 8 | data[5]
    return temperature * 200 / 0x100000 - 50, humidity * 100 / 0x100000


async def main():
    await asyncio.sleep_ms(40)  # it needs that long after power-on
    for _ in range(3):
        print("%.1f °C  %.0f %%" % await measure())
        await asyncio.sleep(2)


asyncio.run(main())
