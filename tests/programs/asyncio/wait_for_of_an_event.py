# check: cpython
import asyncio

async def main():
    event = asyncio.Event()
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except asyncio.TimeoutError:
        print("timeout")
    event.set()
    print(await asyncio.wait_for(event.wait(), 0.01))

asyncio.run(main())
