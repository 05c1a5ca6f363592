import asyncio

async def main():
    await asyncio.sleep_ms(1)
    return 12

loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
print(loop.run_until_complete(loop.create_task(main())))
loop.close()
print("closed")
