# check: cpython
import asyncio

log = []

async def worker(name):
    for i in range(3):
        log.append(name + str(i))
        await asyncio.sleep(0)

async def main():
    tasks = [asyncio.create_task(worker(name)) for name in "abc"]
    for task in tasks:
        await task
    print(" ".join(log))

asyncio.run(main())
