# check: cpython
import asyncio

class Barrier:
    def __init__(self, parties):
        self.parties = parties
        self.waiting = 0
        self.event = asyncio.Event()

    async def wait(self):
        event = self.event
        self.waiting += 1
        if self.waiting == self.parties:
            self.waiting = 0
            self.event = asyncio.Event()
            event.set()
        else:
            await event.wait()

async def runner(n, barrier):
    for lap in range(3):
        await asyncio.sleep(n / 1000)
        await barrier.wait()
        if n == 1:
            print("lap", lap)

async def main():
    barrier = Barrier(3)
    await asyncio.gather(*(runner(n, barrier) for n in range(1, 4)))

asyncio.run(main())
