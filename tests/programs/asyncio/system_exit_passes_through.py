import asyncio
import sys

async def main():
    sys.exit(3)

try:
    asyncio.run(main())
except SystemExit as error:
    print("SystemExit", error.args)
