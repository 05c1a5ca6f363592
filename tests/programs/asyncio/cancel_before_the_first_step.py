import asyncio

async def child():
    print("never runs")

async def main():
    task = asyncio.create_task(child())
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.done())

asyncio.run(main())
