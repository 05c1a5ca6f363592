# SPDX-License-Identifier: MIT
# ADS1115: four voltages one after the other while another task keeps counting, and a difference.
import asyncio
import struct
from machine import I2C

ADDRESS = 0x48
i2c = I2C(0)


async def volts(channel):
    # start, one input against ground (or 0: A0 against A1), 4.096 V, single shot, 128 a second
    multiplexer = 0 if channel is None else 4 | channel
    i2c.writeto_mem(ADDRESS, 1, struct.pack(">H", 0x8383 | multiplexer << 12))
    while not i2c.readfrom_mem(ADDRESS, 1, 2)[0] & 0x80:
        await asyncio.sleep_ms(1)
    return struct.unpack(">h", i2c.readfrom_mem(ADDRESS, 0, 2))[0] * 4.096 / 32768


async def count(turns):
    while True:
        turns[0] += 1
        await asyncio.sleep_ms(1)


async def main():
    turns = [0]
    counting = asyncio.create_task(count(turns))
    for channel in range(4):
        print("A%d: %.3f V" % (channel, await volts(channel)))
    print("A0 - A1: %.3f V" % await volts(None))
    counting.cancel()
    print("the other task went on meanwhile:", turns[0] > 20)


asyncio.run(main())
