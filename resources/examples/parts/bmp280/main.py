# SPDX-License-Identifier: MIT
# BMP280 on SPI: temperature and pressure in normal mode with the filter on, and the height they mean.
import asyncio
import struct
from machine import Pin, SPI

spi = SPI(0, baudrate=1_000_000)
select = Pin("GP17", Pin.OUT, value=1)


def read(register, count):
    select(0)
    spi.write(bytes([register | 0x80]))
    data = spi.read(count)
    select(1)
    return data


def write(register, value):
    select(0)
    spi.write(bytes([register & 0x7F, value]))
    select(1)


def measure(t, p):
    data = read(0xF7, 6)
    pressure = (data[0] << 16 | data[1] << 8 | data[2]) >> 4
    temperature = (data[3] << 16 | data[4] << 8 | data[5]) >> 4
    fine = (temperature / 16384 - t[0] / 1024) * t[1] + (temperature / 131072 - t[0] / 8192) ** 2 * t[2]
    v = fine / 2 - 64000
    offset = (v * v * p[5] / 32768 + v * p[4] * 2) / 4 + p[3] * 65536
    slope = (1 + (p[2] * v * v / 524288 + p[1] * v) / 524288 / 32768) * p[0]
    pascals = (1048576 - pressure - offset / 4096) * 6250 / slope
    pascals += (p[8] * pascals * pascals / 2147483648 + pascals * p[7] / 32768 + p[6]) / 16
    return fine / 5120, pascals / 100


async def main():
    print("identity", hex(read(0xD0, 1)[0]))
    t = struct.unpack("<Hhh", read(0x88, 6))
    p = struct.unpack("<Hhhhhhhhh", read(0x8E, 18))
    write(0xF5, 0x08)  # filter 4, half a millisecond of pause
    write(0xF4, 0x57)  # temperature twice, pressure 16 times, normal mode
    for _ in range(3):
        await asyncio.sleep_ms(500)
        celsius, hectopascals = measure(t, p)
        metres = 44330 * (1 - (hectopascals / 1013.25) ** 0.1903)
        print("%.1f °C  %.1f hPa  %.0f m" % (celsius, hectopascals, metres))


asyncio.run(main())
