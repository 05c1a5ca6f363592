# check: cpython
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning")
        await asyncio.sleep(0.01)
        print("clean")

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
