import asyncio

async def child():
    await asyncio.current_task()

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep_ms(20)
    print(task.done())

asyncio.run(main())
