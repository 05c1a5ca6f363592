# check: cpython
import asyncio

async def child(n, delay):
    await asyncio.sleep(delay)
    print("child", n)
    return n * 10

async def main():
    print(await asyncio.gather(child(1, 0.06), child(2, 0.03), child(3, 0)))

asyncio.run(main())
