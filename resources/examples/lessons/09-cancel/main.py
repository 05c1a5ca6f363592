# SPDX-License-Identifier: MIT
#
# 9 · Cancelling: an exception that arrives where the coroutine waits, so that it can tidy up.
#
# Watch the editor: cancel() makes CancelledError rise in the line with the blue mark; `finally`
# runs, the LED goes out, and whoever awaits the task is told.

import asyncio
from machine import Pin

blue = Pin(18, Pin.OUT)


async def glow(seconds):
    blue.on()
    try:
        await asyncio.sleep(seconds)
        print("glow: done")
    except asyncio.CancelledError:
        print("glow: cancelled while it slept")
        raise                                  # let it be known
    finally:
        blue.off()
        print("glow: the LED is off")


async def main():
    task = asyncio.create_task(glow(60))
    await asyncio.sleep(2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: it was cancelled")
    print("main: done is", task.done())


asyncio.run(main())
