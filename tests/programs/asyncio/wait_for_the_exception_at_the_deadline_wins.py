# check: cpython
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while cancelling")

async def main():
    try:
        await asyncio.wait_for(stubborn(), 0.01)
    except ValueError as error:
        print("ValueError", error)

asyncio.run(main())
