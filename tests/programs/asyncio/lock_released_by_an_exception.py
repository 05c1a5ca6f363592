# check: cpython
import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        async with lock:
            raise ValueError
    except ValueError:
        print(lock.locked())

asyncio.run(main())
