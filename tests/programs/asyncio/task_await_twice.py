# check: cpython
import asyncio

async def child():
    print("runs once")
    return "value"

async def main():
    task = asyncio.create_task(child())
    print(await task)
    print(await task)

asyncio.run(main())
