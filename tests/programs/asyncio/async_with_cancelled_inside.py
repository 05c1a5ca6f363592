# check: cpython
import asyncio

class Session:
    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open")
        return self

    async def __aexit__(self, kind, value, trace):
        await asyncio.sleep(0)
        print("close", kind.__name__ if kind else None)

async def user():
    async with Session():
        await asyncio.sleep(10)

async def main():
    task = asyncio.create_task(user())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
