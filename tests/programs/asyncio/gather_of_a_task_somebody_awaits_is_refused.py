import asyncio

async def child():
    await asyncio.sleep_ms(10)
    return 1

async def waiter(task):
    print("waiter", await task)

async def main():
    task = asyncio.create_task(child())
    other = asyncio.create_task(waiter(task))
    await asyncio.sleep_ms(1)
    try:
        await asyncio.gather(task)
    except RuntimeError as error:
        print("RuntimeError", error)
    await other

asyncio.run(main())
