# SPDX-License-Identifier: MIT
#
# A weather station: two sensors and a display on one I2C bus, and a button that turns the page.
#
# Each sensor has a coroutine that measures and then says so with an Event; the painter waits for it and draws.
# Drag a slider and the display follows within a second; the button (or the space bar) turns the page.

import asyncio
import framebuf
import struct
from machine import I2C, Pin

WEATHER, LIGHT, DISPLAY = 0x76, 0x23, 0x3C
WIDTH, HEIGHT = 128, 64

i2c = I2C(0, freq=400_000)
button = Pin(15, Pin.IN, Pin.PULL_UP)
buffer = bytearray(WIDTH * HEIGHT // 8)
picture = framebuf.FrameBuffer(buffer, WIDTH, HEIGHT, framebuf.MONO_VLSB)
news = asyncio.Event()
now = {"celsius": 0.0, "hectopascals": 0.0, "percent": 0.0, "lux": 0.0}
history = []
page = 0


async def measure_weather():
    """BME280: one forced measurement a second; the formulas are the data sheet's, section 8.1."""
    t = struct.unpack("<Hhh", i2c.readfrom_mem(WEATHER, 0x88, 6))
    p = struct.unpack("<Hhhhhhhhh", i2c.readfrom_mem(WEATHER, 0x8E, 18))
    h1 = i2c.readfrom_mem(WEATHER, 0xA1, 1)[0]
    h2, h3, b4, b5, b6, h6 = struct.unpack("<hBbBbb", i2c.readfrom_mem(WEATHER, 0xE1, 7))
    h4, h5 = b4 * 16 + (b5 & 15), b6 * 16 + (b5 >> 4)
    while True:
        i2c.writeto_mem(WEATHER, 0xF2, b"\x01")
        i2c.writeto_mem(WEATHER, 0xF4, b"\x25")
        await asyncio.sleep_ms(12)
        data = i2c.readfrom_mem(WEATHER, 0xF7, 8)
        raw = (data[3] << 16 | data[4] << 8 | data[5]) >> 4
        fine = (raw / 16384 - t[0] / 1024) * t[1] + (raw / 131072 - t[0] / 8192) ** 2 * t[2]
        v = fine / 2 - 64000
        offset = (v * v * p[5] / 32768 + v * p[4] * 2) / 4 + p[3] * 65536
        slope = (1 + (p[2] * v * v / 524288 + p[1] * v) / 524288 / 32768) * p[0]
        pascals = (1048576 - ((data[0] << 16 | data[1] << 8 | data[2]) >> 4) - offset / 4096) * 6250 / slope
        pascals += (p[8] * pascals * pascals / 2147483648 + pascals * p[7] / 32768 + p[6]) / 16
        v = fine - 76800
        wet = ((data[6] << 8 | data[7]) - (h4 * 64 + h5 / 16384 * v)) * h2 / 65536 * (1 + h6 / 67108864 * v * (1 + h3 / 67108864 * v))
        now["celsius"], now["hectopascals"], now["percent"] = fine / 5120, pascals / 100, wet * (1 - h1 * wet / 524288)
        history.append(now["celsius"])
        del history[:-WIDTH]
        news.set()
        await asyncio.sleep(1)


async def measure_light():
    """BH1750: it measures on and on, a result every 120 ms."""
    i2c.writeto(LIGHT, b"\x10")
    while True:
        await asyncio.sleep_ms(500)
        high, low = i2c.readfrom(LIGHT, 2)
        now["lux"] = (high << 8 | low) / 1.2


async def turn_pages():
    global page
    while True:
        while button.value():
            await asyncio.sleep_ms(10)
        page = 1 - page
        news.set()
        await asyncio.sleep_ms(30)
        while not button.value():
            await asyncio.sleep_ms(10)


def draw_numbers():
    picture.text("WEATHER", 36, 0)
    picture.hline(0, 10, WIDTH, 1)
    for line, (name, text) in enumerate((("air", "{:.1f} C"), ("humid", "{:.0f} %"), ("press", "{:.1f} hPa"), ("light", "{:.0f} lx"))):
        value = now[("celsius", "percent", "hectopascals", "lux")[line]]
        picture.text(name, 0, 16 + 12 * line)
        picture.text(text.format(value), 48, 16 + 12 * line)


def draw_history():
    picture.text("{:.1f} C".format(now["celsius"]), 0, 0)
    low = min(history) - 1
    scale = (HEIGHT - 14) / (max(history) + 1 - low)
    for x, celsius in enumerate(history):
        picture.pixel(x, HEIGHT - 1 - int((celsius - low) * scale), 1)


async def paint():
    i2c.writeto(DISPLAY, b"\x00\x8d\x14\x20\x00\xa1\xc8\xaf")   # pump on, rows in order, upright, on
    while True:
        await news.wait()
        news.clear()
        picture.fill(0)
        (draw_history if page else draw_numbers)()
        i2c.writeto(DISPLAY, bytes((0x00, 0x21, 0, WIDTH - 1, 0x22, 0, HEIGHT // 8 - 1)))
        i2c.writevto(DISPLAY, (b"\x40", buffer))


async def main():
    print("weather station: drag a slider, press the button to turn the page")
    await asyncio.gather(measure_weather(), measure_light(), turn_pages(), paint())


asyncio.run(main())
