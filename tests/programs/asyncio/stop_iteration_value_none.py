# check: cpython
import asyncio

async def nothing():
    pass

async def main():
    print(await nothing(), await asyncio.create_task(nothing()), await asyncio.gather(nothing()))

print(asyncio.run(main()))
