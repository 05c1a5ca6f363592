import asyncio
import time

async def slow():
    await asyncio.sleep_ms(1000)
    return "slow"

async def main():
    start = time.ticks_ms()
    try:
        await asyncio.wait_for_ms(slow(), 50)
    except asyncio.TimeoutError:
        print("TimeoutError", 50 <= time.ticks_diff(time.ticks_ms(), start) <= 53)
    print(await asyncio.wait_for_ms(slow(), 2000))
    print(await asyncio.wait_for_ms(slow(), None))

asyncio.run(main())
