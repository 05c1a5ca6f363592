import asyncio

loop = asyncio.get_event_loop()

async def worker(n):
    print("worker", n)
    loop.stop()
    loop.stop()

for n in range(2):
    loop.create_task(worker(n))
    loop.run_forever()
    print("stopped", n)
