# check: cpython
import asyncio

async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise

async def main():
    try:
        await asyncio.wait_for(slow(), 0.02)
    except asyncio.TimeoutError:
        print("TimeoutError")

asyncio.run(main())
