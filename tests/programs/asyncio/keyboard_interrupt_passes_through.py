import asyncio

async def main():
    raise KeyboardInterrupt

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt")
