# SPDX-License-Identifier: MIT
#
# 5 · The event loop is the driver: many coroutines, one thread, one of them at a time.
#
# Watch the "Event loop" pane: each row says what it waits for, and only one is ever running.
# Pause (F6) and press Ctrl+F10: the loop picks whoever is ready next and resumes it up to its next
# await. Then drag the speed down to 0.1× and watch them take turns.

import asyncio
from machine import Pin


async def runner(name, pin, pause):
    led = Pin(pin, Pin.OUT)
    for lap in range(3):
        led.on()
        await asyncio.sleep_ms(pause)
        led.off()
        await asyncio.sleep_ms(pause)
        print(name, "lap", lap + 1)
    return name


async def referee(runners):
    for task in runners:
        await task                             # waits for another coroutine
    print("referee: all are in")


async def main():
    runners = [asyncio.create_task(runner(*each)) for each in (("red", 16, 500), ("green", 17, 400), ("blue", 18, 330))]
    await referee(runners)


asyncio.run(main())
