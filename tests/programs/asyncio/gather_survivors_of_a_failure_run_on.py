# check: cpython
# SPDX-License-Identifier: MIT
# The first exception ends the wait; the other coroutines go on as tasks of their own, and the value of a later one is lost.
import asyncio


async def slow(name, rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)
    print(name, "done")
    return name


async def fails(rounds):
    for _ in range(rounds):
        await asyncio.sleep(0)
    raise ValueError(rounds)


async def main():
    try:
        await asyncio.gather(slow("a", 1), fails(3), slow("b", 8), fails(2))
    except ValueError as er:
        print("gather raised", er)
    for _ in range(10):
        await asyncio.sleep(0)
    print(await asyncio.gather(slow("c", 1), slow("d", 0)))


asyncio.run(main())
