# MicroPython does not wait for the cancelled task before it passes the cancellation on.
import asyncio

async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise

async def waiter():
    try:
        await asyncio.wait_for(slow(), 5)
    except asyncio.CancelledError:
        print("waiter cancelled")
        raise

async def main():
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main")

asyncio.run(main())
