import asyncio

async def child():
    await asyncio.sleep_ms(10)
    return 1

async def gatherer(task):
    print(await asyncio.gather(task))

async def main():
    task = asyncio.create_task(child())
    other = asyncio.create_task(gatherer(task))
    await asyncio.sleep_ms(1)
    try:
        await task
    except RuntimeError as error:
        print("RuntimeError", error)
    await other

asyncio.run(main())
