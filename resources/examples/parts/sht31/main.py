# SPDX-License-Identifier: MIT
# SHT31: temperature and humidity, with checksums, while the heater is off and on.
import asyncio
from machine import I2C

ADDRESS = 0x44
i2c = I2C(0)


def checksum(data):
    crc = 0xFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x31) & 0xFF if crc & 0x80 else crc << 1
    return crc


async def measure():
    i2c.writeto(ADDRESS, b"\x24\x00")  # high repeatability, without clock stretching
    await asyncio.sleep_ms(16)
    data = i2c.readfrom(ADDRESS, 6)
    for word in (data[0:3], data[3:6]):
        if checksum(word[:2]) != word[2]:
            raise OSError("wrong checksum")
    temperature = data[0] << 8 | data[1]
    humidity = data[3] << 8 | data[4]
    return temperature * 175 / 65535 - 45, humidity * 100 / 65535


async def main():
    print("%.1f °C  %.0f %%" % await measure())
    i2c.writeto(ADDRESS, b"\x30\x6d")
    await asyncio.sleep(20)
    print("%.1f °C with the heater on" % (await measure())[0])
    i2c.writeto(ADDRESS, b"\x30\x66")
    try:
        i2c.readfrom(ADDRESS, 6)
    except OSError:
        print("nothing to read before it was asked")


asyncio.run(main())
