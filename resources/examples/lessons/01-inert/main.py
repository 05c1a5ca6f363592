# SPDX-License-Identifier: MIT
#
# 1 · A coroutine is inert: calling an async def runs nothing; somebody has to drive it.
#
# Watch the console: "made a generator" comes before anything inside greet() is printed. The red LED is
# lit by the coroutine, so it stays dark until main() awaits it.

import asyncio
from machine import Pin

red = Pin(16, Pin.OUT)


async def greet():
    red.on()
    print("greet: now I run")
    await asyncio.sleep(2)
    red.off()
    return "hello"


async def main():
    coroutine = greet()                        # a coroutine object, paused before its first line
    print("main: made a", type(coroutine).__name__)     # MicroPython makes no difference: see lesson 6
    await asyncio.sleep(2)                     # two seconds pass; greet has not moved
    print("main: the LED is", "on" if red.value() else "off")
    print("main: it returned", await coroutine)


asyncio.run(main())
