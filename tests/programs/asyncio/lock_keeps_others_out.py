# check: cpython
import asyncio

inside = 0

async def user(lock):
    global inside
    for _ in range(5):
        async with lock:
            inside += 1
            assert inside == 1
            await asyncio.sleep(0.001)
            inside -= 1

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(user(lock) for _ in range(4)))
    print("never two at once")

asyncio.run(main())
