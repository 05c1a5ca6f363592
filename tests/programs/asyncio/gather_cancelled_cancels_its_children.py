# check: cpython
import asyncio

async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise

async def parent():
    await asyncio.gather(child(1), child(2))

async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("parent cancelled")
    await asyncio.sleep(0.01)

asyncio.run(main())
