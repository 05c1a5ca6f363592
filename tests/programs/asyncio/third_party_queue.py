# check: cpython
# A queue as libraries write one over Event.
import asyncio

class QueueFull(Exception):
    pass

class Queue:
    def __init__(self, limit=0):
        self.limit = limit
        self.items = []
        self.put_event = asyncio.Event()
        self.got_event = asyncio.Event()

    def full(self):
        return self.limit and len(self.items) >= self.limit

    def put_nowait(self, item):
        if self.full():
            raise QueueFull
        self.items.append(item)
        self.put_event.set()

    async def put(self, item):
        while self.full():
            self.got_event.clear()
            await self.got_event.wait()
        self.put_nowait(item)

    async def get(self):
        while not self.items:
            self.put_event.clear()
            await self.put_event.wait()
        item = self.items.pop(0)
        self.got_event.set()
        return item

async def producer(queue):
    for i in range(6):
        await queue.put(i)
        print("put", i)

async def consumer(queue):
    total = 0
    for _ in range(6):
        await asyncio.sleep(0.01)
        total += await queue.get()
    return total

async def main():
    queue = Queue(2)
    task = asyncio.create_task(producer(queue))
    print(await consumer(queue), task.done())
    for i in range(2):
        queue.put_nowait(i)
    try:
        queue.put_nowait(2)
    except QueueFull:
        print("full")

asyncio.run(main())
