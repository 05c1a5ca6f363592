import asyncio

async def background():
    for i in range(4):
        print("background", i)
        await asyncio.sleep_ms(10)

async def main():
    asyncio.create_task(background())
    await asyncio.sleep_ms(15)
    print("main ends")

async def again():
    await asyncio.sleep_ms(50)
    print("again ends")

asyncio.run(main())
print("between")
# The other task stayed on MicroPython's loop: it goes on in the next run.
asyncio.run(again())
