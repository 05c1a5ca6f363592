import asyncio

async def careless():
    raise ValueError("lost")

async def main():
    asyncio.create_task(careless())
    await asyncio.sleep_ms(10)
    print("main goes on")

def handler(loop, context):
    print(context["message"])
    print(type(context["exception"]).__name__, context["exception"].args)
    print(type(context["future"]).__name__, context["future"].done())

loop = asyncio.get_event_loop()
loop.set_exception_handler(handler)
asyncio.run(main())
