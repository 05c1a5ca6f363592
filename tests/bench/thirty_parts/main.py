# SPDX-License-Identifier: MIT
# Asks thirty parts again and again, each chip on a bus ten times a second.
import asyncio
from machine import ADC, I2C, PWM, Pin
from ds18x20 import DS18X20
from neopixel import NeoPixel
from onewire import OneWire

buses = I2C(0, freq=400_000), I2C(1, scl=Pin(7), sda=Pin(6), freq=400_000)

# bus, address, what is written once, register, bytes
REGISTERS = (
    (0, 0x76, b"\xf4\x27", 0xF7, 8),           # BME280
    (0, 0x77, b"\xf4\x27", 0xF7, 6),           # BMP280
    (0, 0x10, b"\x00\x00\x00", 0x04, 2),       # VEML7700
    (0, 0x69, b"\x6b\x00", 0x3B, 14),          # MPU-6050
    (0, 0x6A, b"\x10\x60", 0x28, 6),           # LSM6DSOX
    (0, 0x19, b"\x20\x57", 0xA8, 6),           # LIS3DH
    (0, 0x53, b"\x2d\x08", 0x32, 6),           # ADXL345
    (0, 0x68, b"\x0e\x1c", 0x00, 7),           # DS3231
    (1, 0x1C, b"\x22\x00", 0xA8, 6),           # LIS3MDL
    (1, 0x29, b"\x80\x03", 0xB4, 8),           # TCS34725
    (1, 0x48, b"\x01\x42\x83", 0x00, 2),       # ADS1115
    (1, 0x18, b"\x01\x00\x00", 0x05, 2),       # MCP9808
    (1, 0x40, b"\x00\x39\x9f", 0x02, 2),       # INA219
    (1, 0x5A, b"", 0x07, 3),                   # MLX90614
    (1, 0x20, b"\x00\xff\xff", 0x12, 2),       # MCP23017
)
# bus, address, command, milliseconds until the answer, bytes
COMMANDS = (
    (0, 0x44, b"\x24\x00", 16, 6),             # SHT31
    (0, 0x38, b"\xac\x33\x00", 80, 6),         # AHT20
    (0, 0x23, b"\x20", 180, 2),                # BH1750
    (1, 0x58, b"\x20\x08", 12, 6),             # SGP30
)
red, green = Pin(16, Pin.OUT), Pin(17, Pin.OUT)
blue = PWM(Pin(18), freq=1000, duty_u16=0)
servo = PWM(Pin(21), freq=50, duty_ns=1_500_000)
buzzer = PWM(Pin(20), freq=880, duty_u16=0)
button = Pin(14, Pin.IN, Pin.PULL_UP)
pixels = NeoPixel(Pin(13), 12)
dial, light = ADC(0), ADC(1)
asked = 0


async def read(bus, address, setting, register, count):
    global asked
    if setting:
        bus.writeto(address, setting)
    data = bytearray(count)
    while True:
        bus.readfrom_mem_into(address, register, data)
        asked += 1
        await asyncio.sleep_ms(100)


async def command(bus, address, words, pause, count):
    global asked
    data = bytearray(count)
    while True:
        bus.writeto(address, words)
        await asyncio.sleep_ms(pause)
        bus.readfrom_into(address, data)
        asked += 1
        await asyncio.sleep_ms(max(0, 100 - pause))


async def show():
    """The display's whole picture twice a second."""
    line = bytearray(1025)
    line[0] = 0x40
    buses[1].writeto(0x3C, b"\x00\x8d\x14\x20\x00\xaf")
    while True:
        line[1 + asked % 1024] ^= 0x55
        buses[1].writeto(0x3C, line)
        await asyncio.sleep_ms(500)


async def measure_probe():
    sensors = DS18X20(OneWire(Pin(22)))
    code = sensors.scan()[0]
    while True:
        sensors.convert_temp()
        await asyncio.sleep_ms(750)
        sensors.read_temp(code)


async def move():
    step = 0
    while True:
        step += 1
        red.toggle()
        green.value(button.value())
        blue.duty_u16(light.read_u16())
        servo.duty_ns(1_000_000 + dial.read_u16() * 15)
        buzzer.freq(440 + step % 440)
        pixels[step % 12] = step % 256, 20, 0
        pixels.write()
        await asyncio.sleep_ms(100)


async def main():
    tasks = [read(buses[bus], *rest) for bus, *rest in REGISTERS] + [command(buses[bus], *rest) for bus, *rest in COMMANDS]
    await asyncio.gather(show(), measure_probe(), move(), *tasks)


asyncio.run(main())
