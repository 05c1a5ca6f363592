import asyncio

loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop())

async def main():
    print(asyncio.get_event_loop() is loop)

loop.run_until_complete(main())
