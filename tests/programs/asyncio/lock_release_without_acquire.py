import asyncio

async def main():
    lock = asyncio.Lock()
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError", error)

asyncio.run(main())
