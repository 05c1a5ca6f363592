# check: cpython
import asyncio

async def child():
    return 3

async def main():
    task = asyncio.create_task(child())
    await task
    print(task.cancel())
    print(await task)

asyncio.run(main())
