# SPDX-License-Identifier: MIT
# The task that gathers is cancelled in the same turn in which its last coroutine returns: the cancellation wins, as in MicroPython.
import asyncio


async def child(event):
    await event.wait()
    print("child returns")


async def gatherer(event):
    try:
        print(await asyncio.gather(child(event), child(event)))
    except asyncio.CancelledError:
        print("gatherer cancelled")
        raise


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(gatherer(event))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    event.set()
    await asyncio.sleep(0)
    print("cancel", task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main saw it")
    print("done", task.done())


asyncio.run(main())
