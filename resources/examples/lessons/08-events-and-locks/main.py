# SPDX-License-Identifier: MIT
#
# 8 · Events and locks: coroutines that wait for each other instead of for the clock.
#
# Watch the "Event loop" pane, column "Waits for": the workers wait for the Event, then two of
# them wait for the Lock and the pane says who holds it.

import asyncio
from machine import Pin

green = Pin(17, Pin.OUT)


async def worker(name, start, lock):
    await start.wait()                         # all of them stand here until somebody sets it
    print(name, "is off")
    async with lock:                           # one at a time
        green.on()
        print(name, "has the lock")
        await asyncio.sleep_ms(900)
        green.off()
    await asyncio.sleep_ms(100)


async def main():
    start = asyncio.Event()
    lock = asyncio.Lock()
    workers = [asyncio.create_task(worker(name, start, lock)) for name in ("ann", "bob", "cyd")]
    await asyncio.sleep(2)
    print("start!")
    start.set()
    await asyncio.gather(*workers)
    print("the lock is", "taken" if lock.locked() else "free")


asyncio.run(main())
