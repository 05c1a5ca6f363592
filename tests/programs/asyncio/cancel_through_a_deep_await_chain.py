# check: cpython
import asyncio

async def level(n):
    try:
        if n == 0:
            await asyncio.sleep(10)
        else:
            await level(n - 1)
    finally:
        print("leaving", n)

async def main():
    task = asyncio.create_task(level(4))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("done")

asyncio.run(main())
