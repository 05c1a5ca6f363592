# exit: 1
# MicroPython has no asynchronous comprehensions: a SyntaxError, also inside `async def`.
print("never printed")

async def main(things):
    return [thing async for thing in things]
