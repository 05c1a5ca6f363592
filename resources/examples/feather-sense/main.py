# SPDX-License-Identifier: MIT
#
# Feather Sense: five chips on one I2C bus, a coroutine for each, and one that says what they found.
#
# Turn the board and the blue LED lights when it is not level; swipe over it; hold the user switch for the height above the sea.
# The red LED beats once a second, the NeoPixel shows the warmth. Every coroutine waits on its own, and none of them knows of the others.

import asyncio
import struct
from math import atan2, degrees
from machine import I2C, Pin
from neopixel import NeoPixel

HUMIDITY, BAROMETER, MOTION, COMPASS, GESTURES = 0x44, 0x77, 0x6A, 0x1C, 0x39

i2c = I2C(0, freq=400_000)
red = Pin("RED_LED", Pin.OUT, value=0)
blue = Pin("BLUE_LED", Pin.OUT, value=0)
pixel = NeoPixel(Pin("NEOPIXEL"), 1)
switch = Pin("SWITCH", Pin.IN, Pin.PULL_UP)


class World:
    """What is known of it so far."""
    celsius = percent = hectopascals = heading = tilt = 0.0


async def beat():
    while True:
        red.on()
        await asyncio.sleep_ms(60)
        red.off()
        await asyncio.sleep_ms(940)


async def feel_air():
    """SHT31: asked once, it answers 15 ms later."""
    while True:
        i2c.writeto(HUMIDITY, b"\x24\x00")
        await asyncio.sleep_ms(16)
        data = i2c.readfrom(HUMIDITY, 6)
        World.celsius = (data[0] << 8 | data[1]) * 175 / 65535 - 45
        World.percent = (data[3] << 8 | data[4]) * 100 / 65535
        warm = min(max(int((World.celsius - 10) * 4), 0), 80)
        pixel[0] = (warm, 10, 80 - warm)               # blue when cold, red when warm
        pixel.write()
        await asyncio.sleep(1)


async def weigh_air():
    """BMP280: the data sheet's formulas, section 8.1."""
    t = struct.unpack("<Hhh", i2c.readfrom_mem(BAROMETER, 0x88, 6))
    p = struct.unpack("<Hhhhhhhhh", i2c.readfrom_mem(BAROMETER, 0x8E, 18))
    i2c.writeto_mem(BAROMETER, 0xF4, b"\x57")          # temperature twice, pressure 16 times, on and on
    while True:
        await asyncio.sleep_ms(500)
        data = i2c.readfrom_mem(BAROMETER, 0xF7, 6)
        pressure = (data[0] << 16 | data[1] << 8 | data[2]) >> 4
        warmth = (data[3] << 16 | data[4] << 8 | data[5]) >> 4
        fine = (warmth / 16384 - t[0] / 1024) * t[1] + (warmth / 131072 - t[0] / 8192) ** 2 * t[2]
        v = fine / 2 - 64000
        offset = (v * v * p[5] / 32768 + v * p[4] * 2) / 4 + p[3] * 65536
        slope = (1 + (p[2] * v * v / 524288 + p[1] * v) / 524288 / 32768) * p[0]
        pascals = (1048576 - pressure - offset / 4096) * 6250 / slope
        World.hectopascals = (pascals + (p[8] * pascals * pascals / 2147483648 + pascals * p[7] / 32768 + p[6]) / 16) / 100


async def watch_level():
    """LSM6DS3TR-C: ten looks a second at where down is."""
    i2c.writeto_mem(MOTION, 0x10, b"\x40")             # 104 Hz, ±2 g
    while True:
        await asyncio.sleep_ms(100)
        x, y, z = struct.unpack("<3h", i2c.readfrom_mem(MOTION, 0x28, 6))
        World.tilt = degrees(atan2((x * x + y * y) ** 0.5, z))
        blue.value(World.tilt > 10)


async def watch_north():
    """LIS3MDL: where the top of the board points to, while it lies flat."""
    i2c.writeto_mem(COMPASS, 0x20, b"\x5c")
    i2c.writeto_mem(COMPASS, 0x22, b"\x00")
    while True:
        await asyncio.sleep_ms(200)
        x, y, _ = struct.unpack("<3h", i2c.readfrom_mem(COMPASS, 0xA8, 6))
        World.heading = degrees(atan2(-x, y)) % 360


async def watch_hand():
    """APDS-9960: how near something is."""
    for register, value in ((0x8E, 0x87), (0x8F, 0x09), (0x80, 0x05)):
        i2c.writeto_mem(GESTURES, register, bytes([value]))
    near = False
    while True:
        await asyncio.sleep_ms(50)
        close = i2c.readfrom_mem(GESTURES, 0x9C, 1)[0] > 60
        if close and not near:
            print("something is near")
        near = close


async def height():
    while True:
        while switch.value():
            await asyncio.sleep_ms(20)
        print("{:.0f} m above the sea".format(44330 * (1 - (World.hectopascals / 1013.25) ** 0.1903)))
        while not switch.value():
            await asyncio.sleep_ms(20)


async def say():
    while True:
        await asyncio.sleep(2)
        print("{:.1f} °C  {:.0f} %  {:.1f} hPa".format(World.celsius, World.percent, World.hectopascals), end="  ")
        print("heading {:.0f}°  tilt {:.0f}°".format(World.heading, World.tilt))


async def main():
    await asyncio.gather(beat(), feel_air(), weigh_air(), watch_level(), watch_north(), watch_hand(), height(), say())


asyncio.run(main())
