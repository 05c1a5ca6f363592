# check: cpython
import asyncio

async def waiter(event):
    try:
        await event.wait()
    except asyncio.CancelledError:
        print("wait cancelled")
        raise

async def main():
    event = asyncio.Event()
    a = asyncio.create_task(waiter(event))
    b = asyncio.create_task(waiter(event))
    await asyncio.sleep(0)
    a.cancel()
    await asyncio.sleep(0)
    event.set()
    await b
    print(a.done(), b.done())

asyncio.run(main())
