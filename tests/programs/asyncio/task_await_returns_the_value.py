# check: cpython
import asyncio

async def child(n):
    await asyncio.sleep(0)
    return n * n

async def main():
    task = asyncio.create_task(child(7))
    print(task.done())
    print(await task)
    print(task.done())

asyncio.run(main())
