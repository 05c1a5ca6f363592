# SPDX-License-Identifier: MIT
# Motion detector: light the LED while somebody is there.
import asyncio
from machine import Pin

motion = Pin(2, Pin.IN)
led = Pin("LED", Pin.OUT)
flag = asyncio.ThreadSafeFlag()
motion.irq(lambda pin: flag.set(), Pin.IRQ_RISING | Pin.IRQ_FALLING)


async def main():
    print("watching")
    while True:
        await flag.wait()
        led.value(motion.value())
        print("somebody is there" if motion.value() else "nobody")


try:
    asyncio.run(asyncio.wait_for(main(), 2))
except asyncio.TimeoutError:
    print("end of the watch")
