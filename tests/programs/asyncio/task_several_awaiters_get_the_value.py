# check: cpython
import asyncio

async def child():
    await asyncio.sleep(0.01)
    return 5

async def waiter(name, task):
    print(name, await task)

async def main():
    task = asyncio.create_task(child())
    waiters = [asyncio.create_task(waiter(name, task)) for name in "abc"]
    for w in waiters:
        await w

asyncio.run(main())
