# check: cpython
import asyncio

async def forever():
    await asyncio.sleep(10)

async def quick():
    return "quick"

async def main():
    task = asyncio.create_task(forever())

    async def killer():
        task.cancel()

    results = await asyncio.gather(task, quick(), killer(), return_exceptions=True)
    print([type(r).__name__ for r in results])

asyncio.run(main())
