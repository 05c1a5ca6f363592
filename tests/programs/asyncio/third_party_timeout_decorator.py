# check: cpython
import asyncio

def limited(seconds, default):
    def decorate(function):
        async def wrapper(*args, **kwargs):
            try:
                return await asyncio.wait_for(function(*args, **kwargs), seconds)
            except asyncio.TimeoutError:
                return default
        return wrapper
    return decorate

@limited(0.02, "too late")
async def work(delay, *, result="in time"):
    await asyncio.sleep(delay)
    return result

async def main():
    print(await work(0.001), await work(1), await work(0, result="at once"))

asyncio.run(main())
