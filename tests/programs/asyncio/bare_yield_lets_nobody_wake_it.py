# A bare yield hands control to the loop without saying what it waits for: such a task never comes back.
import asyncio

def lost():
    print("lost")
    yield
    print("not reached")

async def main():
    task = asyncio.create_task(lost())
    await asyncio.sleep_ms(20)
    print(task.done())

asyncio.run(main())
