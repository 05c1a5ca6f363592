# check: cpython
import asyncio

async def child():
    print("child")

async def main():
    task = asyncio.create_task(child())
    print("created")
    await asyncio.sleep(0)
    print("after sleep", task.done())

asyncio.run(main())
