# check: cpython
import asyncio

async def main():
    event = asyncio.Event()
    print(event.is_set())
    event.set()
    print(event.is_set(), await event.wait(), await event.wait())
    event.clear()
    print(event.is_set())

asyncio.run(main())
