# SPDX-License-Identifier: MIT
import asyncio
import micropython
from machine import Timer


def scheduled(x):
    print("scheduled", bytes([x]))


def tick(timer):
    try:
        bytearray(8)
        print("heap")
    except MemoryError:
        print("no heap")
    micropython.schedule(scheduled, 65)
    flag.set()


async def main():
    for hard in (False, True):
        Timer(mode=Timer.ONE_SHOT, period=5, callback=tick, hard=hard)
        await flag.wait()
        print("woken")


flag = asyncio.ThreadSafeFlag()
asyncio.run(main())
