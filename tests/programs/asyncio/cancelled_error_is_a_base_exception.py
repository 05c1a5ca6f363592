# check: cpython
import asyncio

print(issubclass(asyncio.CancelledError, BaseException), issubclass(asyncio.CancelledError, Exception))
print(issubclass(asyncio.TimeoutError, Exception))

async def child():
    try:
        await asyncio.sleep(10)
    except Exception:
        print("not reached")
    except asyncio.CancelledError:
        print("CancelledError")
        raise

async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("await raises it too")

asyncio.run(main())
