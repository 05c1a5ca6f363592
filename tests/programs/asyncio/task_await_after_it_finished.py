# check: cpython
import asyncio

async def child():
    return "early"

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.01)
    print(task.done())
    print(await task)

asyncio.run(main())
