# check: cpython
import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner cancelled")
        raise

async def outer(task):
    try:
        await task
    except asyncio.CancelledError:
        print("outer cancelled")
        raise

async def main():
    task = asyncio.create_task(inner())
    waiter = asyncio.create_task(outer(task))
    await asyncio.sleep(0.01)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("main saw it", task.done(), waiter.done())

asyncio.run(main())
