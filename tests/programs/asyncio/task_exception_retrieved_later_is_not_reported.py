import asyncio

async def careless():
    raise ValueError("found")

async def main():
    task = asyncio.create_task(careless())
    try:
        await task
    except ValueError as error:
        print("retrieved", error)
    await asyncio.sleep_ms(10)

asyncio.get_event_loop().set_exception_handler(lambda loop, context: print("reported"))
asyncio.run(main())
