import asyncio

async def forever():
    await asyncio.sleep(1000)

async def main():
    task = asyncio.create_task(forever())
    await asyncio.sleep_ms(1)
    task.cancel()
    await asyncio.sleep_ms(1)
    print("cancelled", task.done())

asyncio.get_event_loop().set_exception_handler(lambda loop, context: print("reported"))
asyncio.run(main())
