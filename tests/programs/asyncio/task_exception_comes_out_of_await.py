# check: cpython
import asyncio

async def child():
    raise KeyError("k")

async def main():
    task = asyncio.create_task(child())
    try:
        await task
    except KeyError as error:
        print("KeyError", error.args[0], task.done())
    try:
        await task
    except KeyError as error:
        print("again", error.args[0])

asyncio.run(main())
