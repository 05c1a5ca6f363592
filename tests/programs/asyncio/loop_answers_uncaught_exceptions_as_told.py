import asyncio

loop = asyncio.get_event_loop()
print(loop.get_exception_handler())

def handler(loop, context):
    print("handler:", context["message"], "/", repr(context["exception"]))

loop.set_exception_handler(handler)
print(loop.get_exception_handler() is handler)

async def bad(n):
    raise ValueError(n)

async def main():
    for n in range(2):
        asyncio.create_task(bad(n))
    await asyncio.sleep_ms(20)

asyncio.run(main())
loop.call_exception_handler({"message": "made up", "exception": KeyError(1), "future": None})
loop.set_exception_handler(None)
print(loop.get_exception_handler())
