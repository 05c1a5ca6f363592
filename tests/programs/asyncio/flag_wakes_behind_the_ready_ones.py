# SPDX-License-Identifier: MIT
# A ThreadSafeFlag wakes its task when the loop looks next: behind those that are ready by then, and not if it was cleared.
import asyncio


async def waiter(flag, name):
    await flag.wait()
    print(name, "woken")


async def main():
    flag = asyncio.ThreadSafeFlag()
    first = asyncio.create_task(waiter(flag, "first"))
    await asyncio.sleep(0)
    flag.set()
    print("set")
    await asyncio.sleep(0)
    print("main goes on first")
    await first

    second = asyncio.create_task(waiter(flag, "second"))
    await asyncio.sleep(0)
    flag.set()
    flag.clear()
    await asyncio.sleep(0.01)
    print("cleared again:", second.done())
    flag.set()
    await second

    flag.set()
    await flag.wait()
    third = asyncio.create_task(waiter(flag, "third"))
    await asyncio.sleep(0.01)
    print("taken:", third.done())
    flag.set()
    await third


asyncio.run(main())
