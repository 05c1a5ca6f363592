# SPDX-License-Identifier: MIT
# The cancellation that comes before the outcome is seen stands.
import asyncio


async def work():
    await asyncio.sleep(0)
    print("work done")
    return 5


async def waiting():
    try:
        print(await asyncio.wait_for(work(), 1))
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    for turns in range(1, 6):
        task = asyncio.create_task(waiting())
        for _ in range(turns):
            await asyncio.sleep(0)
        print(turns, task.cancel())
        try:
            await task
        except asyncio.CancelledError as er:
            print(repr(er))


asyncio.run(main())
