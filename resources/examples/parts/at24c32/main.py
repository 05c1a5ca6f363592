# SPDX-License-Identifier: MIT
# AT24C32: what is written outlives a reset. It outlives the run as well: it is kept with the project, in .coroboard/part.memory.
import asyncio
import machine
from machine import I2C

ADDRESS = 0x57
NOTE = b"written before the reset"
i2c = I2C(0)


async def write(place, data):
    i2c.writeto_mem(ADDRESS, place, data, addrsize=16)
    while True:  # it does not answer while it writes
        try:
            i2c.writeto(ADDRESS, b"")
            break
        except OSError:
            await asyncio.sleep_ms(1)


async def main():
    if machine.reset_cause() == machine.PWRON_RESET:
        await write(0x0020, NOTE)
        machine.reset()
    print("it reads:", i2c.readfrom_mem(ADDRESS, 0x0020, len(NOTE), addrsize=16).decode())


asyncio.run(main())
