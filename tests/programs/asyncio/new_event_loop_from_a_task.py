# SPDX-License-Identifier: MIT
# The other tasks are forgotten; the one that asks for a new loop runs on in it.
import asyncio


async def other(name):
    try:
        while True:
            await asyncio.sleep_ms(10)
            print(name)
    finally:
        print("never said")


async def child():
    await asyncio.sleep_ms(5)
    return "child"


async def main():
    asyncio.create_task(other("before"))
    await asyncio.sleep_ms(15)
    asyncio.new_event_loop()
    await asyncio.sleep_ms(30)
    print(await asyncio.create_task(child()))
    print(await asyncio.gather(child(), child()))
    asyncio.new_event_loop()
    return "main"


print(asyncio.run(main()))
print(asyncio.run(child()))
asyncio.new_event_loop()
print(asyncio.run(child()))
