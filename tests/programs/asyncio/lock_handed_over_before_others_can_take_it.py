import asyncio

async def user(name, lock):
    await lock.acquire()
    print(name, "acquired")
    await asyncio.sleep_ms(1)
    lock.release()
    print(name, "released", lock.locked())

async def main():
    lock = asyncio.Lock()
    a = asyncio.create_task(user("a", lock))
    b = asyncio.create_task(user("b", lock))
    await asyncio.gather(a, b)

asyncio.run(main())
