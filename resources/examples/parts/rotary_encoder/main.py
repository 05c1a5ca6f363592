# SPDX-License-Identifier: MIT
# Rotary encoder: count its detents by interrupt.
import asyncio
from machine import Pin

a = Pin(2, Pin.IN, Pin.PULL_UP)
b = Pin(3, Pin.IN, Pin.PULL_UP)
position = 0


def turned(pin):
    global position
    position += 1 if b.value() else -1


a.irq(turned, Pin.IRQ_FALLING)


async def main():
    for _ in range(4):
        await asyncio.sleep_ms(250)
        print("position", position)


asyncio.run(main())
