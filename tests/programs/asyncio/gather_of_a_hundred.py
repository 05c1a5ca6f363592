# check: cpython
import asyncio

async def child(n):
    await asyncio.sleep(n % 7 / 1000)
    return n

async def main():
    print(sum(await asyncio.gather(*(child(n) for n in range(100)))))

asyncio.run(main())
