# SPDX-License-Identifier: MIT
# Tasks that await each other in a circle can still be cancelled (a board's interpreter would look for the innermost one for ever).
import asyncio

tasks = []


async def waits(name, other):
    try:
        await asyncio.sleep(0)
        await tasks[other]
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    tasks.append(asyncio.create_task(waits("first", 1)))
    tasks.append(asyncio.create_task(waits("second", 0)))
    await asyncio.sleep_ms(10)
    print([task.done() for task in tasks])
    tasks[0].cancel()
    await asyncio.sleep_ms(10)
    print([task.done() for task in tasks])


asyncio.run(main())
