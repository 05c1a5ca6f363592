# check: cpython
import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("instead")

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print("ValueError", error)

asyncio.run(main())
