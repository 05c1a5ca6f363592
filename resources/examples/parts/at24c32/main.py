# SPDX-License-Identifier: MIT
# AT24C32: count how often the board was started.
import asyncio
import machine
from machine import I2C

ADDRESS = 0x57
i2c = I2C(0)


async def main():
    starts = i2c.readfrom_mem(ADDRESS, 0x0010, 1, addrsize=16)[0]
    starts = 1 if starts == 0xFF else starts + 1
    i2c.writeto_mem(ADDRESS, 0x0010, bytes([starts]), addrsize=16)
    while True:  # it does not answer while it writes
        try:
            i2c.writeto(ADDRESS, b"")
            break
        except OSError:
            await asyncio.sleep_ms(1)
    print("start number", starts)
    if starts < 3:
        machine.reset()


asyncio.run(main())
