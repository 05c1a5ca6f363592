# SPDX-License-Identifier: MIT
# BME280: temperature, pressure and humidity, one forced measurement a second.
import asyncio
import struct
from machine import I2C

ADDRESS = 0x76
i2c = I2C(0)


class BME280:
    def __init__(self):
        if i2c.readfrom_mem(ADDRESS, 0xD0, 1)[0] != 0x60:
            raise RuntimeError("this is not a BME280")
        self.t = struct.unpack("<Hhh", i2c.readfrom_mem(ADDRESS, 0x88, 6))
        self.p = struct.unpack("<Hhhhhhhhh", i2c.readfrom_mem(ADDRESS, 0x8E, 18))
        h1 = i2c.readfrom_mem(ADDRESS, 0xA1, 1)[0]
        h2, h3, b4, b5, b6, h6 = struct.unpack("<hBbBbb", i2c.readfrom_mem(ADDRESS, 0xE1, 7))
        self.h = (h1, h2, h3, b4 * 16 + (b5 & 15), b6 * 16 + (b5 >> 4), h6)

    async def measure(self):
        i2c.writeto_mem(ADDRESS, 0xF2, b"\x01")
        i2c.writeto_mem(ADDRESS, 0xF4, b"\x25")  # one of each, forced
        while i2c.readfrom_mem(ADDRESS, 0xF3, 1)[0] & 8:
            await asyncio.sleep_ms(2)
        data = i2c.readfrom_mem(ADDRESS, 0xF7, 8)
        pressure = (data[0] << 16 | data[1] << 8 | data[2]) >> 4
        temperature = (data[3] << 16 | data[4] << 8 | data[5]) >> 4
        return self.compensate(temperature, pressure, data[6] << 8 | data[7])

    # The data sheet's formulas (section 8.1).
    def compensate(self, temperature, pressure, humidity):
        t1, t2, t3 = self.t
        p1, p2, p3, p4, p5, p6, p7, p8, p9 = self.p
        h1, h2, h3, h4, h5, h6 = self.h
        fine = (temperature / 16384 - t1 / 1024) * t2 + (temperature / 131072 - t1 / 8192) ** 2 * t3
        v = fine / 2 - 64000
        offset = (v * v * p6 / 32768 + v * p5 * 2) / 4 + p4 * 65536
        slope = (1 + (p3 * v * v / 524288 + p2 * v) / 524288 / 32768) * p1
        p = (1048576 - pressure - offset / 4096) * 6250 / slope
        p += (p9 * p * p / 2147483648 + p * p8 / 32768 + p7) / 16
        v = fine - 76800
        h = humidity - (h4 * 64 + h5 / 16384 * v)
        h *= h2 / 65536 * (1 + h6 / 67108864 * v * (1 + h3 / 67108864 * v))
        h *= 1 - h1 * h / 524288
        return fine / 5120, p / 100, h


async def main():
    sensor = BME280()
    for _ in range(3):
        celsius, hectopascals, percent = await sensor.measure()
        print("%.1f °C  %.1f hPa  %.0f %%" % (celsius, hectopascals, percent))
        await asyncio.sleep(1)


asyncio.run(main())
