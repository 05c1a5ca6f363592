# check: cpython
import asyncio

class Ticker:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.count:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(0.001)
        return self.count

async def show(name, n):
    async for i in Ticker(n):
        print(name, i)

async def main():
    await asyncio.gather(show("a", 2), show("b", 3))

asyncio.run(main())
