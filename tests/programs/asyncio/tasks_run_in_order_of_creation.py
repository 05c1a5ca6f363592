# check: cpython
import asyncio

async def child(n):
    print("start", n)
    await asyncio.sleep(0)
    print("end", n)

async def main():
    tasks = [asyncio.create_task(child(n)) for n in range(4)]
    for task in tasks:
        await task

asyncio.run(main())
