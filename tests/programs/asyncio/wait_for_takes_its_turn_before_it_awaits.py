# SPDX-License-Identifier: MIT
# wait_for begins to await its task one turn after it was called, as in MicroPython: who gathers the task in between has it, and an
# exception that is reported in between was not retrieved.
import asyncio


async def work(name, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return name


async def fails():
    raise ValueError("too early")


async def waits(task):
    try:
        print("waited", await asyncio.wait_for(task, 1))
    except (RuntimeError, ValueError) as er:
        print("wait_for raised", repr(er))


async def main():
    asyncio.get_event_loop().set_exception_handler(lambda loop, context: print("reported", repr(context["exception"])))
    task = asyncio.create_task(work("gathered", 3))
    waiter = asyncio.create_task(waits(task))
    await asyncio.sleep(0)
    print(await asyncio.gather(task))
    await waiter

    task = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await waits(task)

    task = asyncio.create_task(fails())
    print("done", task.done())
    await waits(task)


asyncio.run(main())
