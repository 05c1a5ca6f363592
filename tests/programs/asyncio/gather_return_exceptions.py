# check: cpython
import asyncio

async def good():
    await asyncio.sleep(0)
    return "good"

async def bad():
    await asyncio.sleep(0)
    raise ValueError("bad")

async def main():
    results = await asyncio.gather(good(), bad(), good(), return_exceptions=True)
    print([type(r).__name__ for r in results], results[1].args)

asyncio.run(main())
