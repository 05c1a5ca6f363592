# check: cpython
import asyncio

async def stubborn():
    for i in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("caught", i)
    await asyncio.sleep(0)
    return "survived"

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    print(task.done())
    task.cancel()
    print(await task)

asyncio.run(main())
