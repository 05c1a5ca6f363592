# SPDX-License-Identifier: MIT
# A gather that is refused because one of its tasks is awaited already leaves the others as they were.
import asyncio


async def work(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print(name, "ends")
    return name


async def awaits(task):
    await task


async def gathers(*tasks):
    try:
        await asyncio.gather(*tasks)
    except RuntimeError as er:
        print("gather raised", repr(er))


async def main():
    free = asyncio.create_task(work("free", 4))
    taken = asyncio.create_task(work("taken", 3))
    asyncio.create_task(awaits(taken))
    await asyncio.sleep(0)
    asyncio.create_task(gathers(free, taken))
    await asyncio.sleep(0)
    print(await free, await asyncio.gather(work("after", 0)))


asyncio.run(main())
