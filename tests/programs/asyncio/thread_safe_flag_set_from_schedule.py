import asyncio
import micropython

async def waiter(flag):
    for i in range(3):
        await flag.wait()
        print("flag", i)

async def main():
    flag = asyncio.ThreadSafeFlag()
    task = asyncio.create_task(waiter(flag))
    for _ in range(3):
        await asyncio.sleep_ms(5)
        micropython.schedule(lambda _: flag.set(), None)
    await task

asyncio.run(main())
