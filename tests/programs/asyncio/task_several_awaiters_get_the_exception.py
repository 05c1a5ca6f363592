# check: cpython
import asyncio

async def child():
    await asyncio.sleep(0.01)
    raise ValueError("shared")

async def waiter(name, task):
    try:
        await task
    except ValueError as error:
        print(name, error)

async def main():
    task = asyncio.create_task(child())
    waiters = [asyncio.create_task(waiter(name, task)) for name in "ab"]
    for w in waiters:
        await w

asyncio.run(main())
