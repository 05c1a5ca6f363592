import asyncio
import time

async def other():
    print("other at", time.ticks_diff(time.ticks_ms(), start) >= 100)

async def main():
    global start
    start = time.ticks_ms()
    task = asyncio.create_task(other())
    time.sleep_ms(100)
    await task

asyncio.run(main())
