import asyncio
import time

async def sleeper():
    await asyncio.sleep(100)

async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep_ms(10)
    start = time.ticks_ms()
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print(time.ticks_diff(time.ticks_ms(), start) < 5)

asyncio.run(main())
