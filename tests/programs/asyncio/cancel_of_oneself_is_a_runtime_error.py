import asyncio

async def main():
    try:
        asyncio.current_task().cancel()
    except RuntimeError as error:
        print("RuntimeError", error)

asyncio.run(main())
