# SPDX-License-Identifier: MIT
# MPU-6050: how the board lies, and how fast it turns. Its interrupt pin wakes a task for every measurement.
import asyncio
import struct
from math import atan2, degrees, sqrt
from machine import I2C, Pin

ADDRESS = 0x68
i2c = I2C(0)
ready = asyncio.ThreadSafeFlag()


def write(register, value):
    i2c.writeto_mem(ADDRESS, register, bytes([value]))


async def main():
    print("identity", hex(i2c.readfrom_mem(ADDRESS, 0x75, 1)[0]))
    Pin("GP2", Pin.IN).irq(lambda pin: ready.set(), Pin.IRQ_RISING)
    write(0x1A, 0x03)  # a filter, and with it 1 kHz
    write(0x19, 9)     # of which every tenth
    write(0x38, 0x01)  # say when there is new data
    write(0x6B, 0x01)  # awake
    turned = 0
    for measurement in range(60):
        await ready.wait()
        data = struct.unpack(">7h", i2c.readfrom_mem(ADDRESS, 0x3B, 14))
        x, y, z = (value / 16384 for value in data[:3])
        turned += data[6] / 131 * 0.01
        if measurement % 20 == 19:
            roll = degrees(atan2(y, z))
            print("roll %.0f°, turned by %.0f°, %.0f °C" % (roll, abs(turned), data[3] / 340 + 36.53))


asyncio.run(main())
