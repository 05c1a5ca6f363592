import asyncio
import time

async def main():
    for ms in (0, 1, 20, 500, -5):
        start = time.ticks_ms()
        await asyncio.sleep_ms(ms)
        took = time.ticks_diff(time.ticks_ms(), start)
        print(ms, max(0, ms) <= took <= max(0, ms) + 2)

asyncio.run(main())
