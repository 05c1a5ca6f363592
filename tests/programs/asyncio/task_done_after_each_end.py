# check: cpython
import asyncio

async def returns():
    return 1

async def raises():
    raise ValueError

async def forever():
    await asyncio.sleep(100)

async def main():
    a, b, c = [asyncio.create_task(f()) for f in (returns, raises, forever)]
    print(a.done(), b.done(), c.done())
    await asyncio.gather(a, b, return_exceptions=True)
    print(a.done(), b.done(), c.done())
    c.cancel()
    await asyncio.sleep(0.01)
    print(c.done())

asyncio.run(main())
