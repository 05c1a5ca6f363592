# check: cpython
import asyncio

async def bad():
    await asyncio.sleep(0)
    raise ValueError("inside")

async def main():
    try:
        await asyncio.wait_for(bad(), 1)
    except ValueError as error:
        print("ValueError", error)

asyncio.run(main())
