# SPDX-License-Identifier: MIT
#
# LED matrix: a heart, a spirit level and a die on 25 LEDs.
#
# Only one row of LEDs is lit at a time; a timer lights the next one so soon that the eye sees them all. Three shows share the picture, and only
# one runs: button A cancels it and starts the next. Shake the board to throw the die; button B says how warm it is.

import asyncio
import random
import struct
from machine import I2C, PWM, Pin, Timer

MOTION = 0x19
HEART = 0b01010, 0b11111, 0b11111, 0b01110, 0b00100
SMALL_HEART = 0b00000, 0b01010, 0b01110, 0b00100, 0b00000
FACES = (
    (0, 0, 0b00100, 0, 0),
    (0b10000, 0, 0, 0, 0b00001),
    (0b10000, 0, 0b00100, 0, 0b00001),
    (0b10001, 0, 0, 0, 0b10001),
    (0b10001, 0, 0b00100, 0, 0b10001),
    (0b10001, 0, 0b10001, 0, 0b10001),
)


class Display:
    def __init__(self):
        self.rows = [Pin("ROW" + str(n), Pin.OUT, value=0) for n in range(1, 6)]
        self.columns = [Pin("COL" + str(n), Pin.OUT, value=1) for n in range(1, 6)]
        self.picture = bytearray(5)            # five bits a row, the leftmost LED first
        self.lit = 0
        self.timer = Timer(period=3, callback=self.light_next_row)

    def light_next_row(self, timer):
        self.rows[self.lit].off()
        self.lit = (self.lit + 1) % 5
        bits = self.picture[self.lit]
        for column in self.columns:
            column.value(not bits & 16)        # an LED lights where its row is high and its column low
            bits <<= 1
        self.rows[self.lit].on()

    def show(self, rows):
        self.picture[:] = bytes(rows)


class Button:
    def __init__(self, name):
        self.pin = Pin(name, Pin.IN, Pin.PULL_UP)
        self.touched = asyncio.ThreadSafeFlag()
        self.pin.irq(lambda pin: self.touched.set(), Pin.IRQ_FALLING)

    async def press(self):
        while True:
            await self.touched.wait()
            await asyncio.sleep_ms(20)         # until it has stopped bouncing
            self.touched.clear()
            if not self.pin.value():
                return


i2c = I2C(0, freq=400_000)
speaker = PWM(Pin("SPEAKER"), freq=880, duty_u16=0)
display = Display()
button_a, button_b = Button("BUTTON_A"), Button("BUTTON_B")
shaken = asyncio.Event()
down = [0.0, 0.0, 1.0]                         # g, to the right, to the top, out of the board


async def feel_motion():
    i2c.writeto_mem(MOTION, 0x1F, b"\xc0")     # thermometer on
    i2c.writeto_mem(MOTION, 0x23, b"\xa8")     # 12 bits up to 8 g: 4000 steps a g
    i2c.writeto_mem(MOTION, 0x20, b"\x57")     # 100 times a second
    while True:
        await asyncio.sleep_ms(40)
        down[:] = [value / 4000 for value in struct.unpack("<3h", i2c.readfrom_mem(MOTION, 0xA8, 6))]
        if sum(value * value for value in down) > 3:
            shaken.set()


async def heart():
    while True:
        for rows, milliseconds in ((HEART, 300), (SMALL_HEART, 200), (HEART, 300), (SMALL_HEART, 800)):
            display.show(rows)
            await asyncio.sleep_ms(milliseconds)


async def level():
    """A dot that rolls to the lowest side."""
    while True:
        column = max(0, min(4, round(2 - 5 * down[0])))
        row = max(0, min(4, round(2 + 5 * down[1])))
        display.show([16 >> column if each == row else 0 for each in range(5)])
        await asyncio.sleep_ms(60)


async def die():
    face = 5
    while True:
        display.show(FACES[face])
        shaken.clear()
        await shaken.wait()
        for _ in range(8):
            face = random.randrange(6)
            display.show(FACES[face])
            await asyncio.sleep_ms(80)
        print("thrown:", face + 1)


async def warmth():
    while True:
        await button_b.press()
        low, high = i2c.readfrom_mem(MOTION, 0x8C, 2)
        print((high - 256 if high > 127 else high) + 25, "°C")
        speaker.duty_u16(32768)
        await asyncio.sleep_ms(60)
        speaker.duty_u16(0)


async def change_shows():
    while True:
        for show in (heart, level, die):
            print("button A: the next show; this is the", show.__name__)
            running = asyncio.create_task(show())
            await button_a.press()
            running.cancel()


async def main():
    await asyncio.gather(feel_motion(), warmth(), change_shows())


asyncio.run(main())
