# SPDX-License-Identifier: MIT
#
# ESP32-DevKitC: a stopwatch on the BOOT button, and a ramp on the analog output.
#
# Hold the BOOT button (or the B key): the pin's interrupt sets a ThreadSafeFlag, which is how an interrupt tells a coroutine something.
# Watch IO25 in the Signals pane: its voltage climbs in 32 steps and falls back.

import asyncio
import time
from machine import DAC, Pin

boot = Pin(0, Pin.IN, Pin.PULL_UP)             # pressed = 0
output = DAC(Pin(25))
moved = asyncio.ThreadSafeFlag()
boot.irq(lambda pin: moved.set(), Pin.IRQ_FALLING | Pin.IRQ_RISING)


async def settled():
    """The button's new state, once it has stopped bouncing."""
    await moved.wait()
    await asyncio.sleep_ms(15)
    moved.clear()
    return boot.value()


async def stopwatch():
    print("hold the BOOT button")
    while True:
        while await settled():
            pass
        start = time.ticks_ms()
        while not await settled():
            pass
        print("held for {:.2f} s".format(time.ticks_diff(time.ticks_ms(), start) / 1000))


async def ramp():
    while True:
        for step in range(32):
            output.write(step * 8)
            await asyncio.sleep_ms(20)


async def main():
    await asyncio.gather(stopwatch(), ramp())


asyncio.run(main())
