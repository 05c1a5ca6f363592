# SPDX-License-Identifier: MIT
# DS18B20: two thermometers on one wire.
import asyncio
from ds18x20 import DS18X20
from machine import Pin
from onewire import OneWire


async def main():
    sensors = DS18X20(OneWire(Pin(2)))
    codes = sensors.scan()
    print("found", len(codes))
    for _ in range(2):
        sensors.convert_temp()
        await asyncio.sleep_ms(750)
        for code in codes:
            print("%.1f °C" % sensors.read_temp(code))


asyncio.run(main())
