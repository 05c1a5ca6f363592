# check: cpython
import asyncio

async def worker(name, delay):
    await asyncio.sleep(delay)
    print(name)

async def main():
    tasks = [asyncio.create_task(worker(n, d)) for n, d in (("c", 0.09), ("a", 0.03), ("b", 0.06))]
    for task in tasks:
        await task

asyncio.run(main())
