# SPDX-License-Identifier: MIT
# TCS34725: the share of red, green and blue in the light, and its strength in lux (application note DN40).
import asyncio
import struct
from machine import I2C

ADDRESS = 0x29
COMMAND = 0xA0  # a command that moves on from register to register
i2c = I2C(0)


def write(register, value):
    i2c.writeto_mem(ADDRESS, COMMAND | register, bytes([value]))


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, COMMAND | 0x12, 1)[0]))
    write(0x01, 0xD6)  # 42 cycles of 2.4 ms
    write(0x0F, 0x01)  # gain 4
    write(0x00, 0x01)
    await asyncio.sleep_ms(3)
    write(0x00, 0x03)
    while not i2c.readfrom_mem(ADDRESS, COMMAND | 0x13, 1)[0] & 1:
        await asyncio.sleep_ms(10)
    clear, red, green, blue = struct.unpack("<HHHH", i2c.readfrom_mem(ADDRESS, COMMAND | 0x14, 8))
    print("red %.2f  green %.2f  blue %.2f" % (red / clear, green / clear, blue / clear))
    lux = (0.136 * red + green - 0.444 * blue) / (42 * 2.4 * 4 / 310)
    print("about", round(lux, -1), "lx")


asyncio.run(main())
