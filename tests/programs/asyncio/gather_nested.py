# check: cpython
import asyncio

async def leaf(n):
    await asyncio.sleep(0)
    return n

async def branch(a, b):
    return sum(await asyncio.gather(leaf(a), leaf(b)))

async def main():
    print(await asyncio.gather(branch(1, 2), branch(3, 4)))

asyncio.run(main())
