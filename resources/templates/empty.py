# SPDX-License-Identifier: MIT
# Empty: one coroutine that says hello, and nothing in the way.

import asyncio


async def main():
    print("hello from the board")


asyncio.run(main())
