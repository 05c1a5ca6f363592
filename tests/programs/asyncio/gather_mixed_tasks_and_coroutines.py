# check: cpython
import asyncio

async def child(n):
    await asyncio.sleep(0)
    return n

async def main():
    task = asyncio.create_task(child(1))
    print(await asyncio.gather(task, child(2), asyncio.create_task(child(3))))

asyncio.run(main())
