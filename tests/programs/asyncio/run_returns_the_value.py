# check: cpython
import asyncio

async def main():
    return "value"

print(asyncio.run(main()))
print(asyncio.run(main()))
