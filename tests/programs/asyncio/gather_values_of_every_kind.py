# check: cpython
# SPDX-License-Identifier: MIT
# What coroutines return arrives unchanged: None, small and large numbers, tuples, exceptions that are only returned.
import asyncio


async def give(value, waits):
    if waits:
        await asyncio.sleep(0)
    return value


async def main():
    error = ValueError("returned, not raised")
    given = [None, 0, -1, 1 << 70, 1.5, "text", b"bytes", (1, (2,)), [], {"k": 1}, True, error]
    for waits in (False, True):
        back = await asyncio.gather(*[give(value, waits) for value in given])
        print(back[:-1], back[-1] is error)
    nested = await asyncio.gather(asyncio.gather(give(1, True), give(2, False)), asyncio.gather(give(3, False)))
    print(nested)


asyncio.run(main())
