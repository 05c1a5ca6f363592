import asyncio
import time

async def main():
    start = time.ticks_ms()
    await asyncio.gather(*(asyncio.create_task(asyncio_sleep(100)) for _ in range(20)))
    print(100 <= time.ticks_diff(time.ticks_ms(), start) < 200)

async def asyncio_sleep(ms):
    await asyncio.sleep_ms(ms)

asyncio.run(main())
