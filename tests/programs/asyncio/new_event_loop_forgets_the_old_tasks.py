import asyncio

async def background():
    while True:
        print("background")
        await asyncio.sleep_ms(10)

async def main():
    asyncio.create_task(background())
    await asyncio.sleep_ms(15)

async def quiet():
    await asyncio.sleep_ms(50)
    print("quiet")

asyncio.run(main())
asyncio.new_event_loop()
asyncio.run(quiet())
