# check: cpython
import asyncio

async def good(n):
    await asyncio.sleep(0.03)
    print("good", n)
    return n

async def bad():
    await asyncio.sleep(0.01)
    raise ValueError("bad")

async def main():
    try:
        await asyncio.gather(good(1), bad(), good(2))
    except ValueError as error:
        print("ValueError", error)
    await asyncio.sleep(0.05)

asyncio.run(main())
