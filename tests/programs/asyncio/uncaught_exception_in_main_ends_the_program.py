# exit: 1
import asyncio

async def main():
    print("before")
    await asyncio.sleep(0)
    raise ValueError("the end")

asyncio.run(main())
