import asyncio
import time

async def main():
    for seconds in (0, 0.01, 0.25, 1):
        start = time.ticks_ms()
        await asyncio.sleep(seconds)
        took = time.ticks_diff(time.ticks_ms(), start)
        print(seconds, int(seconds * 1000) <= took <= int(seconds * 1000) + 2)

asyncio.run(main())
