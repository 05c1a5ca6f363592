# check: cpython
import asyncio

async def waiter(n, event):
    print("waiting", n)
    print(n, await event.wait())

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in range(3)]
    await asyncio.sleep(0)
    print("set")
    event.set()
    for task in tasks:
        await task

asyncio.run(main())
