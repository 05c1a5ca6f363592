# SPDX-License-Identifier: MIT
# DHT11: temperature and humidity over one wire.
import asyncio
from dht import DHT11
from machine import Pin


async def main():
    sensor = DHT11(Pin(2))
    for _ in range(3):
        await asyncio.sleep(2)
        sensor.measure()
        print(round(sensor.temperature()), "°C", round(sensor.humidity()), "%")


asyncio.run(main())
