# check: cpython
import asyncio

async def slow():
    await asyncio.sleep(10)

async def inner():
    try:
        await asyncio.wait_for(slow(), 0.02)
    except asyncio.TimeoutError:
        print("inner timeout")
        return "recovered"

async def main():
    print(await asyncio.wait_for(inner(), 5))

asyncio.run(main())
