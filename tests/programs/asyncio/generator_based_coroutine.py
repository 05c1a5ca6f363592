import asyncio

def old_style(n):
    print("old", n)
    yield from asyncio.sleep_ms(5)
    return n + 1

async def modern():
    return await old_style(1)

async def main():
    print(await modern())
    print(await asyncio.create_task(old_style(10)))
    print(await asyncio.gather(old_style(20), old_style(30)))

asyncio.run(main())
asyncio.run(old_style(40))
