# check: cpython
# SPDX-License-Identifier: MIT
# A task that is over answers wait_for at once, with its value or its exception; nobody is told of that exception then.
import asyncio


async def value():
    return 42


async def fails():
    raise ValueError("once")


async def main():
    task = asyncio.create_task(value())
    await asyncio.sleep(0)
    print(task.done(), await asyncio.wait_for(task, 1), await asyncio.wait_for(task, 0))
    task = asyncio.create_task(fails())
    for _ in range(2):
        try:
            await asyncio.wait_for(task, 1)
        except ValueError as er:
            print("raised", er)
    try:
        await asyncio.wait_for(fails(), 1)
    except ValueError as er:
        print("raised", er)


asyncio.run(main())
