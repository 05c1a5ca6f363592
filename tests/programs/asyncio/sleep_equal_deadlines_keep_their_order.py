import asyncio

async def worker(n):
    await asyncio.sleep_ms(20)
    print(n)

async def main():
    await asyncio.gather(*(worker(n) for n in range(5)))

asyncio.run(main())
