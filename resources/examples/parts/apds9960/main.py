# SPDX-License-Identifier: MIT
# APDS-9960: light and colour, proximity, and the four diodes while a hand moves over them (try the swipe controls).
import asyncio
import struct
from machine import I2C

ADDRESS = 0x39
i2c = I2C(0)


def write(register, value):
    i2c.writeto_mem(ADDRESS, register, bytes([value]))


def read(register, count=1):
    return i2c.readfrom_mem(ADDRESS, register, count)


def direction(first, last):
    def tilt(a, b):
        return (a - b) * 100 // (a + b or 1)

    vertical = tilt(last[0], last[1]) - tilt(first[0], first[1])
    horizontal = tilt(last[2], last[3]) - tilt(first[2], first[3])
    if abs(vertical) > abs(horizontal):
        return "up" if vertical < 0 else "down"
    return "left" if horizontal < 0 else "right"


async def gestures():
    data = []
    while True:
        await asyncio.sleep_ms(20)
        level = read(0xAE)[0]
        if level:
            fifo = read(0xFC, level * 4)
            data += [fifo[i:i + 4] for i in range(0, level * 4, 4)]
        elif data:
            print("swiped", direction(data[0], data[-1]))
            data = []


async def main():
    print("identity", hex(read(0x92)[0]))
    write(0x81, 0xDB)  # 103 ms
    write(0x8E, 0x87)  # eight pulses of 16 us
    write(0x8F, 0x09)  # 100 mA, proximity gain 4, light gain 4
    write(0xA1, 30)    # a hand is there from 30 counts on
    write(0xA3, 0x01)  # a dataset every 4.2 ms
    write(0x80, 0x47)
    await asyncio.sleep_ms(150)
    clear, red, green, blue = struct.unpack("<HHHH", read(0x94, 8))
    print("red %.2f  green %.2f  blue %.2f" % (red / clear, green / clear, blue / clear))
    print("proximity", read(0x9C)[0])
    try:
        await asyncio.wait_for(gestures(), 5)
    except asyncio.TimeoutError:
        print("no more gestures")


asyncio.run(main())
