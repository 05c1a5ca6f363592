# check: cpython
import asyncio

async def user(name, lock):
    async with lock:
        print(name)
        await asyncio.sleep(10 if name == "a" else 0)

async def main():
    lock = asyncio.Lock()
    a = asyncio.create_task(user("a", lock))
    b = asyncio.create_task(user("b", lock))
    await asyncio.sleep(0.01)
    a.cancel()
    await b
    print(lock.locked(), a.done())

asyncio.run(main())
