# SPDX-License-Identifier: MIT
# DS3231: set the clock, wake up by its alarm.
import asyncio
from machine import I2C, Pin

ADDRESS = 0x68
i2c = I2C(0)
alarm = asyncio.ThreadSafeFlag()
Pin(2, Pin.IN, Pin.PULL_UP).irq(lambda pin: alarm.set(), Pin.IRQ_FALLING)


def bcd(value):
    return value // 10 << 4 | value % 10


def number(byte):
    return (byte >> 4) * 10 + (byte & 15)


def time():
    second, minute, hour = i2c.readfrom_mem(ADDRESS, 0, 3)
    return "%02d:%02d:%02d" % (number(hour), number(minute), number(second))


async def main():
    # 23:59:57 on Saturday, 29 February 2020
    i2c.writeto_mem(ADDRESS, 0, bytes([bcd(57), bcd(59), bcd(23), 7, bcd(29), bcd(2), bcd(20)]))
    i2c.writeto_mem(ADDRESS, 7, bytes([bcd(2), bcd(0), bcd(0), 0x80]))  # alarm 1 at 00:00:02, any day
    i2c.writeto_mem(ADDRESS, 0x0E, b"\x05")
    print(time())
    await alarm.wait()
    print("alarm at", time(), "on", [number(byte) for byte in i2c.readfrom_mem(ADDRESS, 4, 3)])
    i2c.writeto_mem(ADDRESS, 0x0F, b"\x00")
    high, low = i2c.readfrom_mem(ADDRESS, 0x11, 2)
    print(high + (low >> 6) / 4 > 20)


asyncio.run(main())
