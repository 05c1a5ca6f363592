import asyncio

loop = asyncio.get_event_loop()

async def ticker():
    for i in range(3):
        print("tick", i)
        await asyncio.sleep_ms(5)
    loop.stop()
    print("stop asked")
    await asyncio.sleep_ms(1000)
    print("not reached in the first run")

loop.create_task(ticker())
loop.run_forever()
print("stopped")
