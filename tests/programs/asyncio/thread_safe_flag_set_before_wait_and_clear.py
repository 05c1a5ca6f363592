import asyncio

async def main():
    flag = asyncio.ThreadSafeFlag()
    flag.set()
    await flag.wait()
    print("set before wait")
    flag.set()
    flag.clear()
    try:
        await asyncio.wait_for_ms(flag.wait(), 10)
    except asyncio.TimeoutError:
        print("cleared")
    flag.set()
    await flag.wait()
    try:
        await asyncio.wait_for_ms(flag.wait(), 10)
    except asyncio.TimeoutError:
        print("a wait resets it")

asyncio.run(main())
