# check: cpython
import asyncio

class Semaphore:
    def __init__(self, count):
        self.count = count
        self.event = asyncio.Event()

    async def __aenter__(self):
        while self.count == 0:
            self.event.clear()
            await self.event.wait()
        self.count -= 1

    async def __aexit__(self, *details):
        self.count += 1
        self.event.set()

active = most = 0

async def user(semaphore):
    global active, most
    async with semaphore:
        active += 1
        most = max(most, active)
        await asyncio.sleep(0.005)
        active -= 1

async def main():
    semaphore = Semaphore(3)
    await asyncio.gather(*(user(semaphore) for _ in range(10)))
    print(most, semaphore.count)

asyncio.run(main())
