# SPDX-License-Identifier: MIT
# SGP30: air quality once a second; for the first 15 seconds it only says 400 ppm and 0 ppb.
import asyncio
from machine import I2C

ADDRESS = 0x58
i2c = I2C(0)


async def ask(command, words, milliseconds):
    i2c.writeto(ADDRESS, command)
    await asyncio.sleep_ms(milliseconds)
    data = i2c.readfrom(ADDRESS, 3 * words)
    return [data[i] << 8 | data[i + 1] for i in range(0, 3 * words, 3)]


async def main():
    print("self-test", "passed" if await ask(b"\x20\x32", 1, 220) == [0xD400] else "failed")
    i2c.writeto(ADDRESS, b"\x20\x03")
    for second in range(20):
        await asyncio.sleep(1)
        eco2, tvoc = await ask(b"\x20\x08", 2, 12)
        if second in (0, 19):
            print("after %2d s: about %d ppm, %d ppb" % (second + 1, round(eco2, -1), round(tvoc, -1)))


asyncio.run(main())
