# SPDX-License-Identifier: MIT
# Bosch's weather sensor on I2C: temperature, pressure and humidity by single ("forced") measurements. The formulas are the data sheet's, section 8.1.

import asyncio
import struct

ID, HUMIDITY_MODE, MODE, DATA = 0xD0, 0xF2, 0xF4, 0xF7


class BME280:
    def __init__(self, i2c, address=0x76):
        self.i2c = i2c
        self.address = address
        if self.read(ID, 1) != b"\x60":
            raise OSError("there is no BME280 at {:#x}".format(address))
        self.t = struct.unpack("<Hhh", self.read(0x88, 6))
        self.p = struct.unpack("<Hhhhhhhhh", self.read(0x8E, 18))
        h2, h3, h4, middle, h5, h6 = struct.unpack("<hBbBbb", self.read(0xE1, 7))
        self.h = self.read(0xA1, 1)[0], h2, h3, h4 * 16 + (middle & 15), h5 * 16 + (middle >> 4), h6

    def read(self, register, count):
        return self.i2c.readfrom_mem(self.address, register, count)

    def write(self, register, value):
        self.i2c.writeto_mem(self.address, register, bytes((value,)))

    async def measure(self):
        """Degrees Celsius, hectopascals, percent."""
        self.write(HUMIDITY_MODE, 1)
        self.write(MODE, 0x25)
        await asyncio.sleep_ms(12)             # one of each takes at most 9.3 ms
        data = self.read(DATA, 8)
        pressure = (data[0] << 16 | data[1] << 8 | data[2]) >> 4
        temperature = (data[3] << 16 | data[4] << 8 | data[5]) >> 4
        fine = self.fine_temperature(temperature)
        return fine / 5120, self.hectopascals(pressure, fine), self.percent(data[6] << 8 | data[7], fine)

    def fine_temperature(self, raw):
        t1, t2, t3 = self.t
        return (raw / 16384 - t1 / 1024) * t2 + (raw / 131072 - t1 / 8192) ** 2 * t3

    def hectopascals(self, raw, fine):
        p1, p2, p3, p4, p5, p6, p7, p8, p9 = self.p
        v = fine / 2 - 64000
        offset = (v * v * p6 / 32768 + v * p5 * 2) / 4 + p4 * 65536
        slope = (1 + (p3 * v * v / 524288 + p2 * v) / 524288 / 32768) * p1
        pascals = (1048576 - raw - offset / 4096) * 6250 / slope
        return (pascals + (p9 * pascals * pascals / 2147483648 + pascals * p8 / 32768 + p7) / 16) / 100

    def percent(self, raw, fine):
        h1, h2, h3, h4, h5, h6 = self.h
        v = fine - 76800
        wet = (raw - (h4 * 64 + h5 / 16384 * v)) * h2 / 65536 * (1 + h6 / 67108864 * v * (1 + h3 / 67108864 * v))
        return wet * (1 - h1 * wet / 524288)
