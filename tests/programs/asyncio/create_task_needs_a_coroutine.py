import asyncio

async def f():
    pass

async def main():
    try:
        asyncio.create_task(f)
    except TypeError as error:
        print("TypeError", error)

asyncio.run(main())
