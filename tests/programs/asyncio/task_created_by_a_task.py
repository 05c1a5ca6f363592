# check: cpython
import asyncio

async def grandchild(n):
    print("grandchild", n)
    return n

async def child(n):
    return await asyncio.create_task(grandchild(n))

async def main():
    print(await asyncio.gather(child(1), child(2)))

asyncio.run(main())
