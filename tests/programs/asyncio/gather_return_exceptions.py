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
    print([repr(r) for r in results])

asyncio.run(main())
