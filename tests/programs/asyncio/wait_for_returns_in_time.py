# check: cpython
import asyncio

async def quick():
    await asyncio.sleep(0.01)
    return "quick"

async def main():
    print(await asyncio.wait_for(quick(), 1))

asyncio.run(main())
