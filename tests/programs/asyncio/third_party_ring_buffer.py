# check: cpython
import asyncio

class Ring:
    def __init__(self, size):
        self.data = [None] * size
        self.size = size
        self.read = self.write = 0
        self.event = asyncio.Event()
        self.lost = 0

    def put(self, item):
        self.data[self.write] = item
        self.write = (self.write + 1) % self.size
        if self.write == self.read:
            self.read = (self.read + 1) % self.size
            self.lost += 1
        self.event.set()

    def __aiter__(self):
        return self

    async def __anext__(self):
        while self.read == self.write:
            self.event.clear()
            await self.event.wait()
        item = self.data[self.read]
        self.read = (self.read + 1) % self.size
        return item

async def consume(ring):
    async for item in ring:
        print(item)
        if item == 9:
            return

async def main():
    ring = Ring(4)
    for i in range(7):
        ring.put(i)
    print("lost", ring.lost)
    task = asyncio.create_task(consume(ring))
    await asyncio.sleep(0.001)
    for i in range(7, 10):
        ring.put(i)
    await task

asyncio.run(main())
