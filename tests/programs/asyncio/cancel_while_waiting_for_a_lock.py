# check: cpython
import asyncio

async def user(name, lock):
    try:
        async with lock:
            print(name, "has it")
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        print(name, "cancelled")

async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(user(name, lock)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    for task in tasks:
        await task
    print(lock.locked())

asyncio.run(main())
