# check: cpython
import asyncio

async def child(n):
    return n

async def main():
    tasks = [asyncio.create_task(child(n)) for n in range(3)]
    await asyncio.sleep(0.01)
    print([task.done() for task in tasks])
    print(await asyncio.gather(*tasks))

asyncio.run(main())
