# MicroPython raises TimeoutError whatever the cancelled task does; CPython lets its exception out.
import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while cancelling")

async def main():
    try:
        await asyncio.wait_for(stubborn(), 0.01)
    except asyncio.TimeoutError:
        print("TimeoutError")

asyncio.run(main())
