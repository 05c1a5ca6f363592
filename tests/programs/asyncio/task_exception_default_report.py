# match: lines
import asyncio

async def careless():
    raise ValueError("lost")

async def main():
    asyncio.create_task(careless())
    await asyncio.sleep_ms(10)
    print("main goes on")

asyncio.run(main())
