# SPDX-License-Identifier: MIT
# HC-SR04: how far away is the wall?
import asyncio
from machine import Pin, time_pulse_us
from time import sleep_us

trigger = Pin(2, Pin.OUT, value=0)
echo = Pin(3, Pin.IN)


def millimetres():
    trigger.on()
    sleep_us(10)
    trigger.off()
    microseconds = time_pulse_us(echo, 1, 30000)
    return None if microseconds < 0 else microseconds * 0.1723  # half of 344.6 m/s, at 22 °C


async def main():
    for _ in range(3):
        distance = millimetres()
        print("nothing" if distance is None else "%d cm" % round(distance / 10))
        await asyncio.sleep_ms(60)


asyncio.run(main())
