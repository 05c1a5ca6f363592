import asyncio
from machine import Timer

async def main():
    flag = asyncio.ThreadSafeFlag()
    timer = Timer(period=10, mode=Timer.PERIODIC, callback=lambda t: flag.set())
    for i in range(3):
        await flag.wait()
        print("tick", i)
    timer.deinit()

asyncio.run(main())
