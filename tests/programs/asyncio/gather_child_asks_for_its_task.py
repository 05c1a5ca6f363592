# check: cpython
# SPDX-License-Identifier: MIT
# A gathered coroutine that looks for itself finds a task, with which others can deal as with any.
import asyncio

found = {}


async def child(name, rounds):
    found[name] = asyncio.current_task()
    for _ in range(rounds):
        await asyncio.sleep(0)
    assert asyncio.current_task() is found[name]
    return name


async def onlooker():
    await asyncio.sleep(0)
    print("short", found["short"].done(), "long", found["long"].done())
    found["long"].cancel()
    return "onlooker"


async def main():
    values = await asyncio.gather(child("short", 0), child("long", 9), onlooker(), return_exceptions=True)
    print([v if isinstance(v, str) else type(v).__name__ for v in values])
    print("long", found["long"].done(), "different", found["short"] is not found["long"])


asyncio.run(main())
