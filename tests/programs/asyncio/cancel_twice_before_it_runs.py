# check: cpython
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("once")
        raise

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
