# SPDX-License-Identifier: MIT
# Soil moisture: dry in air is 2.4 V, wet in water 1.2 V.
import asyncio
from machine import ADC

probe = ADC(26)


async def main():
    await asyncio.sleep(1)
    for _ in range(3):
        volts = probe.read_u16() * 3.3 / 65535
        moisture = (2.4 - volts) / 1.2 * 100
        print("water me" if moisture < 30 else "fine", round(moisture / 5) * 5, "%")
        await asyncio.sleep(1)


asyncio.run(main())
