# check: cpython
import asyncio

async def consumer(event, log):
    while len(log) < 3:
        await event.wait()
        event.clear()
        log.append(len(log))
        print("round", len(log))

async def main():
    event, log = asyncio.Event(), []
    task = asyncio.create_task(consumer(event, log))
    for _ in range(3):
        await asyncio.sleep(0.01)
        event.set()
    await task

asyncio.run(main())
