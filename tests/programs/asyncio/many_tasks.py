# check: cpython
import asyncio

total = 0

async def child(n):
    global total
    for _ in range(3):
        await asyncio.sleep(0)
    total += n

async def main():
    tasks = [asyncio.create_task(child(n)) for n in range(200)]
    for task in tasks:
        await task
    print(total)

asyncio.run(main())
