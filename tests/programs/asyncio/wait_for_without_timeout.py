# check: cpython
import asyncio

async def child():
    await asyncio.sleep(0.01)
    return "no limit"

async def main():
    print(await asyncio.wait_for(child(), None))

asyncio.run(main())
