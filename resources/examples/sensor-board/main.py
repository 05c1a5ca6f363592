# SPDX-License-Identifier: MIT
#
# Sensor board: a coroutine for every sensor, light and knob, all on one chip.
#
# None of them knows of the others. The sensors leave what they feel in `Now`, the displays show what they find there.
# Watch the "Event loop" pane while this runs, and try:
#
#   * tilt the board:       the light rolls to the lowest side of the ring
#   * turn the encoder:     the servo follows, and the buzzer ticks
#   * drag the Light:       the darker the room, the brighter the blue LED
#   * drag the Temperature: the green LED lights above what the dial says (15 to 35 °C)
#   * press Button A:       the display turns its page
#   * press Button B:       a tune plays; once more, and it is cancelled

import asyncio
import struct
from math import atan2, pi
from machine import ADC, I2C, PWM, Pin
from ds18x20 import DS18X20
from neopixel import NeoPixel
from onewire import OneWire
from bme280 import BME280
from oled import Oled

LUX_METER, MOTION = 0x23, 0x68
TUNE = (523, 1), (659, 1), (784, 1), (1047, 2), (784, 1), (1047, 3)       # hertz, beats


class Now:
    """What the sensors felt last."""
    celsius = hectopascals = percent = lux = probe = 0.0
    x = y = z = 0.0                            # g: to the right, to the top, out of the board


class Button:
    def __init__(self, number):
        self.pin = Pin(number, Pin.IN, Pin.PULL_UP)       # pressed = 0: it connects the pin to ground
        self.touched = asyncio.ThreadSafeFlag()           # how an interrupt wakes a coroutine
        self.pin.irq(lambda pin: self.touched.set(), Pin.IRQ_FALLING)

    async def press(self):
        """Waits for the next press."""
        while True:
            await self.touched.wait()
            await asyncio.sleep_ms(20)         # contacts bounce for some milliseconds, also when they open
            self.touched.clear()
            if not self.pin.value():
                return


class Encoder:
    def __init__(self, a, b):
        self.a = Pin(a, Pin.IN, Pin.PULL_UP)
        self.b = Pin(b, Pin.IN, Pin.PULL_UP)
        self.detents = 0
        self.turned = asyncio.ThreadSafeFlag()
        self.a.irq(self.step, Pin.IRQ_FALLING)

    def step(self, pin):
        self.detents += 1 if self.b.value() else -1
        self.turned.set()


i2c = I2C(0, freq=400_000)                     # GP4 and GP5
red = Pin(16, Pin.OUT)
green = Pin(17, Pin.OUT)
blue = PWM(Pin(18), freq=1000, duty_u16=0)
buzzer = PWM(Pin(20), freq=1000, duty_u16=0)
servo = PWM(Pin(21), freq=50, duty_ns=1_500_000)
ring = NeoPixel(Pin(13), 12)
display = Oled(i2c)
dial = ADC(0)
encoder = Encoder(10, 11)
button_a, button_b = Button(14), Button(15)


async def heartbeat():
    """Two short flashes, then a rest. sleep_ms() hands the chip to the others."""
    while True:
        for pause in (80, 120, 80, 720):
            red.toggle()
            await asyncio.sleep_ms(pause)


async def feel_weather():
    sensor = BME280(i2c)
    while True:
        Now.celsius, Now.hectopascals, Now.percent = await sensor.measure()
        await asyncio.sleep_ms(88)             # with the 12 ms of the measurement: ten times a second


async def feel_light():
    i2c.writeto(LUX_METER, b"\x10")            # on and on, a result every 120 ms
    while True:
        await asyncio.sleep_ms(120)
        Now.lux = struct.unpack(">H", i2c.readfrom(LUX_METER, 2))[0] / 1.2


async def feel_motion():
    """Fifty times a second where down is."""
    i2c.writeto_mem(MOTION, 0x6B, b"\x00")     # wake up; 16384 steps a g
    data = bytearray(6)
    while True:
        i2c.readfrom_mem_into(MOTION, 0x3B, data)
        x, y, z = struct.unpack(">3h", data)
        Now.x, Now.y, Now.z = x / 16384, y / 16384, z / 16384
        await asyncio.sleep_ms(20)


async def feel_probe():
    """The green LED says whether the probe is warmer than the dial wants."""
    sensors = DS18X20(OneWire(Pin(22)))
    probe = sensors.scan()[0]
    while True:
        sensors.convert_temp()
        await asyncio.sleep_ms(750)            # that long it takes to measure to 1/16 degree
        Now.probe = sensors.read_temp(probe)
        warm = Now.probe > 15 + 20 * dial.read_u16() / 65535
        if warm != green.value():
            green.value(warm)
            print("{:.1f} °C: {}".format(Now.probe, "warm" if warm else "cool"))


async def dim_with_light():
    level = 0
    while True:
        wanted = max(0, 65535 - int(Now.lux * 80))
        level += (wanted - level) // 4         # a quarter of the way each time: no flicker
        blue.duty_u16(level)
        await asyncio.sleep_ms(20)


async def roll_the_light():
    """The ring is a spirit level: calm while the board lies flat, else a light at its lowest side. It is sent only when it changes."""
    shown = None
    while True:
        await asyncio.sleep_ms(40)
        steep = min(8, int(16 * (Now.x ** 2 + Now.y ** 2) ** 0.5))
        lowest = round(6 * atan2(-Now.x, -Now.y) / pi) % 12 if steep else 0
        if shown != (lowest, steep):
            shown = lowest, steep
            ring.fill((0, 24, 32 - 4 * steep))
            for neighbour, glow in ((-1, 5), (0, 20), (1, 5)):
                ring[(lowest + neighbour) % 12] = glow * steep, 24 + glow * steep // 3, 32 - 4 * steep
            ring.write()


async def point():
    """The servo goes where the encoder says, five degrees a detent."""
    while True:
        await encoder.turned.wait()
        degrees = max(-90, min(90, 5 * encoder.detents))
        servo.duty_ns(1_500_000 + degrees * 1_000_000 // 90)
        print("servo at", degrees, "degrees")
        await sound(2000, 4)


async def sound(hertz, milliseconds):
    buzzer.freq(hertz)
    buzzer.duty_u16(32768)
    try:
        await asyncio.sleep_ms(milliseconds)
    finally:
        buzzer.duty_u16(0)                     # also when the tune is cancelled in the middle of a note


async def tune():
    for hertz, beats in TUNE:
        await sound(hertz, 120 * beats)
        await asyncio.sleep_ms(20)


async def conduct():
    """Button B starts the tune, or cancels the one that plays."""
    playing = None
    while True:
        await button_b.press()
        if playing and not playing.done():
            playing.cancel()
            print("quiet")
        else:
            playing = asyncio.create_task(tune())
            print("music")


def draw_numbers():
    lines = ("air   {:.1f} C".format(Now.celsius), "probe {:.1f} C".format(Now.probe), "humid {:.0f} %".format(Now.percent),
             "press {:.0f} hPa".format(Now.hectopascals), "light {:.0f} lx".format(Now.lux))
    for line, text in enumerate(lines):
        display.text(text, 4, 2 + 13 * line)


def draw_level():
    display.ellipse(64, 32, 30, 30, 1)
    display.ellipse(64, 32, 8, 8, 1)
    display.ellipse(64 + int(Now.x * 28), 32 - int(Now.y * 28), 5, 5, 1, True)


class Page:
    shown = 0
    drawings = draw_numbers, draw_level


async def paint():
    while True:
        display.fill(0)
        Page.drawings[Page.shown]()
        await display.show()
        await asyncio.sleep_ms(250)


async def turn_pages():
    while True:
        await button_a.press()
        Page.shown = (Page.shown + 1) % len(Page.drawings)


async def main():
    print("sensor board: tilt it, turn the encoder, press a button")
    await asyncio.gather(heartbeat(), feel_weather(), feel_light(), feel_motion(), feel_probe(), dim_with_light(), roll_the_light(),
                         point(), conduct(), paint(), turn_pages())


asyncio.run(main())
