# SPDX-License-Identifier: MIT
# Joystick: where it points, and its button.
import asyncio
from machine import ADC, Pin

x, y = ADC(26), ADC(27)
button = Pin(2, Pin.IN, Pin.PULL_UP)


def share(adc):
    return adc.read_u16() / 32767.5 - 1


async def main():
    for _ in range(3):
        print("%.1f %.1f" % (share(x), share(y)), "pressed" if not button.value() else "released")
        await asyncio.sleep_ms(100)


asyncio.run(main())
