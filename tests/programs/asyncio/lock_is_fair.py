# check: cpython
import asyncio

async def user(n, lock):
    for i in range(2):
        async with lock:
            print(n, i)
            await asyncio.sleep(0)

async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(n, lock)) for n in range(3)]
    for task in tasks:
        await task

asyncio.run(main())
