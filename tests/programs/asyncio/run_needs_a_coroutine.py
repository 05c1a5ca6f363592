import asyncio

for thing in (None, 1, print):
    try:
        asyncio.run(thing)
    except TypeError as error:
        print("TypeError", error)
