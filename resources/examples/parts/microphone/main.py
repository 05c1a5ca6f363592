# SPDX-License-Identifier: MIT
# Microphone: the loudness of the room, from the swing of the signal.
import asyncio
from machine import ADC

signal = ADC(26)


async def swing(milliseconds):
    lowest, highest = 65535, 0
    for _ in range(milliseconds):
        value = signal.read_u16()
        lowest, highest = min(lowest, value), max(highest, value)
        await asyncio.sleep_ms(1)
    return (highest - lowest) * 3300 // 65535


async def main():
    for _ in range(3):
        millivolts = await swing(100)
        print("quiet" if millivolts < 100 else "loud")


asyncio.run(main())
