import asyncio

async def child():
    return asyncio.current_task()

async def main():
    me = asyncio.current_task()
    task = asyncio.create_task(child())
    print(await task is task, me is task, asyncio.current_task() is me)

asyncio.run(main())
