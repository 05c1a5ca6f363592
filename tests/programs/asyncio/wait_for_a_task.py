# check: cpython
import asyncio

async def child():
    await asyncio.sleep(0.01)
    return 11

async def main():
    task = asyncio.create_task(child())
    print(await asyncio.wait_for(task, 1), task.done())

asyncio.run(main())
