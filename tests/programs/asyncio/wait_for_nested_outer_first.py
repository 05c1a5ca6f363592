# check: cpython
import asyncio

async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")

async def inner():
    try:
        await asyncio.wait_for(slow(), 5)
    except asyncio.TimeoutError:
        print("not reached")

async def main():
    try:
        await asyncio.wait_for(inner(), 0.02)
    except asyncio.TimeoutError:
        print("outer timeout")

asyncio.run(main())
